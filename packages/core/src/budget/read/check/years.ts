import { fault } from "../fault/fault.ts";
import { numberOf, type SheetRecord, textOf } from "../record.ts";
import type { Check } from "./check.ts";

/** The sheets that state a year, and how far it lies from the budget year. */
const OFFSETS = { ledger: 0, "prior-year": -1, "prior-year-other": -1 } as const;

/** Rows belong to the budget year or the one before; the department's dates are near it and in order. */
export const checkYears: Check = (set, _options, report) => {
  const [department] = set("department").records;
  const budgetYear = department === undefined ? 0 : numberOf(department, "year");
  if (department === undefined || budgetYear === 0) return;
  for (const [sheet, offset] of Object.entries(OFFSETS)) {
    const expected = budgetYear + offset;
    for (const record of set(sheet).records) {
      const year = numberOf(record, "year");
      if (year === 0 || year === expected) continue;
      report(fault("outside-year", record.spot("year"), { year, expected }));
    }
  }
  checkDates(department, budgetYear, report);
};

function checkDates(department: SheetRecord, year: number, report: Parameters<Check>[2]): void {
  const dates = { approval_date: "预算批复日期", publication_date: "公开日期" } as const;
  for (const [id, title] of Object.entries(dates)) {
    const date = textOf(department, id);
    if (date === "" || Math.abs(Number(date.slice(0, 4)) - year) <= 1) continue;
    report(fault("date-outside-year", department.spot(id), { id, title, date, year }));
  }
  const approval = textOf(department, "approval_date");
  const publication = textOf(department, "publication_date");
  if (approval === "" || publication === "" || publication >= approval) return;
  report(fault("published-before-approval", department.spot("publication_date"), { publication, approval }));
}
