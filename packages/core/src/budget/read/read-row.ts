import { type ColumnSchema, type SheetSchema, titleOf } from "../schema.ts";
import type { RawCell } from "../sheet.ts";
import { readCell } from "./cell/cell.ts";
import { type CellInput, exampleOf } from "./cell/input.ts";
import { fault, type Report } from "./fault/fault.ts";
import type { SheetRecord, Value } from "./record.ts";
import type { Spot } from "./spot.ts";

/** What the reading of a row depends on beyond the row. */
export interface RowContext {
  readonly year?: number;
  readonly keys: CellInput["keys"];
  readonly report: Report;
}

/** Where the cells of one record are. `cell` gives undefined for a blank; `has` says whether the column is there. */
export interface RowSource {
  readonly has: (column: string) => boolean;
  readonly cell: (column: string) => RawCell | undefined;
  readonly spot: (column: string) => Spot;
}

/** Reads the cells of one record in the order of the schema's columns. */
export function readRow(schema: SheetSchema, source: RowSource, context: RowContext): SheetRecord {
  const values: Record<string, Value> = {};
  let usable = true;
  let dated = context;
  for (const column of schema.columns) {
    const value = readColumn(column, source, dated);
    if (value === "unusable") usable = false;
    else if (value !== "blank") values[column.id] = value.read;
    if (column.id === "year" && typeof values.year === "number") dated = { ...context, year: values.year };
  }
  return { values, usable, spot: source.spot };
}

/** Whether nothing is entered. A formula without a stored result is not blank: its value is unknown. */
export function isBlank(cell: RawCell | undefined): boolean {
  return cell === undefined || (cell.text.trim() === "" && !lacksResult(cell));
}

function lacksResult(cell: RawCell): boolean {
  return cell.kind === "blank" && cell.formula !== undefined;
}

function readColumn(
  column: ColumnSchema,
  source: RowSource,
  context: RowContext,
): { readonly read: Value } | "blank" | "unusable" {
  const cell = source.has(column.id) ? source.cell(column.id) : undefined;
  const { id } = column;
  const title = titleOf(column);
  if (cell === undefined || isBlank(cell)) {
    if (column.required !== true) return "blank";
    if (source.has(id))
      context.report(fault("empty-field", source.spot(id), { title, example: exampleOf(column) }));
    return "unusable";
  }
  const spot = source.spot(id);
  if (lacksResult(cell)) {
    context.report(fault("formula-without-value", spot, { title }));
    return "unusable";
  }
  const text = cell.text.replace(/\r\n?/gu, "\n").trim();
  const read = readCell({ ...context, text, kind: cell.kind, column, type: column.type, spot });
  return read === undefined ? "unusable" : { read };
}
