import { titleOf } from "../../../sheet-schema.ts";
import { fault, type Report } from "../../fault/fault.ts";
import { numberOf, type RecordSet, type SheetRecord, textOf } from "../../record.ts";
import { type Check, usable } from "../check.ts";

const DATED = ["adjustments", "payments", "records", "progress"] as const;

/** What is recorded belongs to the budget year; anything else does not count, and is said. */
export const checkDates: Check = (set, _options, report) => {
  const [department] = set("department").records;
  const year = department === undefined ? 0 : numberOf(department, "year");
  for (const sheet of year === 0 ? [] : DATED) checkSheet(set, sheet, year, report);
  for (const record of usable(set, "disclosures")) {
    const [approval, publication] = [textOf(record, "approval_date"), textOf(record, "publication_date")];
    if (publication === "" || publication >= approval) continue;
    report(fault("published-before-approval", record.spot("publication_date"), { publication, approval }));
  }
};

/** A sheet of another year is one fault, not one for each row. */
function checkSheet(set: RecordSet, sheet: string, expected: number, report: Report): void {
  const records = usable(set, sheet);
  const outside = records.filter((record) => yearOf(record) !== expected);
  const [first] = outside;
  if (first === undefined) return;
  const year = yearOf(first);
  if (records.length > 1 && records.every((record) => yearOf(record) === year)) {
    report(fault("sheet-outside-year", first.spot("date"), { count: records.length, year, expected }));
    return;
  }
  const column = set(sheet).schema.columns.find(({ id }) => id === "date");
  const title = column === undefined ? "" : titleOf(column);
  for (const record of outside) {
    const data = { title, date: textOf(record, "date"), year: expected };
    report(fault("date-outside-budget-year", record.spot("date"), data));
  }
}

function yearOf(record: SheetRecord): number {
  return Number(textOf(record, "date").slice(0, 4));
}
