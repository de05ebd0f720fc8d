import { fileURLToPath } from "node:url";
import {
  type Budget,
  type BudgetLine,
  check,
  compose,
  crosswalk,
  type DisclosedTable,
  type Disclosure,
  disclose,
  discloseDepartment,
  discloseTogether,
  type Fact,
  type Figure,
  fen,
  figureText,
  findProfile,
  type PriorLine,
  type Profile,
  type ReceiptSum,
  RULES,
  readBudget,
  recognise,
  type Solver,
} from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { loadSolver } from "@mingzhang/solver";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { entriesOf } from "../apps/cli/src/load.ts";
import { SAMPLE_BUDGET } from "../packages/core/src/budget/testing/sample-budget.ts";

const folder = fileURLToPath(new URL("../fixtures/wansheng-2023/", import.meta.url));
const profile = findProfile("chongqing-district") as Profile;
let solve: Solver;

beforeAll(async () => {
  solve = await loadSolver();
});

async function fixture(): Promise<Budget> {
  const { sheets } = await readLedger(await entriesOf(folder));
  const { budget } = readBudget(sheets, { weights: profile.weights });
  if (budget === undefined) throw new Error("the fixture has faults");
  return budget;
}

describe("the fixture, rounded consistently", () => {
  it("adds up in every sum of every table with at most seven figures off conventional rounding", async () => {
    const disclosure = discloseDepartment(await fixture(), profile, { mode: "consistent", solve });
    const { receipt } = disclosure;
    expect(receipt?.unmet).toEqual([]);
    expect(receipt?.limited).toBe(false);
    expect(receipt?.differences.length).toBeLessThanOrEqual(7);
    expect(receipt?.differences.length).toBeGreaterThan(0);
    expect(brokenSums(disclosure)).toEqual([]);
    // 208 of last year: 11.9030 is printed 11.91, for its items are printed 7.94 + 3.97 = 11.91.
    const texts = receipt?.differences.map(
      ({ conventional, printed }) =>
        `${figureText(conventional)}→${printed === undefined ? "" : figureText(printed)}`,
    );
    expect(texts).toContain("11.90→11.91");
  });

  it("has no rounding difference left for the audit, which finds nine in what was published", async () => {
    const budget = await fixture();
    const outcomesOf = (disclosure: Disclosure) => {
      const pack = recognise([{ name: "pack", document: compose(disclosure) }]);
      const { outcomes, findings } = check({ pack }, RULES);
      expect(findings.filter(({ level }) => level !== "notice")).toEqual([]);
      return outcomes;
    };
    const conventional = outcomesOf(disclose(budget, profile));
    const consistent = outcomesOf(discloseDepartment(budget, profile, { mode: "consistent", solve }));
    expect(conventional.rounding).toBe(9);
    expect(consistent.rounding).toBe(0);
    expect(consistent.holds).toBe(conventional.holds + 9);
  });

  it("adds up over its two units when their packs are published together", async () => {
    const [department, ...units] = discloseTogether(await fixture(), profile, { mode: "consistent", solve });
    expect(units).toHaveLength(2);
    for (const disclosure of [department, ...units]) {
      expect(disclosure?.receipt?.unmet).toEqual([]);
      expect(brokenSums(disclosure as Disclosure)).toEqual([]);
    }
    expect(brokenUnits(department as Disclosure, units)).toEqual([]);
  });

  it("repeats last year's figures as they were published", async () => {
    const published = (fact: Fact) =>
      fact.quantity.measure.year === 2022 && fact.quantity.measure.functional === "20805" ? 1190n : undefined;
    const disclosure = discloseDepartment(await fixture(), profile, { mode: "consistent", solve, published });
    const printed = [...disclosure.facts.values()]
      .filter((fact) => published(fact) !== undefined && fact.quantity.kind === "amount" && fact.exact !== 0n)
      .map((fact) => disclosure.figures.get(fact.id)?.scaled);
    expect(new Set(printed)).toEqual(new Set([1190n]));
  });
});

