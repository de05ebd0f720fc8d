import { type ColumnSchema, findTerm, fold } from "@mingzhang/core";
import type { Change, Row } from "@mingzhang/server/api";
import { cellOf, rowsOf, type Sheets, sheetOf } from "../entry/sheets.ts";
import { randomId } from "../entry/use-entry.ts";
import type { Cells } from "./export.ts";

/** The row of a sheet that says the same under these keys, however it is written; blank is blank. */
export function findLine(sheets: Sheets, sheet: string, keys: Cells): Row | undefined {
  const columns = sheetOf(sheet).columns.filter(({ id }) => id in keys);
  return rowsOf(sheets, sheet).find((row) =>
    columns.every((column) => plain(column, cellOf(row, column.id)) === plain(column, keys[column.id] ?? "")),
  );
}

function plain({ type }: ColumnSchema, text: string): string {
  if (type.kind === "choice") return findTerm(type.terms, text)?.id ?? fold(text);
  const [, year, month = "", day = ""] = /^\s*(\d{4})\D(\d{1,2})\D(\d{1,2})\D*$/.exec(text) ?? [];
  if (type.kind !== "date" || year === undefined) return fold(text);
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** What puts cells into the row of these keys, or into a new one at the end of the sheet. */
export function writeLine(sheets: Sheets, sheet: string, keys: Cells, cells: Cells): readonly Change[] {
  const row = findLine(sheets, sheet, keys);
  if (row !== undefined) return changed(sheet, row, cells);
  const said = filled(cells);
  return Object.keys(said).length === 0 ? [] : [newLine(sheets, sheet, { ...filled(keys), ...said })];
}

/** A row at the end of a sheet. */
export function newLine(sheets: Sheets, sheet: string, cells: Cells): Change {
  const after = rowsOf(sheets, sheet).at(-1)?.id ?? null;
  return { kind: "insert", sheet, row: randomId(), after, cells: filled(cells) };
}

function changed(sheet: string, row: Row, cells: Cells): readonly Change[] {
  return Object.entries(cells).flatMap(([field, to]): Change[] => {
    const from = cellOf(row, field);
    return from === to ? [] : [{ kind: "set", sheet, row: row.id, field, from, to }];
  });
}

function filled(cells: Cells): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ""));
}
