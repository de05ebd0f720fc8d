import { BUDGET_SHEETS } from "@mingzhang/core";
import { goTo } from "../layout/route.ts";
import { pageOfSheet } from "./sheet-tabs.ts";

const LAST_SHEET = "mingzhang.sheet";

/** Opens the page of a sheet: of the year, or of the budget's entry. */
export function goToSheet(budget: string, sheet: string): void {
  if (BUDGET_SHEETS.some(({ id }) => id === sheet)) sessionStorage.setItem(LAST_SHEET, sheet);
  goTo(`/budgets/${budget}/${pageOfSheet(sheet)}`);
}
