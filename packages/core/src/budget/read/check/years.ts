import { titleOf } from "../../sheet-schema.ts";
import { DEPARTMENT_SHEET } from "../../sheets/department.ts";
import { fault, type Report } from "../fault/fault.ts";
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
    checkSheet(set(sheet).records, budgetYear + offset, report);
  }
  checkDates(department, budgetYear, report);
};

/** A sheet taken over from another year is one fault, not one for each row. */
function checkSheet(records: readonly SheetRecord[], expected: number, report: Report): void {
  const outside = records.filter((record) => ![0, expected].includes(numberOf(record, "year")));
  const [first] = outside;
  if (first === undefined) return;
  const year = numberOf(first, "year");
  const isWhole = records.length > 1 && records.every((record) => numberOf(record, "year") === year);
  if (isWhole) {
    report(fault("sheet-outside-year", first.spot("year"), { count: records.length, year, expected }));
    return;
  }
  for (const record of outside) {
    report(fault("outside-year", record.spot("year"), { year: numberOf(record, "year"), expected }));
  }
}

function checkDates(department: SheetRecord, year: number, report: Report): void {
  for (const column of DEPARTMENT_SHEET.columns) {
    const { id } = column;
    if (id !== "approval_date" && id !== "publication_date") continue;
    const date = textOf(department, id);
    if (date === "" || Math.abs(Number(date.slice(0, 4)) - year) <= 1) continue;
    report(fault("date-outside-year", department.spot(id), { title: titleOf(column), date, year }));
  }
  const approval = textOf(department, "approval_date");
  const publication = textOf(department, "publication_date");
  if (approval === "" || publication === "" || publication >= approval) return;
  report(fault("published-before-approval", department.spot("publication_date"), { publication, approval }));
}
