import type { ColumnSchema, SheetSchema } from "../schema.ts";
import type { RawCell } from "../sheet.ts";
import { findTerm, fold } from "../terms.ts";
import { canonical } from "./cell/number.ts";
import { fault, type Report } from "./fault/fault.ts";
import { EXAMPLE_MARK } from "./layout.ts";
import type { RowSource } from "./read-row.ts";
import type { Spot } from "./spot.ts";

interface MarkedRow {
  readonly schema: SheetSchema;
  readonly source: RowSource;
  readonly mark: string;
}

/** Whether the row is marked as an example. One that somebody has typed over is reported, not lost in silence. */
export function isExampleRow({ schema, source, mark }: MarkedRow, spot: () => Spot, report: Report): boolean {
  if (!mark.startsWith(EXAMPLE_MARK)) return false;
  if (schema.columns.some((column) => !showsExample(column, source.cell(column.id)))) {
    report(fault("changed-example", spot(), {}));
  }
  return true;
}

function showsExample({ type, example }: ColumnSchema, cell: RawCell | undefined): boolean {
  const text = cell?.text.trim() ?? "";
  if (text === "" || fold(text) === fold(example)) return true;
  if (type.kind === "choice") return findTerm(type.terms, text) === findTerm(type.terms, example);
  const isNumber = type.kind === "amount" || type.kind === "decimal" || type.kind === "integer";
  return isNumber && canonical(text.replaceAll(",", "")) === canonical(example);
}
