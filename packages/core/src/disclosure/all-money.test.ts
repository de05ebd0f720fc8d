import { describe, expect, it } from "vitest";
import { SAMPLE_BUDGET } from "../budget/testing/sample-budget.ts";
import type { Profile } from "../profile/profile.ts";
import { findProfile } from "../profile/profiles.ts";
import type { DerivedBlock, DerivedTable } from "../table/derived.ts";
import { disclose } from "./disclose.ts";
import { FULL_BUDGET, timesInSum } from "./testing/full-budget.ts";

const profile = findProfile("shanghai-district") as Profile;

function tableOf(id: string, budget = FULL_BUDGET): DerivedTable {
  const found = disclose(budget, profile).tables.find(({ entry }) => entry.table === id);
  if (found?.content.kind !== "table") throw new Error(`no table ${id}`);
  return found.content.table;
}

/** The exact sum of the cells in the rows and columns that no total of the table covers. */
function sumOf(block: DerivedBlock | undefined, rows: RegExp, columns: readonly string[]): bigint {
  const cells = (block?.rows ?? [])
    .filter((row) => rows.test(row.id))
    .flatMap((row) => columns.map((column) => row.cells[column]?.exact ?? 0n));
  return cells.reduce((sum, exact) => sum + exact, 0n);
}

const ITEMS = /^\d{7}$/;
const lines = FULL_BUDGET.lines.length;
const all = lines + FULL_BUDGET.revenues.length;
const once = (count: number) => new Array<number>(count).fill(1);
const amounts = (accepts: (line: (typeof FULL_BUDGET.lines)[number]) => boolean) =>
  FULL_BUDGET.lines.filter(accepts).reduce((sum, line) => sum + line.amount, 0n);

describe("a budget of all ten sources and six kinds, with carry-over in and out", () => {
  it("is in the revenue of the summary exactly once, line by line", () => {
    const [revenue] = tableOf("revenue-and-expenditure-summary").blocks;
    const sources = /^(一般公共预算资金|政府性基金|国有资本经营预算|事业收入|事业单位经营收入|其他收入)$/;
    expect(timesInSum(sumOf(revenue, sources, ["revenue"]))).toEqual(once(all));
    expect(timesInSum(sumOf(revenue, /^收入总计$/, ["revenue"]))).toEqual(once(all));
  });

  it("is in the expenditure of the summary exactly once, with what is left for the next year", () => {
    const [, expenditure] = tableOf("revenue-and-expenditure-summary").blocks;
    expect(timesInSum(sumOf(expenditure, /^\d{3} /, ["expenditure"]))).toEqual(once(lines));
    expect(timesInSum(sumOf(expenditure, /^(\d{3} .*|结转下年)$/, ["expenditure"]))).toEqual(once(all));
    expect(timesInSum(sumOf(expenditure, /^支出总计$/, ["expenditure"]))).toEqual(once(all));
  });

  it("is in the revenue by source exactly once", () => {
    const [block] = tableOf("revenue-by-source").blocks;
    const columns = ["appropriation", "service", "business", "other-sources"];
    expect(timesInSum(sumOf(block, ITEMS, columns))).toEqual(once(all));
    expect(timesInSum(sumOf(block, /^合计$/, ["total"]))).toEqual(once(all));
  });

  it("is in the expenditure by kind exactly once, in a column of its own where it is neither basic nor project", () => {
    const [block] = tableOf("expenditure-by-kind").blocks;
    expect(timesInSum(sumOf(block, ITEMS, ["basic", "project", "other-kinds"]))).toEqual(once(lines));
    expect(timesInSum(sumOf(block, /^合计$/, ["total"]))).toEqual(once(lines));
    const others = ["remittance-to-superior", "business", "subsidy-to-subordinate"];
    expect(sumOf(block, /^合计$/, ["other-kinds"])).toBe(amounts(({ kind }) => others.includes(kind)));
  });

  it("counts carried-over appropriation as appropriation and sources without a column as other revenue", () => {
    const [block] = tableOf("revenue-by-source").blocks;
    const appropriation = ["general-public", "government-fund", "state-capital"];
    const carriedOut = (funds: readonly string[]) =>
      FULL_BUDGET.revenues
        .filter(({ fund }) => funds.includes(fund))
        .reduce((sum, revenue) => sum + revenue.amount, 0n);
    expect(sumOf(block, /^合计$/, ["appropriation"])).toBe(
      amounts(({ fund }) => appropriation.includes(fund)) + carriedOut(appropriation),
    );
    const named = [...appropriation, "service", "business"];
    expect(sumOf(block, /^合计$/, ["other-sources"])).toBe(
      amounts(({ fund }) => !named.includes(fund)) + carriedOut(["other"]),
    );
  });

  it("adds up in every total of every table", () => {
    const { tables } = disclose(FULL_BUDGET, profile);
    const wrong = tables.flatMap(({ entry, content }) => {
      if (content.kind !== "table") return [];
      const { blocks, identities } = content.table;
      expect(identities.length).toBeGreaterThan(0);
      return identities
        .filter(({ block, total, parts }) => {
          const exact = ({ row, column }: { row: number; column: string }) =>
            blocks[block]?.rows[row]?.cells[column]?.exact ?? 0n;
          return exact(total) !== parts.reduce((sum, part) => sum + BigInt(part.sign) * exact(part), 0n);
        })
        .map(({ total }) => `${entry.table} ${total.row} ${total.column}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe("a budget of basic and project expenditure only", () => {
  it("has no column for other kinds and no row for the next year", () => {
    const columns = tableOf("expenditure-by-kind", SAMPLE_BUDGET).blocks[0]?.definition.columns;
    expect(columns?.map(({ id }) => id)).not.toContain("other-kinds");
    const rows = tableOf("revenue-and-expenditure-summary", SAMPLE_BUDGET).blocks[1]?.rows;
    expect(rows?.map(({ id }) => id)).toEqual(["201 一般公共服务支出", "支出总计"]);
  });
});
