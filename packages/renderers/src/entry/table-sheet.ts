import { type ColumnSchema, EXAMPLE_MARK, MARK_HEADING } from "@mingzhang/core";
import { type Cell, cellAddress, type Row, rangeAddress, reference, type Sheet } from "../workbook/index.ts";
import { cellStyle, cellValue } from "./cell-value.ts";
import { governmentEconomicFormula } from "./formulas.ts";
import { GUIDE_SHEET } from "./guide-sheet.ts";
import type { Lists } from "./lists.ts";
import { columnPosition, columnRange, FIRST_COLUMN, HEADING_ROW, type SheetPlan } from "./plan.ts";
import { MARK } from "./records.ts";
import { fittedRow } from "./row-height.ts";
import { validationOf } from "./validations.ts";

const MARK_WIDTH = 8;
const LANDSCAPE = { orientation: "landscape", titleRows: [HEADING_ROW, HEADING_ROW] } as const;

/** A sheet with one record a row: what it is for, headings, an example where it has no records, and room. */
export function tableSheet(plan: SheetPlan, lists: Lists, year: number): Sheet {
  const { schema, firstRow, lastRow } = plan;
  const columns = schema.columns;
  const rows: Row[] = [banner(plan), headings(columns)];
  if (plan.hasExample) rows.push(exampleRow(columns, year));
  for (let row = firstRow; row <= lastRow; row++) rows.push(recordRow(plan, row, year));
  return {
    name: schema.title,
    rows,
    columns: widthsOf(columns).map((width) => ({ width })),
    frozen: { rows: HEADING_ROW + 1, columns: FIRST_COLUMN + 1 },
    autoFilter: rangeAddress(HEADING_ROW, 0, lastRow, columns.length),
    validations: columns.flatMap((column) => {
      const validation = validationOf(column, lists, (other) => rowCell(plan, other));
      return validation === undefined ? [] : [{ range: columnRange(plan, column), ...validation }];
    }),
    conditionalFormats: columns
      .filter(({ required }) => required)
      .map((column) => ({ range: columnRange(plan, column), ...missing(plan, column) })),
    print: {
      ...LANDSCAPE,
      area: rangeAddress(0, 0, Math.max(firstRow, firstRow + plan.records.length), columns.length),
    },
    ...(schema.id === "ledger" || schema.id === "units" ? { tabColor: "1F4E79" } : {}),
  };
}

/** "$D4": a column's cell in the first row of records, for rules that follow the row. */
function rowCell({ schema, firstRow }: SheetPlan, column: string): string {
  return `$${cellAddress(firstRow, columnPosition(schema, column))}`;
}

function banner({ schema }: SheetPlan): Row {
  const link = { value: "← 返回", style: "link", link: reference(GUIDE_SHEET, "A1") };
  return { cells: [link, { value: `${schema.title}：${schema.doc.zh}`, style: "section" }], height: 26 };
}

function headings(columns: readonly ColumnSchema[]): Row {
  const cells = columns.map(({ title, required, doc, example }): Cell => {
    const note = [required ? "必填。" : "", doc.zh, example === "" ? "" : `\n例：${example}`].join("");
    return { value: required ? `${title}*` : title, style: required ? "required" : "heading", note };
  });
  return { cells: [{ value: MARK_HEADING, style: "mark" }, ...cells], height: 34 };
}

/** As the schema gives it, codes without names: readers tell by that whether somebody has typed over it. */
function exampleRow(columns: readonly ColumnSchema[], year: number): Row {
  const cells = columns.map((column): Cell => {
    const { example, type } = column;
    if (example === "") return { style: "example" };
    return { value: type.kind === "code" ? example : cellValue(column, example, year), style: "example" };
  });
  return fittedRow([{ value: EXAMPLE_MARK, style: "example" }, ...cells], widthsOf(columns));
}

function recordRow(plan: SheetPlan, row: number, year: number): Row {
  const record = plan.records[row - plan.firstRow];
  const cells = plan.schema.columns.map((column): Cell => {
    const text = record?.[column.id];
    if (text !== undefined) return { value: cellValue(column, text, year), style: cellStyle(column) };
    const isDerived = plan.schema.id === "ledger" && column.id === "government_economic";
    if (!isDerived) return { style: cellStyle(column) };
    return { value: { formula: governmentEconomicFormula(plan, row), cached: "" }, style: "computed" };
  });
  const mark = record?.[MARK];
  return fittedRow(
    [{ style: "mark", ...(mark !== undefined && { value: mark }) }, ...cells],
    widthsOf(plan.schema.columns),
  );
}

/** Shows a required cell that is empty in a row where something is entered beside what the form prepares. */
function missing(plan: SheetPlan, column: ColumnSchema) {
  const { schema, firstRow } = plan;
  const row = rangeAddress(firstRow, FIRST_COLUMN, firstRow, schema.columns.length).replaceAll(
    /([A-Z]+)/g,
    "$$$1",
  );
  const prepared = ["0", ...(schema.prepared ?? []).map((id) => `LEN(${rowCell(plan, id)})`)].join("+");
  const formula = `AND(SUMPRODUCT(LEN(${row}))>${prepared},LEN(${cellAddress(firstRow, columnPosition(schema, column.id))})=0)`;
  return { formula, style: "missing" };
}

/** Of the marks and the schema's columns; room for a code with its name. */
function widthsOf(columns: readonly ColumnSchema[]): readonly number[] {
  return [
    MARK_WIDTH,
    ...columns.map(({ type, width }) => (type.kind === "code" ? Math.max(width, 34) : width)),
  ];
}
