import { expect, test } from "vitest";
import type { RawCell, RawSheet } from "../sheet.ts";
import { importRows } from "./import-rows.ts";
import { withoutKnown } from "./known-rows.ts";
import type { ImportMapping } from "./mapping.ts";
import type { ImportTarget, RowValues } from "./target.ts";
import { PAYMENT_IMPORT } from "./targets/payments.ts";
import { RECORD_IMPORT } from "./targets/records.ts";

function sheetOf(rows: readonly (readonly string[])[]): RawSheet {
  const cell = (text: string, row: number, column: number): RawCell => ({
    kind: text === "" ? "blank" : "text",
    text,
    place: { kind: "sheet", sheet: "导出", cell: `${"ABCDEFGHIJKLMNOP"[column]}${row + 1}` },
  });
  return { name: "导出", rows: rows.map((row, index) => row.map((text, at) => cell(text, index, at))) };
}

/** The records without blanks, and the findings as "rule cell". */
function imported(target: ImportTarget, rows: readonly (readonly string[])[], mapping?: ImportMapping) {
  const { sheet, findings } = importRows(sheetOf(rows), target, mapping);
  const [header = [], ...records] = sheet.rows;
  return {
    records: records.map((record) =>
      Object.fromEntries(record.flatMap(({ text }, at) => (text === "" ? [] : [[header[at]?.text, text]]))),
    ),
    findings: findings.map(({ rule, place }) =>
      `${rule.slice("import/".length)} ${place?.kind === "sheet" ? (place.cell ?? "") : ""}`.trim(),
    ),
  };
}

test("a payment export below its title is read, with its totals left out and refunds negative", () => {
  const { records, findings } = imported(PAYMENT_IMPORT, [
    ["2023年度预算单位支付明细表"],
    ["单位：元"],
    ["支付日期", "预算单位", "项目名称", "部门支出经济分类", "收款人", "支付金额", "支付凭证号"],
    ["20230115", "216001-老干部局", "服务专项", "30201-办公费", "某商店", "1,200.50", "0115-07"],
    ["2023/11/5", "216001-老干部局", "服务专项", "[30216]培训费", "某宾馆", "(200.00)", ""],
    ["", "", "", "", "本月合计", "1000.50", ""],
    ["累计", "", "", "", "", "1000.50", ""],
  ]);
  expect(records).toEqual([
    {
      date: "2023-01-15",
      unit: "老干部局",
      project: "服务专项",
      department_economic: "30201",
      amount_yuan: "1200.50",
      voucher: "0115-07",
    },
    {
      date: "2023-11-05",
      unit: "老干部局",
      project: "服务专项",
      department_economic: "30216",
      amount_yuan: "-200.00",
    },
  ]);
  expect(findings).toEqual(["total-row E6", "total-row A7"]);
});

test("an accounts export in 万元 gives the date of booking; kinds that are no project expenditure have no project", () => {
  const { records, findings } = imported(PAYMENT_IMPORT, [
    ["记账日期", "凭证日期", "单位名称", "项目类别", "项目", "经济分类科目", "实际支出数（万元）"],
    ["2023年3月31日", "2023-03-30", "机关", "人员类项目", "工资奖金津补贴", "基本工资", "6.3104"],
    ["2023.04.30", "2023-04-29", "机关", "特定目标类项目", "服务专项", "30299", "0.02"],
  ]);
  expect(records).toEqual([
    { date: "2023-03-31", unit: "机关", department_economic: "30101", amount_yuan: "63104.00" },
    {
      date: "2023-04-30",
      unit: "机关",
      project: "服务专项",
      department_economic: "30299",
      amount_yuan: "200.00",
    },
  ]);
  expect(findings).toEqual(["unused-column B1", "project-dropped E2", "code-from-name F2"]);
});

test("a mapping says which column is the amount, and that a name of the export is no project", () => {
  const { records } = imported(
    PAYMENT_IMPORT,
    [
      ["日期", "项目", "经济科目", "出账"],
      ["2023-05-31", "公用经费", "30201", "12"],
    ],
    {
      columns: { 出账: "amount_yuan" },
      values: { project: { 公用经费: "" } },
      constants: { unit: "机关" },
      amountUnit: "yuan",
    },
  );
  expect(records).toEqual([
    { date: "2023-05-31", unit: "机关", department_economic: "30201", amount_yuan: "12.00" },
  ]);
});

test("a payment export without a column for the amount has no header, and the finding names what is missing", () => {
  const { findings } = importRows(sheetOf([["支付日期", "预算单位", "项目"]]), PAYMENT_IMPORT);
  expect(findings.map(({ message }) => message.zh)).toEqual([
    "前30行中没有找到表头：至少要有“金额”和另外两个认得的列。",
  ]);
});

