import { fold } from "../../terms.ts";
import { fault, type Report } from "../fault/fault.ts";
import type { RecordSet } from "../record.ts";
import type { Spot } from "../spot.ts";
import { type Check, wordsOf } from "./check.ts";

/** The columns by which a sheet's rows are told apart. Lines and prior lines may repeat: they add up. */
type Keys = Readonly<Record<string, readonly [...string[], string]>>;
const KEYS: Keys = {
  units: ["unit"],
  projects: ["project"],
  "prior-year-other": ["unit", "item"],
  indicators: ["project", "indicator"],
  assets: ["unit", "item"],
  "social-insurance": ["side", "fund"],
  reasons: ["unit", "subject"],
};
const YEAR_KEYS: Keys = {
  records: ["number"],
  countings: ["project", "indicator"],
  progress: ["date", "project", "indicator"],
  evaluations: ["project", "indicator"],
  reviews: ["level", "project", "indicator"],
};

/** No unit, project, item … is given twice. */
export const checkDuplicates: Check = (set, _options, report) => reportDuplicates(KEYS, set, report);

/** Nor is a record's number, or what is said of one indicator at one time. */
export const checkYearDuplicates: Check = (set, _options, report) => reportDuplicates(YEAR_KEYS, set, report);

function reportDuplicates(keys: Keys, set: RecordSet, report: Report): void {
  for (const [sheet, columns] of Object.entries(keys)) {
    const seen = new Map<string, Spot>();
    const naming = columns[columns.length - 1] ?? "";
    for (const { values, spot } of set(sheet).records) {
      if (values[naming] === undefined) continue;
      const key = JSON.stringify(columns.map((column) => fold(String(values[column] ?? ""))));
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, spot(naming));
        continue;
      }
      const rule = sheet === "indicators" ? "duplicate-indicator" : "duplicate-row";
      report(fault(rule, spot(naming), { key: String(values[naming]), first: wordsOf(first) }));
    }
  }
}
