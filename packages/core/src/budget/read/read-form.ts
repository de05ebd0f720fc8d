import { titleOf } from "../schema.ts";
import { fault, type Report } from "./fault/fault.ts";
import type { OpenSheet } from "./header.ts";
import { columnOf } from "./layout.ts";
import { reportMerge } from "./merge.ts";
import { type RowContext, readRow } from "./read-row.ts";
import type { SheetRecords } from "./record.ts";
import { sheetSpot, spotOf } from "./spot.ts";

/** Reads a sheet with one field a row: its name, and in the next column its value. */
export function readForm(sheet: OpenSheet, context: RowContext): SheetRecords {
  const { schema, index, raw } = sheet;
  const labels = labelColumn(sheet);
  const rows = findFields(sheet, labels, context.report);
  reportMerges(sheet, labels, rows, context.report);
  const record = readRow(
    schema,
    {
      has: () => true,
      cell: (column) => raw.rows[rows.get(column) ?? -1]?.[labels + 1],
      spot: (column) => {
        const row = rows.get(column);
        return row === undefined ? sheetSpot(index, raw) : spotOf(index, raw, row, labels + 1);
      },
    },
    context,
  );
  return { schema, given: true, records: [record], complete: record.usable };
}

/** The column that names most fields. */
function labelColumn({ schema, raw }: OpenSheet): number {
  const counts: number[] = [];
  for (const row of raw.rows) {
    for (const [position, cell] of row.entries()) {
      if (columnOf(schema, cell.text) !== undefined) counts[position] = (counts[position] ?? 0) + 1;
    }
  }
  const most = Math.max(0, ...counts.map((count) => count ?? 0));
  return Math.max(0, counts.indexOf(most));
}

function findFields(sheet: OpenSheet, labels: number, report: Report): ReadonlyMap<string, number> {
  const { schema, index, raw } = sheet;
  const rows = new Map<string, number>();
  for (const [row, cells] of raw.rows.entries()) {
    const heading = cells[labels]?.text.trim() ?? "";
    const column = columnOf(schema, heading);
    const spot = spotOf(index, raw, row, labels);
    if (column !== undefined && !rows.has(column.id)) rows.set(column.id, row);
    else if (column !== undefined) report(fault("duplicate-field", spot, { title: titleOf(column) }));
    else if (rows.size > 0 && heading !== "") report(fault("unknown-field", spot, { heading }));
  }
  return rows;
}

/** A value may run over several columns; over several rows it would belong to several fields. */
function reportMerges(
  sheet: OpenSheet,
  labels: number,
  fields: ReadonlyMap<string, number>,
  report: Report,
): void {
  for (const merge of sheet.raw.merges ?? []) {
    const touchesValue = merge.left <= labels + 1 && labels + 1 <= merge.right && merge.bottom > merge.top;
    const touchesField = [...fields.values()].some((row) => merge.top <= row && row <= merge.bottom);
    if (touchesValue && touchesField) reportMerge(sheet, merge, report);
  }
}
