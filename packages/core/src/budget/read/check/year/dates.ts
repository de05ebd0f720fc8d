import { fault } from "../../fault/fault.ts";
import { numberOf, textOf } from "../../record.ts";
import { type Check, usable } from "../check.ts";

const DATED = ["adjustments", "payments", "records"] as const;

/** What is recorded belongs to the budget year; anything else does not count, and is said. */
export const checkDates: Check = (set, _options, report) => {
  const year = numberOf(set("department").records[0] ?? NOTHING, "year");
  if (year === 0) return;
  for (const sheet of DATED) {
    const title = set(sheet).schema.columns.find(({ id }) => id === "date")?.title ?? "";
    for (const record of usable(set, sheet)) {
      const date = textOf(record, "date");
      if (date === "" || date.startsWith(`${year}-`)) continue;
      report(fault("date-outside-budget-year", record.spot("date"), { title, id: "date", date, year }));
    }
  }
};

const NOTHING = { values: {}, usable: false, spot: () => ({ sheet: 0, row: -1, column: -1 }) };
