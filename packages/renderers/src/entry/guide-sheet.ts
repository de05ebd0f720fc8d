import { LEDGER_SHEET, type SheetSchema } from "@mingzhang/core";
import { type Cell, isExactNumber, type Row, reference, type Sheet } from "../workbook/index.ts";
import type { Guide, GuideSum } from "./form.ts";
import { fittedRow } from "./row-height.ts";

/** A name that readers know as holding no data. */
export const GUIDE_SHEET = "填写说明";

const WIDTHS = [30, 20, 70];

const COLOURS: readonly Cell[] = [
  { value: "深色表头（带*）：必填", style: "required" },
  { value: "浅色表头：选填", style: "heading" },
  { value: "浅绿：自动对照，可改填", style: "computed" },
  { value: "橙色：必填而未填", style: "warning" },
];

/** The first sheet: what this is, what to do, where everything is, and sums to compare with one's own. */
export function guideSheet({ title, basis, steps, sums }: Guide, schemas: readonly SheetSchema[]): Sheet {
  return {
    name: GUIDE_SHEET,
    rows: [
      { cells: [{ value: title, style: "title" }], height: 34 },
      line(basis, "subtitle"),
      section("一、怎么填"),
      ...steps.map((step, index) => line(`${index + 1}. ${step}`, "plain")),
      section("二、有哪些表（点击表名前往）"),
      { cells: ["表名", "必填", "填什么"].map((value) => ({ value, style: "heading" })) },
      ...schemas.map(sheetRow),
      section("三、颜色"),
      ...COLOURS.filter(({ style }) => style !== "computed" || schemas.includes(LEDGER_SHEET)).map((cell) =>
        fittedRow([cell], WIDTHS),
      ),
      section("四、即时核对（元）"),
      ...sums.map(sumRow),
    ],
    columns: WIDTHS.map((width) => ({ width })),
    merges: [BASIS_ROW, ...steps.map((_, index) => STEPS_ROW + index)].map((row) => ({
      row,
      column: 0,
      rowSpan: 1,
      columnSpan: 3,
    })),
    gridLines: false,
    print: { orientation: "portrait" },
  };
}

const BASIS_ROW = 1;
const STEPS_ROW = 3;

/** A text across all columns. */
function line(value: string, style: string): Row {
  return fittedRow([{ value, style }], [WIDTHS.reduce((sum, width) => sum + width)]);
}

function section(value: string): Row {
  return { cells: [{ value, style: "section" }], height: 30 };
}

const REQUIRED_SHEETS = ["department", "units", "ledger"];

function sheetRow({ id, title, doc }: SheetSchema): Row {
  const name = { value: title, style: "linked", link: reference(title, "A1") };
  const required = REQUIRED_SHEETS.includes(id) ? "必填" : "";
  return fittedRow([name, { value: required, style: "centred" }, { value: doc.zh, style: "help" }], WIDTHS);
}

function sumRow({ label, formula, result }: GuideSum): Row {
  const value = { formula, ...(isExactNumber(result) && { cached: { number: result } }) };
  return {
    cells: [
      { value: label, style: "label" },
      { value, style: "amount" },
    ],
  };
}
