import { BUDGET_SHEETS, type Budget, type SheetSchema, toCsvCell } from "@mingzhang/core";
import { sheetsOfForm } from "./form.ts";
import { budgetRecords, type EntryRecord, type EntryRecords } from "./records.ts";

export interface CsvFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A budget as a folder of CSV files, one a sheet, under the schema's ids: UTF-8 without a byte order mark and with
 * plain line feeds, so that version control shows changes line by line. Every sheet has its file, a sheet without
 * rows its headings.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, which reading takes away.
 */
export function writeCsvFolder(budget: Budget): readonly CsvFile[] {
  return writeCsvRecords(budgetRecords(budget));
}

/** The same with what stands in an unfinished entry. */
export function writeCsvRecords(records: EntryRecords): readonly CsvFile[] {
  return filesOf(BUDGET_SHEETS, records);
}

/** The year's sheets in the same way, for the folder `year`; names of persons only where records hold some. */
export function writeYearCsvRecords(records: EntryRecords): readonly CsvFile[] {
  return filesOf(sheetsOfForm("year", records), records);
}

function filesOf(schemas: readonly SheetSchema[], records: EntryRecords): readonly CsvFile[] {
  return schemas.map((schema) => {
    const rows = rowsOf(schema, records.get(schema.id) ?? []);
    const text = rows.map((row) => `${row.map(quoted).join(",")}\n`).join("");
    return { name: `${schema.id}.csv`, bytes: new TextEncoder().encode(text) };
  });
}

function rowsOf({ shape, columns }: SheetSchema, records: readonly EntryRecord[]): readonly string[][] {
  if (shape === "form") return [["field", "value"], ...columns.map(({ id }) => [id, records[0]?.[id] ?? ""])];
  return [columns.map(({ id }) => id), ...records.map((each) => columns.map(({ id }) => each[id] ?? ""))];
}

function quoted(text: string): string {
  const cell = toCsvCell(text);
  return /[",\n\r]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
