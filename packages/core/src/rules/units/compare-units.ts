import type { Text } from "../../finding/finding.ts";
import { type Comparison, compareSum } from "../../money/compare.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import { type Cell, Cells } from "./cells.ts";
import type { GivenUnit } from "./given-units.ts";
import { earns, hasTransfers, isFreeOfTransfers, isTotalExpenditure, isTransfer } from "./transfers.ts";

/** A cell of the department beside the cells of its units; a unit without one has nil. */
export interface UnitSum {
  readonly cell: Cell;
  readonly parts: readonly { readonly unit: GivenUnit; readonly fact: PackFact }[];
  readonly comparison: Comparison;
}

/** A cell that was not compared, and why. */
export interface Uncompared {
  readonly outcome: "not-applicable" | "could-not-check";
  readonly reason: Text;
}

export interface ComparedUnits {
  readonly sums: readonly UnitSum[];
  readonly uncompared: readonly Uncompared[];
  /**
   * Whether most sums hold and the total expenditure with them, or nothing but the total fails: the units are all
   * there, and what does not add up is a contradiction.
   */
  readonly confirmed: boolean;
  /** Whether the total expenditure says that units are missing. */
  readonly incomplete: boolean;
  /** The sums of total expenditure, which decide. */
  readonly deciding: readonly UnitSum[];
}

/** Compares a department with the sum of its units, cell by cell. */
export function compareUnits(pack: Pack, units: readonly GivenUnit[]): ComparedUnits {
  const own = new Cells(pack);
  const theirs = units.map((unit) => ({ unit, cells: new Cells(unit.pack) }));
  const handing = theirs.some(({ cells }) => hasTransfers(cells.all));
  const straight = compared(own, theirs, handing);
  if (handing || straight.confirmed || !theirs.some(({ cells }) => earns(cells.all))) return straight;
  // What one unit pays another for services is in both: the department then has less than its units together.
  const less = straight.sums.some(
    ({ cell, comparison }) =>
      isTotalExpenditure(cell.measure) &&
      comparison.verdict === "conflict" &&
      comparison.difference.scaled < 0n,
  );
  return less ? compared(own, theirs, true) : straight;
}

interface UnitCells {
  readonly unit: GivenUnit;
  readonly cells: Cells;
}

function compared(own: Cells, theirs: readonly UnitCells[], handing: boolean): ComparedUnits {
  const results = own.all.map((cell) => {
    if (isTransfer(cell.measure)) return TRANSFER;
    if (handing && !isFreeOfTransfers(cell.measure)) return HANDING;
    return own.isUnclear(cell) ? UNCLEAR : sumOf(cell, theirs);
  });
  const sums = results.flatMap((result) => ("outcome" in result ? [] : [result]));
  const uncompared = results.flatMap((result) => ("outcome" in result ? [result] : []));
  return { sums, uncompared, ...judged(sums) };
}

function judged(sums: readonly UnitSum[]): Pick<ComparedUnits, "confirmed" | "incomplete" | "deciding"> {
  // Nil that is the sum of nils says nothing about whether all units are there.
  const telling = sums.filter(({ cell, parts }) =>
    [cell, ...parts].some(({ fact }) => fact.figure.scaled !== 0n),
  );
  const failed = telling.filter(fails);
  const totals = telling.filter(({ cell }) => isTotalExpenditure(cell.measure));
  const overall = totals.filter(({ cell }) => cell.measure.fund === undefined);
  const deciding = overall.length > 0 ? overall : totals;
  const holds = deciding.some((sum) => !fails(sum));
  const onlyTotals = deciding.length > 0 && failed.every((sum) => deciding.includes(sum));
  const mostHold = telling.length >= 3 && failed.length * 3 <= telling.length;
  return { confirmed: mostHold && (holds || onlyTotals), incomplete: !holds, deciding };
}

export function fails({ comparison }: UnitSum): boolean {
  return comparison.verdict === "conflict";
}

function sumOf(cell: Cell, theirs: readonly UnitCells[]): UnitSum | Uncompared {
  const parts: { unit: GivenUnit; fact: PackFact }[] = [];
  for (const { unit, cells } of theirs) {
    const found = cells.matching(cell);
    if (found === "no-table" || found === "unclear") return missing(unit, cell, found);
    if (found !== "nil") parts.push({ unit, fact: found.fact });
  }
  const comparison = compareSum(
    cell.fact.figure,
    parts.map(({ fact }) => ({ figure: fact.figure, sign: 1 })),
  );
  return { cell, parts, comparison };
}

function missing({ name }: GivenUnit, { table }: Cell, why: "no-table" | "unclear"): Uncompared {
  const caption = table.label ?? table.caption;
  return {
    outcome: "could-not-check",
    reason:
      why === "no-table"
        ? { zh: `“${name}”没有与${caption}相应的表`, en: `"${name}" prints no table like ${caption}` }
        : {
            zh: `“${name}”与${caption}相应的表没有同口径的格，或读不准`,
            en: `the table of "${name}" like ${caption} has no such cell, or an unclear one`,
          },
  };
}

const TRANSFER: Uncompared = {
  outcome: "not-applicable",
  reason: {
    zh: "上级补助、附属单位上缴、对附属单位补助等在部门汇总时抵销，不相加",
    en: "what units hand to each other is left out of the department",
  },
};

const HANDING: Uncompared = {
  outcome: "could-not-check",
  reason: {
    zh: "所属单位之间可能有内部往来（上级补助、上缴、购买服务），受其影响的数未与单位之和核对",
    en: "units may hand money to each other: figures that this touches were not compared with their sum",
  },
};

const UNCLEAR: Uncompared = {
  outcome: "could-not-check",
  reason: {
    zh: "本材料一张表中同口径的数印了两个，未与单位之和核对",
    en: "a table of this pack prints a measure twice",
  },
};
