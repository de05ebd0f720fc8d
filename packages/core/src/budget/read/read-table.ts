import { isUnwritten } from "../sheet-schema.ts";
import { fold } from "../terms.ts";
import { isExampleRow } from "./example.ts";
import { fault } from "./fault/fault.ts";
import { findHeader, type Header, type OpenSheet } from "./header.ts";
import { HELP_MARK } from "./layout.ts";
import { mergedRows } from "./merge.ts";
import { isBlank, type RowContext, type RowSource, readRow } from "./read-row.ts";
import type { SheetRecord, SheetRecords } from "./record.ts";
import { spotOf } from "./spot.ts";

const TOTAL_WORDS = ["合计", "总计", "小计", "共计", "total"];

/** Reads a sheet with one record a row. Undefined: it has no heading row. */
export function readTable(sheet: OpenSheet, context: RowContext): SheetRecords | undefined {
  const header = findHeader(sheet, context.report);
  if (header === undefined) return undefined;
  const { schema, raw } = sheet;
  const merged = mergedRows(sheet, header, context.report);
  const records: SheetRecord[] = [];
  for (let row = header.row + 1; row < raw.rows.length; row += 1) {
    const source = rowSource(sheet, header, row);
    if (isSkipped(sheet, header, { row, source }, context)) continue;
    const record = readRow(schema, source, merged.has(row) ? { ...context, report: () => {} } : context);
    records.push(merged.has(row) ? { ...record, usable: false } : record);
  }
  return { schema, given: true, records, complete: records.every(({ usable }) => usable) };
}

function rowSource({ index, raw }: OpenSheet, { columns }: Header, row: number): RowSource {
  const position = (column: string) => columns.get(column) ?? -1;
  return {
    has: (column) => columns.has(column),
    cell: (column) => raw.rows[row]?.[position(column)],
    spot: (column) => spotOf(index, raw, row, Math.max(0, position(column))),
  };
}

/** Blank and prepared rows, help, untouched examples and totals are no records. */
function isSkipped(
  sheet: OpenSheet,
  header: Header,
  { row, source }: { readonly row: number; readonly source: RowSource },
  { report }: RowContext,
): boolean {
  const { schema, index, raw } = sheet;
  const filled = schema.columns.filter(({ id }) => !isBlank(source.cell(id))).map(({ id }) => id);
  if (isUnwritten(schema, filled)) return true;
  const mark = header.mark === undefined ? "" : (raw.rows[row]?.[header.mark]?.text.trim() ?? "");
  if (mark.startsWith(HELP_MARK)) return true;
  if (isExampleRow({ schema, source, mark }, () => spotOf(index, raw, row, header.mark ?? 0), report))
    return true;
  const lacksRequired = schema.columns.some(
    ({ id, required }) => required === true && isBlank(source.cell(id)),
  );
  const total = filled.find((id) => TOTAL_WORDS.includes(fold(source.cell(id)?.text ?? "")));
  if (total === undefined || !lacksRequired) return false;
  const text = source.cell(total)?.text.trim() ?? "";
  report(fault("total-row", source.spot(total), { text }));
  return true;
}
