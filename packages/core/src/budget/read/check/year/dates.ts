import { fault } from "../../fault/fault.ts";
import { numberOf, textOf } from "../../record.ts";
import { type Check, usable } from "../check.ts";

const DATED = ["adjustments", "payments", "records", "progress"] as const;

/** What is recorded belongs to the budget year; anything else does not count, and is said. */
export const checkDates: Check = (set, _options, report) => {
  const [department] = set("department").records;
  const year = department === undefined ? 0 : numberOf(department, "year");
  for (const sheet of year === 0 ? [] : DATED) {
    const title = set(sheet).schema.columns.find(({ id }) => id === "date")?.title ?? "";
    for (const record of usable(set, sheet)) {
      const date = textOf(record, "date");
      if (date.startsWith(`${year}-`)) continue;
      report(fault("date-outside-budget-year", record.spot("date"), { title, id: "date", date, year }));
    }
  }
  for (const record of usable(set, "disclosures")) {
    const [approval, publication] = [textOf(record, "approval_date"), textOf(record, "publication_date")];
    if (publication === "" || publication >= approval) continue;
    report(fault("published-before-approval", record.spot("publication_date"), { publication, approval }));
  }
};