test("of an export that overlaps with payments that are there, those are left out; a changed one is reported", () => {
  const there = (date: string, amount_yuan: string, voucher = "7", unit = "机关"): RowValues => ({
    date,
    unit,
    department_economic: "30201",
    amount_yuan,
    ...(voucher !== "" && { voucher }),
  });
  const known = [
    there("2023/1/15", "100.00"),
    there("2023-01-16", "20.00", "8"),
    there("2023-01-17", "5.00", ""),
    there("2023-01-18", "9.00", "9"),
  ];
  const exported = importRows(
    sheetOf([
      ["支付日期", "预算单位", "部门支出经济分类", "支付金额（元）", "支付凭证号"],
      ["2023-01-15", "机关", "30201", "100", "7"],
      ["2023-01-15", "机关", "30202", "60", "7"],
      ["2023-01-16", "机关", "30201", "25", "8"],
      ["2023-01-17", "机关", "30201", "5", ""],
      ["2023-02-15", "机关", "30201", "100", "7"],
      ["2023-01-15", "中心", "30201", "100", "7"],
      ["2023-01-18", "机关", "30201", "9", "9"],
    ]),
    PAYMENT_IMPORT,
  );
  const { sheet, findings, known: left } = withoutKnown(exported, PAYMENT_IMPORT, known);
  expect(
    sheet.rows
      .slice(1)
      .map(([date, unit, , code, amount]) => [date, unit, code, amount].map((cell) => cell?.text)),
  ).toEqual([
    ["2023-01-15", "机关", "30202", "60.00"],
    ["2023-01-16", "机关", "30201", "25.00"],
    ["2023-02-15", "机关", "30201", "100.00"],
    ["2023-01-15", "中心", "30201", "100.00"],
  ]);
  expect(left).toBe(3);
  expect(findings.map(({ level, message: { zh } }) => [level, zh])).toEqual([
    ["notice", "这一笔已在表中（编号、日期、金额都相同），未导入。（共2处，此为第一处）"],
    ["warning", "“凭证号”7在表中已有（2023-01-15 100.00），这一笔的日期或金额与之不符；已导入为另一笔。"],
    ["warning", "“凭证号”8在表中已有（2023-01-16 20.00），这一笔的日期或金额与之不符；已导入为另一笔。"],
    ["notice", "这一笔没有编号，表中已有各栏都相同的一笔，未导入。"],
  ]);
});

test("payments without a number are there already where all is the same, each as often as it is there", () => {
  const there = (amount_yuan: string, more: RowValues = {}): RowValues => ({
    date: "2023年1月31日",
    unit: "机关",
    project: "老干部服务专项",
    department_economic: "30201 办公费",
    amount_yuan,
    ...more,
  });
  const alike = ["2023-01-31", "机关", "老干部服务专项", "30201", "1200.50", ""];
  const exported = importRows(
    sheetOf([
      ["支付日期", "预算单位", "项目", "部门支出经济分类", "支付金额（元）", "支付凭证号"],
      alike,
      alike,
      alike,
      ["2023-01-31", "中心", "老干部服务专项", "30201", "1200.50", ""],
      ["2023-01-31", "机关", "", "30201", "1200.50", ""],
      ["2023-02-01", "机关", "老干部服务专项", "30201", "1200.50", ""],
      ["2023-01-31", "机关", "老干部服务专项", "30202", "1200.50", ""],
      ["2023-01-31", "机关", "老干部服务专项", "30201", "1200.51", ""],
      ["2023-01-31", "机关", "老干部服务专项", "30201", "1200.50", "7"],
    ]),
    PAYMENT_IMPORT,
  );
  const left = (known: readonly RowValues[]) => {
    const { sheet, known: count } = withoutKnown(exported, PAYMENT_IMPORT, known);
    return [sheet.rows.length - 1, count];
  };
  expect(left([])).toEqual([9, 0]);
  expect(left([there("1,200.50")])).toEqual([8, 1]);
  expect(left([there("1,200.50"), there("1200.5")])).toEqual([7, 2]);
  expect(left([there("1200.50"), there("1200.50"), there("1200.50"), there("1200.50")])).toEqual([6, 3]);
  expect(left([there("1200.50", { voucher: "8" })])).toEqual([9, 0]);
});

test("a list of activities becomes evidence; names and numbers of persons are left behind", () => {
  const { records, findings } = imported(RECORD_IMPORT, [
    [
      "编号",
      "活动时间",
      "活动类型",
      "所属项目",
      "活动内容",
      "地点",
      "参加人数",
      "满意人数",
      "调查人数",
      "姓名",
      "身份证号",
    ],
    ["A1", "2023-03-08", "走访", "服务专项", "“三八”慰问", "青年镇", "35", "33", "35", "李四", "500110"],
    ["A2", "2023-03-09", "团建", "服务专项", "座谈", "", "12", "", "", "", ""],
    ["", "", "", "", "合计", "", "47", "", "", "", ""],
  ]);
  expect(records).toEqual([
    {
      number: "A1",
      date: "2023-03-08",
      kind: "visit",
      project: "服务专项",
      matter: "“三八”慰问",
      place: "青年镇",
      count: "35",
      reached: "33",
      due: "35",
    },
    { number: "A2", date: "2023-03-09", kind: "团建", project: "服务专项", matter: "座谈", count: "12" },
  ]);
  expect(findings).toEqual(["unknown-value C3", "total-row E4"]);
});
