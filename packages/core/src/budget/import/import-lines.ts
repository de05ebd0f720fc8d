import type { Place } from "../../document/document.ts";
import type { Finding } from "../../finding/finding.ts";
import { LEDGER_SHEET } from "../schema.ts";
import type { RawCell, RawSheet } from "../sheet.ts";
import { IMPORT_FIELDS, type ImportFieldId } from "./field.ts";
import { findLayout, type Layout } from "./layout.ts";
import type { ImportMapping } from "./mapping.ts";
import { ImportReport, importFinding } from "./message.ts";
import { ImportRow, isTotalLabel } from "./row.ts";

export interface ImportedLines {
  /**
   * A sheet as the ledger's, ready for reading as part of a budget: every cell has the place in the export that it
   * came from, so that later findings point there.
   */
  readonly sheet: RawSheet;
  readonly findings: readonly Finding[];
}

/**
 * Takes the lines of an export, one a row, into the form of the ledger. What is not understood is reported with its
 * cell and left as it stands; nothing is guessed in silence.
 */
export function importLines(sheet: RawSheet, mapping: ImportMapping = {}): ImportedLines {
  const report = new ImportReport();
  const header = LEDGER_SHEET.columns.map((column) => textCell(column.id, sheetPlace(sheet)));
  const layout = findLayout(sheet, mapping, report);
  if (layout === undefined) {
    const findings = [importFinding("no-header", sheetPlace(sheet))];
    return { sheet: { name: LEDGER_SHEET.id, rows: [header] }, findings };
  }
  reportMissing(layout, mapping, sheet, report);
  const rows = sheet.rows.slice(layout.firstRow).flatMap((row) => {
    const line = importRow(row, layout, mapping, report);
    return line === undefined ? [] : [line];
  });
  return { sheet: { name: LEDGER_SHEET.id, rows: [header, ...rows] }, findings: report.findings() };
}

function reportMissing(layout: Layout, mapping: ImportMapping, sheet: RawSheet, report: ImportReport): void {
  const place = sheet.rows[layout.firstRow - 1]?.[0]?.place ?? sheetPlace(sheet);
  for (const { id, zh, required } of IMPORT_FIELDS) {
    if (!required || layout.columns.has(id) || mapping.constants?.[id] !== undefined) continue;
    report.add("missing-column", place, { field: zh });
  }
}

/** Undefined for a row that is no line: blank, numbering the columns, a total, deleted, or without an amount. */
function importRow(
  cells: readonly RawCell[],
  layout: Layout,
  mapping: ImportMapping,
  report: ImportReport,
): RawCell[] | undefined {
  const first = cells.find((cell) => cell.text.trim() !== "");
  if (first === undefined || numbersColumns(cells)) return undefined;
  const row = new ImportRow(cells, { layout, mapping, report, rowPlace: first.place });
  const label = cells.find((cell) => isTotalLabel(cell.text));
  if (label !== undefined && (row.text("department_economic") === "" || row.text("functional") === "")) {
    return skip("total-row", label.place, report, label.text.trim());
  }
  if (row.isDeleted()) return skip("deleted-row", first.place, report);
  const amount = row.amount();
  if (amount === undefined) return skip("zero-row", row.place("amount_yuan"), report);
  return toLedgerCells(row, amount, report);
}

function skip(
  id: "total-row" | "deleted-row" | "zero-row",
  place: Place,
  report: ImportReport,
  value?: string,
): undefined {
  report.add(id, place, value === undefined ? {} : { value });
  return undefined;
}

function toLedgerCells(row: ImportRow, amount: string, report: ImportReport): RawCell[] {
  const kind = row.kind();
  const project = row.text("project");
  if (project !== "" && kind !== "project")
    report.add("project-dropped", row.place("project"), { value: project });
  const values: Partial<Record<string, string>> = {
    year: row.year(),
    unit: row.text("unit"),
    fund: row.fund(),
    carry_over: row.carryOver(),
    functional: row.code("functional"),
    kind,
    project: kind === "project" ? project : "",
    department_economic: row.code("department_economic"),
    government_economic: row.code("government_economic"),
    procurement: row.procurement(),
    amount_yuan: amount,
  };
  return LEDGER_SHEET.columns.map(({ id }) =>
    textCell(values[id] ?? "", row.place(isReadField(id) ? id : "amount_yuan")),
  );
}

function isReadField(id: string): id is ImportFieldId {
  return IMPORT_FIELDS.some((field) => field.id === id);
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
