import fc from "fast-check";
import { expect, test } from "vitest";
import { LEDGER_SHEET } from "../schema.ts";
import type { RawCell, RawSheet } from "../sheet.ts";
import { importRows } from "./import-rows.ts";
import type { ImportMapping } from "./mapping.ts";
import { LINE_IMPORT } from "./targets/lines.ts";
import { PAYMENT_IMPORT } from "./targets/payments.ts";
import { RECORD_IMPORT } from "./targets/records.ts";

function sheetOf(rows: readonly (readonly string[])[], merges?: RawSheet["merges"]): RawSheet {
  const cell = (text: string, row: number, column: number): RawCell => ({
    kind: text === "" ? "blank" : "text",
    text,
    place: {
      kind: "sheet",
      file: "export.xlsx",
      sheet: "导出",
      cell: `${"ABCDEFGHIJKLMNOP"[column]}${row + 1}`,
    },
  });
  return {
    name: "导出",
    file: "export.xlsx",
    rows: rows.map((row, index) => row.map((text, column) => cell(text, index, column))),
    ...(merges && { merges }),
  };
}

/** The lines as records without blanks, and the findings as "rule cell". */
function imported(
  rows: readonly (readonly string[])[],
  mapping?: ImportMapping,
  merges?: RawSheet["merges"],
) {
  const { sheet, findings } = importRows(sheetOf(rows, merges), LINE_IMPORT, mapping);
  const [header = [], ...lines] = sheet.rows;
  return {
    lines: lines.map((line) =>
      Object.fromEntries(line.flatMap(({ text }, i) => (text === "" ? [] : [[header[i]?.text, text]]))),
    ),
    findings: findings.map(({ rule, place }) =>
      [rule.slice("import/".length), place?.kind === "sheet" ? place.cell : undefined].join(" ").trim(),
    ),
  };
}

const FIELD_NAMES = [
  "fiscal_year",
  "agency_code",
  "agency_name",
  "fund_type_code",
  "exp_func_code",
  "pro_cat_code",
  "pro_name",
  "dep_bgt_eco_code",
  "gov_bgt_eco_code",
  "bgt_govpur_flag",
  "gpdir_",
  "apply_up",
];

test("an export with field names becomes lines of the ledger", () => {
  const { lines, findings } = imported([
    FIELD_NAMES,
    [
      "2023",
      "216001",
      "老干部局",
      "111",
      "2013602",
      "3",
      "服务专项",
      "30201",
      "50201",
      "1",
      "A02010105",
      "5000",
    ],
    ["2023", "216002", "服务中心", "11111", "2013650", "21", "", "30202", "50502", "0", "", "3952.00"],
  ]);
  expect(findings).toEqual(["assumed-yuan L1"]);
  expect(lines).toEqual([
    {
      year: "2023",
      unit: "老干部局",
      fund: "general-public",
      functional: "2013602",
      kind: "project",
      project: "服务专项",
      department_economic: "30201",
      government_economic: "50201",
      procurement: "goods",
      amount_yuan: "5000.00",
    },
    {
      year: "2023",
      unit: "服务中心",
      fund: "general-public",
      functional: "2013650",
      kind: "operating",
      department_economic: "30202",
      government_economic: "50502",
      amount_yuan: "3952.00",
    },
  ]);
});

const CHINESE = [
  "预算年度",
  "预算单位",
  "资金性质",
  "功能科目",
  "项目类别",
  "项目名称",
  "部门经济科目",
  "预算数（万元）",
];
const line = (changes: Partial<Record<number, string>>) =>
  [
    "2023",
    "216001-老干部局",
    "111-一般公共预算资金",
    "2013601-行政运行",
    "人员类项目",
    "",
    "[30101]基本工资",
    "6.3104",
  ].map((text, index) => changes[index] ?? text);

test("Chinese headings below a title, codes joined with names, and amounts in 万元 are understood", () => {
  const { lines, findings } = imported([["2023年部门预算明细表"], ["单位：元"], CHINESE, line({})]);
  expect(findings).toEqual([]);
  expect(lines).toEqual([
    {
      year: "2023",
      unit: "老干部局",
      fund: "general-public",
      functional: "2013601",
      kind: "personnel",
      department_economic: "30101",
      amount_yuan: "63104.00",
    },
  ]);
});

test("a header of two rows with merged cells is read as one", () => {
  const upper = [
    "年度",
    "单位",
    "资金性质",
    "支出功能分类",
    "",
    "项目类别",
    "部门预算支出经济分类",
    "",
    "金额",
  ];
  const lower = ["", "", "", "编码", "名称", "", "编码", "名称", ""];
  const data = [
    "2023",
    "机关",
    "一般公共预算",
    "2013601",
    "行政运行",
    "公用经费",
    "30201",
    "办公费",
    "1,200.5",
  ];
  const vertical = [0, 1, 2, 5, 8].map((left) => ({ top: 0, left, bottom: 1, right: left }));
  const across = [3, 6].map((left) => ({ top: 0, left, bottom: 0, right: left + 1 }));
  const { lines, findings } = imported([upper, lower, data], { amountUnit: "yuan" }, [
    ...vertical,
    ...across,
  ]);
  expect(findings).toEqual([]);
  expect(lines).toMatchObject([
    { functional: "2013601", department_economic: "30201", amount_yuan: "1200.50" },
  ]);
});

test("totals, deleted rows and rows without an amount are left out with a notice", () => {
  const total = ["", "本单位小计", "", "", "", "", "", "12"];
  const { lines, findings } = imported([
    [...CHINESE, "是否删除"],
    [...line({}), "0"],
    [...line({}), "1"],
    [...line({ 7: "0.00" }), "0"],
    total,
    [...line({ 7: "" }), "0"],
  ]);
  expect(lines.length).toBe(1);
  expect(findings).toEqual(["deleted-row A3", "zero-row H4", "total-row B5"]);
});

