import type { Budget } from "../budget.ts";
import { BUDGET_SHEETS } from "../schema.ts";
import type { RawSheet } from "../sheet.ts";
import { recordsOf } from "./records.ts";
import { type SheetWords, sheetsOf } from "./sheets-of.ts";

/** A budget as the sheets that read back to it, all of the schema's and in its order. */
export function budgetToSheets(budget: Budget, words: SheetWords = "ids"): readonly RawSheet[] {
  return sheetsOf(BUDGET_SHEETS, recordsOf(budget), words);
}
