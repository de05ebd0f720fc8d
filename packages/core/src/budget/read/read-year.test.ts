import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RawSheet } from "../sheet.ts";
import { arbitraryYear } from "../testing/arbitrary-year.ts";
import { sampleWorkbook, yearWorkbook } from "../testing/edit.ts";
import type { YearRows } from "../testing/fault-case.ts";
import { SAMPLE_BUDGET } from "../testing/sample-budget.ts";
import { budgetToSheets } from "../write/budget-to-sheets.ts";
import { yearToSheets } from "../write/year-to-sheets.ts";
import type { PerformanceYear } from "../year.ts";
import { holdsYear, readYear } from "./read-year.ts";

const options = { weights: { overall: 100, project: 90 } };
const PROJECT = "档案服务专项";

function read(rows: YearRows) {
  return readYear([...sampleWorkbook(), ...yearWorkbook(rows)], options);
}

/** Where a record was read from says nothing of the year. */
function withoutPlaces(year: PerformanceYear | undefined): PerformanceYear | undefined {
  return year && { ...year, records: year.records.map(({ source: _, ...record }) => record) };
}

describe("writing and reading a year", () => {
  it.each(["ids", "titles"] as const)("gives the same year without a finding, in %s", (words) => {
    fc.assert(
      fc.property(arbitraryYear, (year) => {
        const sheets = [...budgetToSheets(SAMPLE_BUDGET, words), ...yearToSheets(year, words)];
        const { budget, year: readBack, findings } = readYear(sheets);
        expect(findings).toEqual([]);
        expect(budget?.indicators).toEqual(SAMPLE_BUDGET.indicators);
        expect(withoutPlaces(readBack)).toEqual(year);
      }),
      { numRuns: 60 },
    );
  });

  it("never writes the names of persons, which no year holds", () => {
    const { year, findings } = read({
      records: [{ number: "A001", date: "2023-03-01", kind: "visit", matter: "慰问" }],
      participants: [{ number: "A001", name: "李四" }],
    });
    expect(findings).toEqual([]);
    const written = year === undefined ? undefined : yearToSheets(year, "titles");
    expect(written?.map(({ name }) => name)).not.toContain("人员名单");
    expect(
      JSON.stringify([year, written], (_, value) => (typeof value === "bigint" ? `${value}` : value)),
    ).not.toContain("李四");
  });
});

it("never throws, whatever is typed into a year, and accounts for a missing year with an error", () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom("", "合计", "#REF!", "-1", "30217", PROJECT, "1e5", "示例"),
  );
  const kind = fc.constantFrom("blank", "text", "number", "boolean", "date", "error");
  const edit = fc.record({ sheet: fc.nat(8), row: fc.nat(5), column: fc.nat(12), text, kind });
  fc.assert(
    fc.property(arbitraryYear, fc.array(edit, { maxLength: 12 }), (year, edits) => {
      const sheets = yearToSheets(year).map((sheet, index): RawSheet => {
        const rows = sheet.rows.map((cells) => [...cells]);
        for (const { sheet: _, row, column, ...typed } of edits.filter((each) => each.sheet === index)) {
          const old = rows[row]?.[column];
          if (old !== undefined) rows[row]?.splice(column, 1, { ...old, ...typed } as typeof old);
        }
        return { ...sheet, rows };
      });
      const { year: readBack, findings } = readYear([...budgetToSheets(SAMPLE_BUDGET), ...sheets], options);
      expect(readBack === undefined).toBe(findings.some(({ level }) => level === "error"));
    }),
    { numRuns: 100 },
  );
});

describe("reading a year", () => {
  it("has an empty one where no sheet of it is given, and knows the difference", () => {
    const { year } = readYear(sampleWorkbook());
    expect(Object.values(year ?? {}).flat()).toEqual([]);
    expect(holdsYear(sampleWorkbook())).toBe(false);
    expect(holdsYear(yearWorkbook({ reviews: [] }))).toBe(true);
  });

  it("names indicators as the budget does, in whatever width and spacing they were written", () => {
    const { year, findings } = read({
      countings: [{ project: PROJECT, indicator: "数字化 档案数量", method: "sum" }],
      evaluations: [{ project: PROJECT, indicator: "查阅满意度 ", actual: "96.5%" }],
    });
    expect(findings).toEqual([]);
    expect(year?.countings[0]?.indicator).toBe("数字化档案数量");
    expect(year?.evaluations[0]?.indicator).toBe("查阅满意度");
  });

  it("takes rows that forms prepare for records only when something is said in them", () => {
    const name = { project: PROJECT, indicator: "查阅满意度" };
    const { year, findings } = read({
      countings: [name, { ...name, kind: "survey" }],
      progress: [name, { ...name, date: "2023-07-31" }, { ...name, actual: "96" }],
      evaluations: [name, { project: PROJECT }],
    });
    expect(year).toBeUndefined();
    expect(findings.map(({ rule, message }) => `${rule} ${message.zh.split("：")[0]}`)).toEqual([
      "ledger/empty-field 统计口径 C3",
      "ledger/empty-field 绩效运行监控 A4",
    ]);
    expect(read({ countings: [name], progress: [name], evaluations: [name] }).year).toEqual(read({}).year);
  });

  it("takes a payment back where its amount is negative", () => {
    const { year } = read({
      payments: [{ date: "2023-03-31", unit: "机关", department_economic: "30201", amount_yuan: "-12.30" }],
    });
    expect(year?.payments[0]?.amount).toBe(-1230n);
  });

  it("says nothing of targets where money moves within a project", () => {
    const line = {
      document: "调1号",
      kind: "reallocation",
      date: "2023-06-01",
      unit: "档案馆",
      project: PROJECT,
      reason: "改为委托。",
    };
    const { findings } = read({
      adjustments: [
        { ...line, department_economic: "30201", decrease_yuan: "100.00" },
        { ...line, department_economic: "30227", increase_yuan: "100.00" },
      ],
    });
    expect(findings).toEqual([]);
  });

  it("does not call a document unbalanced of which a line could not be read", () => {
    const line = {
      document: "调1号",
      kind: "reallocation",
      date: "2023-06-01",
      unit: "机关",
      reason: "改用途。",
    };
    const { findings } = read({
      adjustments: [
        { ...line, department_economic: "30201", decrease_yuan: "100.00" },
        { ...line, department_economic: "39999999", increase_yuan: "100.00" },
      ],
    });
    expect(findings.map(({ rule }) => rule)).toEqual(["ledger/wrong-level"]);
  });
});
