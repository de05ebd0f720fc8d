import { describe, expect, it } from "vitest";
import type { RawSheet } from "../sheet.ts";
import { edit, row, sampleWorkbook } from "../testing/edit.ts";
import { SAMPLE_BUDGET } from "../testing/sample-budget.ts";
import { budgetToSheets } from "../write/budget-to-sheets.ts";
import { readBudget } from "./read-budget.ts";

const rules = (sheets: readonly RawSheet[]) =>
  readBudget(sheets).findings.map(({ rule, place }) => [rule, place]);

describe("tolerance", () => {
  it("knows sheets by id or title, whatever their case, blanks, numbers and extension", () => {
    const names: Record<string, string> = {
      units: " Units.CSV",
      ledger: "03 预算 明细",
      projects: "7-projects",
    };
    const sheets = budgetToSheets(SAMPLE_BUDGET).map((sheet) => ({
      ...sheet,
      name: names[sheet.name] ?? sheet.name,
    }));
    expect(readBudget(sheets).budget?.lines).toHaveLength(4);
  });

  it("finds the heading row below titles and help", () => {
    const sheets = sampleWorkbook().map((sheet) =>
      sheet.name === "预算明细" ? { ...sheet, rows: [[], ...sheet.rows] } : sheet,
    );
    const titled = edit(sheets, { "预算明细 A1": "示例区档案局预算明细（单位：元）" });
    expect(readBudget(titled)).toMatchObject({ findings: [], budget: { lines: { length: 4 } } });
  });

  it("takes headings by synonym, with line breaks and the mark of required columns", () => {
    const edits = { "预算明细 L1": "金额\n（元） *", "预算明细 G1": "项目名称", "预算明细 A1": "年度" };
    expect(readBudget(sampleWorkbook(edits)).findings).toEqual([]);
  });

  it("skips blank rows, help rows and untouched examples", () => {
    const sheets = sampleWorkbook().map((sheet) => {
      if (sheet.name !== "增减原因") return sheet;
      const mark = (text: string) =>
        [{ kind: "text", text, place: { kind: "sheet", sheet: sheet.name } }] as const;
      const example = ["", "基本支出", "在职人员增加2名", "保障在职人员工资福利"];
      const cells = example.map(
        (text) => ({ kind: "text", text, place: { kind: "sheet", sheet: sheet.name } }) as const,
      );
      const rows = sheet.rows.map((cells, index) => [...mark(index === 0 ? "#" : "1"), ...cells]);
      return {
        ...sheet,
        rows: [rows[0] ?? [], [...mark("示例"), ...cells], [], [...mark("说明"), ...cells], rows[1] ?? []],
      };
    });
    const { budget, findings } = readBudget(sheets);
    expect(findings).toEqual([]);
    expect(budget?.reasons).toEqual([{ subject: "basic", reason: "在职人员增加2名" }]);
  });

  it("takes the value of a formula, and the sum that binary fractions spoil", () => {
    const computed = { kind: "number", text: "5000.3000000000002", formula: "5000.1+0.2" } as const;
    const sheets = sampleWorkbook({ "预算明细 L3": computed });
    expect(readBudget(sheets).budget?.lines[1]?.amount).toBe(500_030n);
  });

  it("takes codes with their names, former names included", () => {
    const edits = {
      "预算明细 E2": "[2013601]行政运行",
      "预算明细 H3": "30201-办公费",
      "预算明细 E3": "2013601 行政运行",
    };
    const { budget, findings } = readBudget(sampleWorkbook(edits));
    expect(findings).toEqual([]);
    expect(budget?.lines[0]?.functional).toBe("2013601");
  });

  it("does not trouble CSV files about numbers being texts", () => {
    const sheets = budgetToSheets(SAMPLE_BUDGET).map((sheet) => asCsv(sheet));
    expect(readBudget(sheets)).toMatchObject({ findings: [], budget: { lines: { length: 4 } } });
  });

  it("ignores hidden sheets, guides and empty sheets that are none of its own", () => {
    const [first] = sampleWorkbook();
    const rows = first?.rows ?? [];
    const others = [
      { name: "选项", rows, hidden: true },
      { name: "填写说明", rows },
      { name: "Sheet1", rows: [[]] },
    ];
    expect(readBudget([...sampleWorkbook(), ...others]).findings).toEqual([]);
  });
});

