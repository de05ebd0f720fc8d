import { PARTICIPANTS_SHEET, type SheetSchema, YEAR_SHEETS } from "../schema.ts";
import type { RawSheet } from "../sheet.ts";
import type { PerformanceYear } from "../year.ts";
import { type SheetWords, sheetsOf } from "./sheets-of.ts";
import { yearRecordsOf } from "./year-records.ts";

/** The sheets that a year is written as. The sheet of names is not among them: names are no part of a year. */
export const WRITTEN_YEAR_SHEETS: readonly SheetSchema[] = YEAR_SHEETS.filter(
  (schema) => schema !== PARTICIPANTS_SHEET,
);

/** A year as the sheets that read back to it beside its budget's, in the schema's order. */
export function yearToSheets(year: PerformanceYear, words: SheetWords = "ids"): readonly RawSheet[] {
  return sheetsOf(WRITTEN_YEAR_SHEETS, yearRecordsOf(year), words);
}
