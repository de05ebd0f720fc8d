import { BUDGET_SHEETS } from "@mingzhang/core";
import type { Workbook } from "../workbook/index.ts";
import { formSheet } from "./form-sheet.ts";
import { keyNames } from "./formulas.ts";
import { guideSheet } from "./guide-sheet.ts";
import { listsFor } from "./lists.ts";
import { planOf, schemaOf } from "./plan.ts";
import type { EntryRecords } from "./records.ts";
import { ENTRY_STYLES } from "./styles.ts";
import { tableSheet } from "./table-sheet.ts";

/** The workbook as a value. */
export function entryWorkbook(records: EntryRecords, year: number): Workbook {
  const lists = listsFor(year);
  const plans = new Map(BUDGET_SHEETS.map((schema) => [schema.id, planOf(schema, records)]));
  const plan = (id: string) => plans.get(id) ?? planOf(schemaOf(id), records);
  const sheets = BUDGET_SHEETS.map((schema) =>
    schema.shape === "form"
      ? formSheet(schema, records.get(schema.id)?.[0] ?? {}, lists)
      : tableSheet(plan(schema.id), lists, year),
  );
  return {
    title: `${year}年部门预算填报工作簿`,
    styles: ENTRY_STYLES,
    sheets: [guideSheet(year, plan("ledger")), ...sheets, ...lists.sheets],
    names: [...lists.names, ...keyNames(plan("units"), plan("projects"))],
  };
}
