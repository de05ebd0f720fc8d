import { sheetOf } from "../entry/sheets.ts";

/** Which sheets of the year each tab shows as sheets. */
export const SHEET_TABS = {
  records: ["records", "countings", "disclosures", "progress", "evaluations", "reviews", "participants"].map(
    sheetOf,
  ),
  money: ["payments", "adjustments"].map(sheetOf),
  targets: ["target-changes"].map(sheetOf),
} as const;

/** The page of a budget, as its address goes on, on which a sheet stands. */
export function pageOfSheet(sheet: string): string {
  const tab = Object.entries(SHEET_TABS).find(([, schemas]) => schemas.some(({ id }) => id === sheet))?.[0];
  return tab === undefined ? "entry" : `year/${tab}`;
}

export function isOfYear(page: string): boolean {
  return page.startsWith("year/");
}