describe("any budget, rounded consistently", () => {
  it("prints every figure within one unit, and every sum holds or is listed", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(arbitraryBudget, (budget) => {
        const rounding = { mode: "consistent", solve } as const;
        const [department, ...units] = [...discloseTogether(budget, profile, rounding)];
        for (const disclosure of [department as Disclosure, ...units]) {
          expect(outOfReach(disclosure)).toEqual([]);
          const listed = new Set(disclosure.receipt?.unmet.map(keyOfSum));
          expect(brokenSums(disclosure).filter((key) => !listed.has(key))).toEqual([]);
        }
        const listed = new Set(department?.receipt?.unmet.map(keyOfSum));
        expect(brokenUnits(department as Disclosure, units).filter((key) => !listed.has(key))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("prints the same every time", () => {
    fc.assert(
      fc.property(arbitraryBudget, (budget) => {
        const print = () =>
          [...discloseDepartment(budget, profile, { mode: "consistent", solve }).figures].map(
            ([id, { scaled }]) => `${id} ${scaled}`,
          );
        expect(print()).toEqual(print());
      }),
      { numRuns: 8 },
    );
  });
});

/** The sums of tables that do not hold as printed. */
function brokenSums(disclosure: Disclosure): string[] {
  return disclosure.tables.flatMap((table) => brokenInTable(table, disclosure.figures));
}

function brokenInTable({ content }: DisclosedTable, figures: ReadonlyMap<string, Figure>): string[] {
  if (content.kind === "forms") return [];
  const { blocks, identities } = content.table;
  return identities.flatMap(({ block, total, parts }) => {
    const at = (row: number, column: string) => blocks[block]?.rows[row]?.cells[column];
    const whole = at(total.row, total.column);
    if (whole === undefined) return [];
    const found = parts.flatMap(({ row, column, sign }) => {
      const fact = at(row, column);
      return fact === undefined ? [] : [{ fact, sign }];
    });
    const sum = found.reduce(
      (value, { fact, sign }) => value + BigInt(sign) * (figures.get(fact.id)?.scaled ?? 0n),
      0n,
    );
    return sum === figures.get(whole.id)?.scaled
      ? []
      : [
          keyOf(
            whole,
            found.map(({ fact }) => fact),
          ),
        ];
  });
}

/** Measures whose units, as printed, do not add up to the department. */
function brokenUnits(department: Disclosure, units: readonly Disclosure[]): string[] {
  const measure = (fact: Fact) =>
    JSON.stringify([fact.quantity, fact.format], (key, value) => (key === "body" ? "" : value));
  const inUnits = new Map<string, Fact[]>();
  const figures = new Map<Fact, bigint>();
  for (const unit of units) {
    for (const fact of unit.facts.values()) {
      if (fact.exact === 0n || fact.quantity.kind !== "amount") continue;
      inUnits.set(measure(fact), [...(inUnits.get(measure(fact)) ?? []), fact]);
      figures.set(fact, unit.figures.get(fact.id)?.scaled ?? 0n);
    }
  }
  const inTables = new Set(
    department.tables.flatMap(({ content }) =>
      content.kind === "forms"
        ? []
        : content.table.blocks.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.values(cells))),
    ),
  );
  return [...inTables].flatMap((fact) => {
    const parts = inUnits.get(measure(fact)) ?? [];
    const isSum = parts.length > 0 && parts.reduce((sum, { exact }) => sum + exact, 0n) === fact.exact;
    const printed = parts.reduce((sum, part) => sum + (figures.get(part) ?? 0n), 0n);
    return isSum && fact.quantity.kind === "amount" && printed !== department.figures.get(fact.id)?.scaled
      ? [keyOf(fact, parts)]
      : [];
  });
}

function keyOfSum({ total, parts }: ReceiptSum): string {
  return keyOf(
    total.fact,
    parts.map(({ fact }) => fact),
  );
}

function keyOf(total: Fact, parts: readonly Fact[]): string {
  const name = ({ quantity }: Fact) => JSON.stringify(quantity.measure);
  return `${name(total)} = ${parts.map(name).sort().join(" + ")}`;
}

/** Amounts printed a whole unit or more from their exact value, and exact ones printed otherwise. */
function outOfReach({ facts, figures }: Disclosure): string[] {
  return [...facts.values()].flatMap((fact) => {
    const figure = figures.get(fact.id);
    if (figure === undefined || (fact.quantity.kind !== "amount" && fact.quantity.kind !== "change"))
      return [];
    const unit = figure.unit === "wan-yuan" ? 1_000_000n : 100n;
    const gap = figure.scaled * unit - fact.exact * 10n ** BigInt(figure.decimals);
    return gap < unit && gap > -unit ? [] : [JSON.stringify(fact.quantity)];
  });
}

const UNITS = SAMPLE_BUDGET.units;
const FUNCTIONAL = ["2013601", "2013602", "2013699", "2080505", "2080506", "2101101", "2210201"];
const PERSONNEL = ["30101", "30102", "30103", "30108", "30113"];
const OPERATING = ["30201", "30207", "30211", "30217", "30231", "31002"];

/** Lines over one to four classifications, dense or sparse, in amounts that seldom are whole printed units. */
const arbitraryBudget: fc.Arbitrary<Budget> = fc
  .record({
    functional: fc.subarray(FUNCTIONAL, { minLength: 1 }),
    isProjects: fc.boolean(),
    funds: fc.subarray(["general-public", "service", "government-fund"] as const, { minLength: 1 }),
    seeds: fc.array(fc.record({ pick: fc.nat(10_000), yuan: fc.integer({ min: 1, max: 3_000_000 }) }), {
      minLength: 1,
      maxLength: 40,
    }),
    prior: fc.array(fc.record({ pick: fc.nat(10_000), yuan: fc.integer({ min: 1, max: 3_000_000 }) }), {
      maxLength: 12,
    }),
  })
  .map(({ functional, isProjects, funds, seeds, prior }) => ({
    ...SAMPLE_BUDGET,
    reasons: [],
    lines: seeds.map(({ pick, yuan }) => lineOf(pick, yuan, functional, funds, isProjects)),
    priorLines: prior.map(
      ({ pick, yuan }): PriorLine => ({
        year: 2022,
        unit: UNITS[pick % UNITS.length]?.id ?? "",
        fund: "general-public",
        functional: functional[pick % functional.length] ?? "",
        kind: pick % 2 === 0 ? "basic" : "project",
        amount: fen(BigInt(yuan) * 100n),
      }),
    ),
  }));

function lineOf(
  pick: number,
  yuan: number,
  functional: readonly string[],
  funds: readonly BudgetLine["fund"][],
  isProjects: boolean,
): BudgetLine {
  const unit = UNITS[pick % UNITS.length] ?? UNITS[0];
  const choose = <T>(values: readonly T[], step: number) =>
    values[Math.floor(pick / step) % values.length] as T;
  const kind = isProjects && pick % 3 === 0 ? "project" : pick % 2 === 0 ? "personnel" : "operating";
  const departmentEconomic = choose(kind === "personnel" ? PERSONNEL : OPERATING, 7);
  return {
    year: 2023,
    unit: unit?.id ?? "",
    fund: choose(funds, 5),
    carryOver: false,
    functional: choose(functional, 3),
    kind,
    departmentEconomic,
    governmentEconomic:
      crosswalk(departmentEconomic, unit?.type ?? "administrative")?.governmentEconomic ?? "50101",
    ...(kind === "project" ? { project: SAMPLE_BUDGET.projects[0]?.name ?? "" } : {}),
    amount: fen(BigInt(yuan) * 100n),
  };
}
