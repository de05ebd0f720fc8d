import type { Budget } from "@mingzhang/core";
import { writeWorkbook } from "../workbook/index.ts";
import { entryWorkbook } from "./entry-sheets.ts";
import type { EntryForm } from "./form.ts";
import { blankRecords, budgetRecords, type EntryOptions, type EntryRecords } from "./records.ts";

/**
 * The budget workbook (填报工作簿) that an office fills in: a guide, one sheet for each of BUDGET_SHEETS in their
 * order, and hidden lists. Filled with a budget, reading it back gives the same budget; the options count for a
 * blank one only.
 *
 * Beside the forms that core's `budget/read/layout.ts` fixes: codes are written with their names ("30201 办公费"),
 * and the government economic code of prepared rows is a formula with an empty text as its result.
 */
export async function writeEntryWorkbook(
  budget: Budget | undefined,
  options: EntryOptions,
): Promise<Uint8Array> {
  if (budget === undefined) return writeEntryRecords(blankRecords(options), options.year);
  return writeEntryRecords(budgetRecords(budget), budget.department.year);
}

/** The same with what stands in an unfinished entry, and the sheets of its form. The year chooses the codes. */
export async function writeEntryRecords(
  records: EntryRecords,
  year: number,
  form: EntryForm = "budget",
): Promise<Uint8Array> {
  return writeWorkbook(entryWorkbook(records, year, form));
}
