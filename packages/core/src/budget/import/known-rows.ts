import type { RawCell } from "../sheet.ts";
import { fold } from "../terms.ts";
import type { ImportedRows } from "./import-rows.ts";
import { ImportReport } from "./message.ts";
import { fieldOf, type ImportTarget, type RowValues } from "./target.ts";

/**
 * The imported rows without those that are in the sheet already, where the target tells: exports of overlapping
 * periods can be added one after the other. A number that is there with another content is imported and reported.
 */
export function withoutKnown(
  imported: ImportedRows,
  target: ImportTarget,
  known: readonly RowValues[],
): ImportedRows {
  const { identity } = target;
  const [header = [], ...rows] = imported.sheet.rows;
  if (identity === undefined || known.length === 0) return imported;
  const keyOf = (row: RowValues) => {
    const number = fold(row[identity.number] ?? "");
    return number === "" ? undefined : `${identity.among(row)} ${number}`;
  };
  const contents = new Map<string, string[]>();
  for (const row of known) {
    const key = keyOf(row);
    if (key !== undefined) contents.set(key, [...(contents.get(key) ?? []), identity.content(row)]);
  }
  const before = new Map([...contents].map(([key, list]) => [key, list.join("、")]));
  const report = new ImportReport();
  const field = fieldOf(target, identity.number);
  const isNew = (cells: readonly RawCell[]): boolean => {
    const row = valuesOf(header, cells);
    const key = keyOf(row) ?? "";
    const [left, stated] = [contents.get(key), before.get(key)];
    const cell = cells[header.findIndex(({ text }) => text === identity.number)];
    if (left === undefined || stated === undefined || cell === undefined) return true;
    const at = left.indexOf(identity.content(row));
    // Each row that is there accounts for one: a voucher may have two rows alike.
    if (at >= 0) left.splice(at, 1);
    if (at >= 0) report.add("known-row", cell.place);
    else report.add("known-number", cell.place, { field, value: cell.text, known: stated });
    return at < 0;
  };
  const sheet = { ...imported.sheet, rows: [header, ...rows.filter(isNew)] };
  return { sheet, findings: [...imported.findings, ...report.findings()] };
}

function valuesOf(header: readonly RawCell[], cells: readonly RawCell[]): RowValues {
  return Object.fromEntries(header.map(({ text }, at) => [text, cells[at]?.text ?? ""]));
}
