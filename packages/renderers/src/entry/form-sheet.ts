import type { ColumnSchema, SheetSchema } from "@mingzhang/core";
import { cellAddress, type Row, reference, type Sheet } from "../workbook/index.ts";
import { cellStyle, cellValue } from "./cell-value.ts";
import { GUIDE_SHEET } from "./guide-sheet.ts";
import type { Lists } from "./lists.ts";
import { HEADING_ROW } from "./plan.ts";
import type { EntryRecord } from "./records.ts";
import { fittedRow } from "./row-height.ts";
import { validationOf } from "./validations.ts";

const VALUE_COLUMN = 1;
const WIDTHS = [26, 64, 34, 34];

/** A sheet with one field a row: its name, the value, what is asked for, and an example. */
export function formSheet(schema: SheetSchema, record: EntryRecord, lists: Lists): Sheet {
  const year = Number(record.year);
  const fields = schema.columns.map((column): Row => field(column, record[column.id], year));
  const headings = ["项目", "填写内容", "填写要求", "示例"].map((value) => ({ value, style: "heading" }));
  return {
    name: schema.title,
    rows: [banner(schema), { cells: headings, height: 24 }, ...fields],
    columns: WIDTHS.map((width) => ({ width })),
    frozen: { rows: HEADING_ROW + 1 },
    validations: schema.columns.flatMap((column, index) => {
      const validation = validationOf(column, lists);
      const range = cellAddress(HEADING_ROW + 1 + index, VALUE_COLUMN);
      return validation === undefined ? [] : [{ range, ...validation }];
    }),
    conditionalFormats: schema.columns.flatMap(({ required }, index) => {
      const range = cellAddress(HEADING_ROW + 1 + index, VALUE_COLUMN);
      return required ? [{ range, formula: `LEN(${range})=0`, style: "missing" }] : [];
    }),
    print: { orientation: "portrait" },
    tabColor: "1F4E79",
  };
}

function banner({ title, doc }: SheetSchema): Row {
  const link = { value: "← 返回", style: "link", link: reference(GUIDE_SHEET, "A1") };
  return { cells: [link, { value: `${title}：${doc.zh}`, style: "section" }], height: 26 };
}

function field(column: ColumnSchema, text: string | undefined, year: number): Row {
  const { title, required, doc, example } = column;
  const style = column.type.kind === "year" ? "whole" : cellStyle(column);
  const value = text === undefined ? undefined : cellValue(column, text, year);
  const cells = [
    { value: required ? `${title}*` : title, style: required ? "required" : "heading" },
    { style, ...(value !== undefined && { value }) },
    { value: doc.zh, style: "help" },
    { value: example, style: "example" },
  ];
  return fittedRow(cells, WIDTHS);
}
