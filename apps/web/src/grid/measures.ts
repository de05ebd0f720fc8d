import type { ColumnSchema, SheetSchema } from "@mingzhang/core";

export const ROW_HEIGHT = 26;
const NUMBER_WIDTH = 44;
/** Pixels a character of the workbook's width takes. */
const CHARACTER = 7.2;

export function widthOf({ width, type }: ColumnSchema): number {
  const wide = type.kind === "code" ? width + 8 : width;
  return Math.round(Math.max(72, Math.min(320, wide * CHARACTER)));
}

/** Where a column begins, after the column of row numbers. */
export function leftOf(schema: SheetSchema, column: number): number {
  return schema.columns.slice(0, column).reduce((sum, one) => sum + widthOf(one), NUMBER_WIDTH);
}

export function widthOfSheet(schema: SheetSchema): number {
  return leftOf(schema, schema.columns.length);
}