describe("places", () => {
  it("name sheet and cell in workbooks, also of a cell that the file does not store", () => {
    const sheets = sampleWorkbook({ "预算明细 A6": 2023 });
    const { findings } = readBudget(sheets);
    expect(findings.map(({ place }) => place?.kind === "sheet" && place.cell)).toEqual([
      "B6",
      "C6",
      "E6",
      "F6",
      "H6",
      "L6",
    ]);
  });

  it("name file, line and column in CSV files, also of a cell beyond the end of the line", () => {
    const sheets = budgetToSheets(SAMPLE_BUDGET).map((sheet) => asCsv(sheet));
    const cut = sheets.map((sheet) =>
      sheet.name === "ledger"
        ? { ...sheet, rows: sheet.rows.map((cells, line) => cells.slice(0, line === 2 ? 11 : 12)) }
        : sheet,
    );
    const { findings } = readBudget(cut);
    expect(findings).toMatchObject([
      {
        rule: "ledger/empty-field",
        message: {
          zh: "ledger.csv 第3行：“金额（元）”未填",
          en: "ledger.csv line 3: “Amount (yuan)” is empty",
        },
        place: { kind: "line", file: "ledger.csv", line: 3, column: 12 },
      },
    ]);
  });

  it("go with the lines of the budget", () => {
    expect(readBudget(sampleWorkbook()).budget?.lines[2]?.place).toEqual({
      kind: "sheet",
      sheet: "预算明细",
      cell: "L4",
    });
  });
});

describe("one pass", () => {
  it("reports the faults of all sheets, in the order of sheets, rows and columns", () => {
    const sheets = sampleWorkbook({
      "绩效指标 E3": "约",
      "预算明细 L5": -1,
      "预算明细 E3": "201360",
      "预算明细 B3": "图书馆",
      "部门信息 B2": "二〇二三",
    });
    expect(rules([...sheets].reverse()).map(([rule]) => rule)).toEqual([
      "ledger/implausible-year",
      "ledger/unknown-unit",
      "ledger/wrong-level",
      "ledger/negative",
      "ledger/unknown-choice",
    ]);
  });

  it("draws no conclusions from sums over sheets with faults", () => {
    const revenue = row("收入与结转", 2, ["机关", "一般公共预算财政拨款", "本年收入", "", "", "", "十万"]);
    expect(rules(sampleWorkbook(revenue)).map(([rule]) => rule)).toEqual(["ledger/not-a-number"]);
  });
});

describe("what is left blank", () => {
  it("the government economic code follows from the unit's type", () => {
    const sheets = sampleWorkbook({ "预算明细 I2": "", "预算明细 I5": "" });
    const { budget, findings } = readBudget(sheets);
    expect(findings).toEqual([]);
    expect(budget?.lines.map((line) => line.governmentEconomic)).toEqual([
      "50101",
      "50201",
      "50306",
      "50502",
    ]);
  });

  it("revenues, procurement and other optional sheets are not checked against", () => {
    const optional = ["收入与结转", "政府采购明细", "社会保险基金", "公开说明", "国有资产"];
    const sheets = sampleWorkbook().filter((sheet) => !optional.includes(sheet.name));
    expect(readBudget(sheets)).toMatchObject({ findings: [], budget: { revenues: [], assets: [] } });
  });
});

function asCsv({ name, rows }: RawSheet): RawSheet {
  const file = `${name}.csv`;
  return {
    name,
    file,
    rows: rows.map((cells, line) =>
      cells.map(({ text }, column) => ({
        kind: text === "" ? "blank" : "text",
        text,
        place: { kind: "line", file, line: line + 1, column: column + 1 },
      })),
    ),
  };
}
