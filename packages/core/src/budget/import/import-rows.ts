import type { Place } from "../../document/document.ts";
import type { Finding } from "../../finding/finding.ts";
import type { RawCell, RawSheet } from "../sheet.ts";
import type { ImportFieldId } from "./field.ts";
import { findLayout, type Layout } from "./layout.ts";
import type { ImportMapping } from "./mapping.ts";
import { ImportReport, importFinding } from "./message.ts";
import { ImportRow, isTotalLabel } from "./row.ts";
import { fieldOf, type ImportTarget, type RowValues } from "./target.ts";

export interface ImportedRows {
  /**
   * A sheet as the target's, ready for reading as part of a budget or its year: every cell has the place in the
   * export that it came from, so that later findings point there.
   */
  readonly sheet: RawSheet;
  readonly findings: readonly Finding[];
}

/**
 * Takes the rows of an export, one a row, into the form of a sheet. What is not understood is reported with its cell
 * and left as it stands; nothing is guessed in silence.
 */
export function importRows(sheet: RawSheet, target: ImportTarget, mapping: ImportMapping = {}): ImportedRows {
  const { id: name, columns } = target.schema;
  const report = new ImportReport();
  const header = columns.map((column) => textCell(column.id, sheetPlace(sheet)));
  const layout = findLayout(sheet, { target, mapping }, report);
  if (layout === undefined) {
    const field = fieldOf(target, target.anchor);
    const findings = [importFinding("no-header", sheetPlace(sheet), { field })];
    return { sheet: { name, rows: [header] }, findings };
  }
  reportMissing(layout, { target, mapping }, sheet, report);
  const rows = sheet.rows.slice(layout.firstRow).flatMap((cells) => {
    const row = openRow(cells, { target, layout, mapping }, report);
    const values = row === undefined ? undefined : target.read(row, report);
    return row === undefined || values === undefined ? [] : [toCells(row, values, target)];
  });
  return { sheet: { name, rows: [header, ...rows] }, findings: report.findings() };
}

interface Import {
  readonly target: ImportTarget;
  readonly mapping: ImportMapping;
}

function reportMissing(
  layout: Layout,
  { target, mapping }: Import,
  sheet: RawSheet,
  report: ImportReport,
): void {
  const place = sheet.rows[layout.firstRow - 1]?.[0]?.place ?? sheetPlace(sheet);
  for (const field of target.fields) {
    const { id, required } = field;
    if (!required || layout.columns.has(id) || mapping.constants?.[id] !== undefined) continue;
    report.add("missing-column", place, { field });
  }
}

/** Undefined for a row that is no record: blank, numbering the columns, a total, or deleted. */
function openRow(
  cells: readonly RawCell[],
  { target, layout, mapping }: Import & { readonly layout: Layout },
  report: ImportReport,
): ImportRow | undefined {
  const first = cells.find((cell) => cell.text.trim() !== "");
  if (first === undefined || numbersColumns(cells)) return undefined;
  const row = new ImportRow(cells, { layout, mapping, report, rowPlace: first.place, fields: target.fields });
  const label = cells.find((cell) => isTotalLabel(cell.text));
  if (label !== undefined && target.classified.some((id) => row.whole(id) === "")) {
    report.add("total-row", label.place, { value: label.text.trim() });
    return undefined;
  }
  if (!row.isDeleted()) return row;
  report.add("deleted-row", first.place);
  return undefined;
}

function toCells(row: ImportRow, values: RowValues, { schema, fields, anchor }: ImportTarget): RawCell[] {
  const isField = (id: string): id is ImportFieldId => fields.some((field) => field.id === id);
  return schema.columns.map(({ id }) => textCell(values[id] ?? "", row.place(isField(id) ? id : anchor)));
}

/** A row below the header that counts the columns: 1, 2, 3 … */
function numbersColumns(cells: readonly RawCell[]): boolean {
  const texts = cells.map((cell) => cell.text.trim()).filter((text) => text !== "");
  return (
    texts.length > 2 && texts.slice(1).every((text, index) => text === String(Number(texts[0]) + index + 1))
  );
}

function textCell(text: string, place: Place): RawCell {
  return { kind: text === "" ? "blank" : "text", text, place };
}

function sheetPlace({ file, name }: RawSheet): Place {
  return { kind: "sheet", ...(file !== undefined && { file }), sheet: name };
}