test("what is not understood is reported once a value with its first cell, and left as it stands", () => {
  const { lines, findings } = imported([
    CHINESE,
    line({ 2: "999-不明资金" }),
    line({ 2: "999-不明资金", 3: "行政运行", 7: "abc" }),
    line({ 3: "20136", 6: "[30101]办公费" }),
  ]);
  expect(findings).toEqual([
    "unknown-value C2",
    "not-an-amount H3",
    "not-a-code D3",
    "not-a-code D4",
    "name-differs G4",
  ]);
  expect(lines.map(({ fund, functional }) => [fund, functional])).toEqual([
    ["999-不明资金", "2013601"],
    ["999-不明资金", "行政运行"],
    ["general-public", "20136"],
  ]);
});

test("a mapping gives columns, values, constants and the unit of amounts", () => {
  const mapping: ImportMapping = {
    columns: { 钱: "amount_yuan", 备注: "ignored" },
    values: { unit: { "216001": "organ" }, fund: { 本级: "general-public" } },
    constants: { year: "2023", kind: "operating" },
    amountUnit: "ten-thousand-yuan",
  };
  const { lines, findings } = imported(
    [
      ["单位编码", "资金性质", "功能科目", "部门经济科目", "钱", "备注"],
      ["216001", "本级", "2013601", "30201", "0.5", "x"],
    ],
    mapping,
  );
  expect(findings).toEqual([]);
  expect(lines).toMatchObject([
    { year: "2023", unit: "organ", fund: "general-public", kind: "operating", amount_yuan: "5000.00" },
  ]);
});

test("unknown, unused and missing columns are named", () => {
  const { findings } = imported([
    ["单位", "资金性质", "资金来源", "功能科目", "部门经济科目", "批复数(元)", "申报数(元)", "经办人"],
    ["机关", "111", "年初预算", "2013601", "30201", "1", "2", "张三"],
  ]);
  expect(findings).toEqual([
    "unknown-column H1",
    "unused-column C1",
    "unused-column G1",
    "missing-column A1",
    "missing-column A1",
  ]);
});

test("a sheet without a header row is refused as a whole", () => {
  expect(
    imported([
      ["姓名", "电话"],
      ["张三", "1"],
    ]),
  ).toEqual({ lines: [], findings: ["no-header"] });
});

test("procurement without a class, and the project of basic expenditure, are reported", () => {
  const { lines, findings } = imported([
    [...CHINESE, "是否政府采购"],
    [...line({ 5: "人员经费-基本工资" }), "是"],
  ]);
  expect(findings).toEqual(["project-dropped F2", "procurement-class I2"]);
  expect(lines[0]).not.toHaveProperty("project");
});

test.each([
  ["A02010105", "goods"],
  ["B-工程", "works"],
  ["C 服务", "services"],
  ["货物", "goods"],
])("the procurement item %s is %s", (item, procurement) => {
  const { lines } = imported([
    [...CHINESE, "政府采购品目"],
    [...line({}), item],
  ]);
  expect(lines).toMatchObject([{ procurement }]);
});

test("a code with a separator and no name is a code", () => {
  const { lines, findings } = imported([CHINESE, line({ 3: "2013601-", 6: "30101办公费" })]);
  expect(findings).toEqual(["name-differs G2"]);
  expect(lines).toMatchObject([{ functional: "2013601", department_economic: "30101" }]);
});

test("lines in the ledger's own form, by ids or by titles, come through unchanged", () => {
  const amounts = fc.integer({ min: 1, max: 10 ** 12 }).map((fen) => (fen / 100).toFixed(2));
  fc.assert(
    fc.property(
      amounts,
      fc.constantFrom("id", "title"),
      fc.constantFrom("goods", ""),
      (amount, heading, procurement) => {
        const row = [
          "2023",
          "organ",
          "service",
          "no",
          "2013601",
          "project",
          "甲",
          "30201",
          "50201",
          procurement,
          "",
          amount,
        ];
        const { sheet } = importRows(
          sheetOf([LEDGER_SHEET.columns.map((column) => column[heading]), row]),
          LINE_IMPORT,
        );
        expect(sheet.rows[1]?.map((cell) => cell.text)).toEqual(row);
      },
    ),
  );
});

test("any sheet is imported or refused without an exception", () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom(...CHINESE, ...FIELD_NAMES, "合计", "111-一般", "[302]", "1.5"),
  );
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 9 }), { maxLength: 6 }), (rows) => {
      const { sheet } = importRows(sheetOf(rows), LINE_IMPORT);
      expect(sheet.rows.length).toBeGreaterThan(0);
    }),
  );
});

test("findings name fields in English by the titles of the sheet's columns", () => {
  const { findings } = importRows(
    sheetOf([
      ["项目", "支出类别", "金额（元）", "功能分类编码"],
      ["甲", "人员经费", "五", "201360"],
    ]),
    LINE_IMPORT,
  );
  const said = findings.map(({ message }) => message.en);
  expect(said).toContain("There is no column for “Source of funds”.");
  expect(said).toContain(
    "“201360” is no item-level code of “Functional code”, and no single code has that name.",
  );
  for (const { fields } of [LINE_IMPORT, PAYMENT_IMPORT, RECORD_IMPORT]) {
    const unnamed = fields.filter(({ id, en }) => id !== "ignored" && !/^[A-Z][\w ()-]+$/u.test(en));
    expect(unnamed.map(({ id }) => id)).toEqual([]);
  }
});
