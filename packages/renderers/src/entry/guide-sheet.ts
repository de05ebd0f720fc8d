import { BUDGET_SHEETS, type Fen, formatYuan, KINDS, parseYuan, sumFen, ZERO } from "@mingzhang/core";
import { type Cell, isExactNumber, type Row, reference, type Sheet } from "../workbook/index.ts";
import { columnReference, type SheetPlan } from "./plan.ts";
import { fittedRow } from "./row-height.ts";

/** A name that readers know as holding no data. */
export const GUIDE_SHEET = "填写说明";

const WIDTHS = [30, 20, 70];

const STEPS = [
  "先填“部门信息”和“预算单位”，再填“预算明细”：全部支出一行一笔。合计、小计一律不填，由系统得出。",
  "科目从下拉列表中选择，也可只输入编码。“政府经济分类编码”按单位类型自动对照，可以改填。",
  "有项目支出的，填“项目”和“绩效指标”；有上年数的，填“上年预算数”和“上年三公及运行经费”。",
  "其余各表没有内容的留空。灰色“示例”行不会读入，可以删除。",
  "存盘后交给明账检查并生成公开稿。增加行数时，请在已有行中插入，以保留下拉列表。",
];

const LEGAL_BASIS =
  "《中华人民共和国预算法》第十四条：经本级政府财政部门批复的部门预算，应当在批复后二十日内由各部门向社会公开。";

const COLOURS: readonly Cell[] = [
  { value: "深色表头（带*）：必填", style: "required" },
  { value: "浅色表头：选填", style: "heading" },
  { value: "浅绿：自动对照，可改填", style: "computed" },
  { value: "橙色：必填而未填", style: "warning" },
];

/** The first sheet: what this is, what to do, where everything is, and sums to compare with one's own. */
export function guideSheet(year: number, ledger: SheetPlan): Sheet {
  return {
    name: GUIDE_SHEET,
    rows: [
      { cells: [{ value: `${year}年部门预算填报工作簿`, style: "title" }], height: 34 },
      line(LEGAL_BASIS, "subtitle"),
      section("一、怎么填"),
      ...STEPS.map((step, index) => line(`${index + 1}. ${step}`, "plain")),
      section("二、有哪些表（点击表名前往）"),
      { cells: ["表名", "必填", "填什么"].map((value) => ({ value, style: "heading" })) },
      ...BUDGET_SHEETS.map(sheetRow),
      section("三、颜色"),
      ...COLOURS.map((cell) => fittedRow([cell], WIDTHS)),
      section("四、即时核对（元）"),
      ...sums(ledger),
    ],
    columns: WIDTHS.map((width) => ({ width })),
    merges: [1, 3, 4, 5, 6, 7].map((row) => ({ row, column: 0, rowSpan: 1, columnSpan: 3 })),
    gridLines: false,
    print: { orientation: "portrait" },
  };
}

/** A text across all columns. */
function line(value: string, style: string): Row {
  return fittedRow([{ value, style }], [WIDTHS.reduce((sum, width) => sum + width)]);
}

function section(value: string): Row {
  return { cells: [{ value, style: "section" }], height: 30 };
}

const REQUIRED_SHEETS = ["department", "units", "ledger"];

function sheetRow({ id, title, doc }: (typeof BUDGET_SHEETS)[number]): Row {
  const name = { value: title, style: "linked", link: reference(title, "A1") };
  const required = REQUIRED_SHEETS.includes(id) ? "必填" : "";
  return fittedRow([name, { value: required, style: "centred" }, { value: doc, style: "help" }], WIDTHS);
}

/** Live sums over the ledger, with the results of the records that are there. */
function sums(ledger: SheetPlan): Row[] {
  const amounts = columnReference(ledger, "amount_yuan");
  const kinds = columnReference(ledger, "kind");
  const total = (kind?: string) =>
    sumFen(ledger.records.filter((record) => kind === undefined || record.kind === kind).map(amountOf));
  return [
    sumRow("预算明细合计", `SUM(${amounts})`, total()),
    ...KINDS.slice(0, 3).map(({ id, zh }) =>
      sumRow(`其中：${zh}`, `SUMIF(${kinds},"${zh}",${amounts})`, total(id)),
    ),
  ];
}

function amountOf(record: Readonly<Record<string, string>>): Fen {
  return parseYuan(record.amount_yuan ?? "") ?? ZERO;
}

function sumRow(label: string, formula: string, result: Fen): Row {
  const number = formatYuan(result);
  const value = { formula, ...(isExactNumber(number) && { cached: { number } }) };
  return {
    cells: [
      { value: label, style: "label" },
      { value, style: "amount" },
    ],
  };
}
