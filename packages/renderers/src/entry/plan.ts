import { type ColumnSchema, ENTRY_SHEETS, type SheetSchema } from "@mingzhang/core";
import { absolute, rangeAddress, reference } from "../workbook/index.ts";
import type { EntryRecord, EntryRecords } from "./records.ts";

/** Rows of a table sheet: what it is for, the headings, then records. */
export const HEADING_ROW = 1;
/** The first column carries marks; the schema's columns follow. */
export const FIRST_COLUMN = 1;

const PREPARED_ROWS: Readonly<Record<string, number>> = {
  ledger: 500,
  indicators: 200,
  units: 100,
  payments: 500,
  records: 500,
};
const PREPARED_OTHERWISE = 60;
const SPARE_ROWS = 50;

/** Where the records of one table sheet are in the workbook. Rows count from 0. */
export interface SheetPlan {
  readonly schema: SheetSchema;
  readonly records: readonly EntryRecord[];
  /** A sheet without records shows the schema's example, which readers skip. */
  readonly hasExample: boolean;
  readonly firstRow: number;
  readonly lastRow: number;
}

export function planOf(schema: SheetSchema, all: EntryRecords): SheetPlan {
  const records = all.get(schema.id) ?? [];
  const hasExample = records.length === 0;
  const firstRow = HEADING_ROW + (hasExample ? 2 : 1);
  const prepared = Math.max(PREPARED_ROWS[schema.id] ?? PREPARED_OTHERWISE, records.length + SPARE_ROWS);
  return { schema, records, hasExample, firstRow, lastRow: firstRow + prepared - 1 };
}

export function columnPosition(schema: SheetSchema, column: string): number {
  return FIRST_COLUMN + schema.columns.findIndex(({ id }) => id === column);
}

/** "'预算明细'!$M$4:$M$503": all cells of a column that may hold records. */
export function columnReference(plan: SheetPlan, column: string): string {
  const position = columnPosition(plan.schema, column);
  const range = rangeAddress(plan.firstRow, position, plan.lastRow, position);
  return reference(plan.schema.title, absolute(range));
}

/** "B4:B503". */
export function columnRange(plan: SheetPlan, column: ColumnSchema): string {
  const position = columnPosition(plan.schema, column.id);
  return rangeAddress(plan.firstRow, position, plan.lastRow, position);
}

export function schemaOf(id: string): SheetSchema {
  const schema = ENTRY_SHEETS.find((sheet) => sheet.id === id);
  if (schema === undefined) throw new RangeError(`no sheet ${id}`);
  return schema;
}
