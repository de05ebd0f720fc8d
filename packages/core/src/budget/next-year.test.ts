import { describe, expect, it } from "vitest";
import { successorsOf } from "../catalogue/succession.ts";
import { copyToYear, type EnteredSheet } from "./next-year.ts";

const line = (functional: string, more: Readonly<Record<string, string>> = {}) => ({
  year: "2023",
  unit: "机关",
  fund: "一般公共预算财政拨款",
  functional,
  kind: "日常公用经费",
  department_economic: "30201",
  amount_yuan: "100.00",
  ...more,
});
const budget = (rows: EnteredSheet["rows"], year = "2023"): readonly EnteredSheet[] => [
  { sheet: "department", rows: [{ year, name: "示例区档案局", approval_date: `${year}-02-10` }] },
  { sheet: "ledger", rows },
  { sheet: "prior-year", rows: [line("2010301", { year: "2022" })] },
  { sheet: "reasons", rows: [{ subject: "基本支出", reason: "增员" }] },
];
const rowsOf = (sheets: readonly EnteredSheet[], sheet: string) =>
  sheets.find((one) => one.sheet === sheet)?.rows;

describe("a budget copied to the next year", () => {
  it("has the new year, last year's lines as last year's figures, and asks for dates and reasons anew", () => {
    const { sheets, changes } = copyToYear(budget([line("2013601")]), 2024);
    expect(rowsOf(sheets, "department")).toEqual([{ year: "2024", name: "示例区档案局" }]);
    expect(rowsOf(sheets, "ledger")).toEqual([line("2013601", { year: "2024" })]);
    const { department_economic: _, ...published } = line("2013601");
    expect(rowsOf(sheets, "prior-year")).toEqual([published]);
    expect(rowsOf(sheets, "reasons")).toBeUndefined();
    expect(changes).toEqual([]);
  });

  it("puts the one successor in the place of a code that was renumbered, and lists it once", () => {
    const rows = [line("2089901"), line("2089901"), line("2013601")];
    const { sheets, changes } = copyToYear(budget(rows, "2020"), 2021);
    expect(rowsOf(sheets, "ledger")?.map(({ functional }) => functional)).toEqual([
      "2089999",
      "2089999",
      "2013601",
    ]);
    expect(rowsOf(sheets, "prior-year")?.map(({ functional }) => functional)).toContain("2089901");
    expect(changes).toMatchObject([
      { kind: "replaced", code: "2089901", successors: [{ code: "2089999" }], rows: 2 },
    ]);
  });

  it("leaves a code that became several to be chosen, and names those that are valid in the year", () => {
    const { sheets, changes } = copyToYear(budget([line("2010308")]), 2024);
    expect(rowsOf(sheets, "ledger")?.[0]?.functional).toBe("2010308");
    expect(changes).toMatchObject([{ kind: "to-choose", code: "2010308", name: "信访事务", rows: 1 }]);
    expect(changes[0]?.successors).toContainEqual({ code: "2014004", name: "信访业务" });
    expect(copyToYear(budget([line("2010308")], "2022"), 2023).changes).toEqual([]);
  });

  it("lists a code that has ended without any successor", () => {
    const { changes } = copyToYear(budget([line("2240304")]), 2024);
    expect(changes).toMatchObject([{ kind: "to-choose", code: "2240304", successors: [] }]);
  });

  it("says which codes kept their number and have another name", () => {
    const { sheets, changes } = copyToYear(budget([line("2040607")], "2009"), 2010);
    expect(rowsOf(sheets, "ledger")?.[0]?.functional).toBe("2040607");
    expect(changes).toMatchObject([
      { kind: "renamed", name: "法律援助", successors: [{ code: "2040607", name: "公共法律服务" }] },
    ]);
  });
});

it("a code is found beside its name, and one that the catalogue never knew is left to whoever entered it", () => {
  const rows = [line("[2089901]其他社会保障和就业支出"), line("2999999")];
  const { sheets, changes } = copyToYear(budget(rows, "2020"), 2021);
  expect(rowsOf(sheets, "ledger")?.map(({ functional }) => functional)).toEqual(["2089999", "2999999"]);
  expect(changes.map(({ code }) => code)).toEqual(["2089901"]);
});

describe("the successors of a code", () => {
  it("are those of the code above it, where the whole heading moved", () => {
    const codes = successorsOf("functional", "2011005", 2023);
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.every((code) => code.startsWith("20801") && code.length === 7)).toBe(true);
  });

  it("of a split code are its parts; of an unknown one none", () => {
    expect(successorsOf("department-economic", "30210", 2023)).toEqual(["30231", "30239"]);
    expect(successorsOf("functional", "2999999", 2023)).toEqual([]);
  });
});
