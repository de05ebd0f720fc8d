import type { Workbook } from "../workbook/index.ts";
import { type EntryForm, guideOf, sheetsOfForm, titleOf } from "./form.ts";
import { formSheet } from "./form-sheet.ts";
import { guideSheet } from "./guide-sheet.ts";
import { listsFor } from "./lists.ts";
import { nameLists } from "./name-lists.ts";
import { planOf } from "./plan.ts";
import type { EntryRecords } from "./records.ts";
import { ENTRY_STYLES } from "./styles.ts";
import { tableSheet } from "./table-sheet.ts";

/** The workbook as a value. */
export function entryWorkbook(records: EntryRecords, year: number, form: EntryForm = "budget"): Workbook {
  const schemas = sheetsOfForm(form, records);
  const lists = listsFor(year, schemas);
  const names = nameLists(schemas, records);
  const sheets = schemas.map((schema) =>
    schema.shape === "form"
      ? formSheet(schema, records.get(schema.id)?.[0] ?? {}, lists)
      : tableSheet(planOf(schema, records), lists, year),
  );
  return {
    title: titleOf(form, year),
    styles: ENTRY_STYLES,
    sheets: [guideSheet(guideOf(form, year, records), schemas), ...sheets, ...lists.sheets, ...names.sheets],
    names: [...lists.names, ...names.names],
  };
}
