import { fold } from "../../terms.ts";
import { fault, type Report } from "../fault/fault.ts";
import type { RecordSet } from "../record.ts";
import type { Spot } from "../spot.ts";
import { wordsOf } from "../spot.ts";
import type { Check } from "./check.ts";

/** The columns by which a sheet's rows are told apart. Lines and prior lines may repeat: they add up. */
const KEYS = {
  units: ["unit"],
  projects: ["project"],
  "prior-year-other": ["unit", "item"],
  indicators: ["budget_unit", "project", "indicator"],
  assets: ["unit", "item"],
  "social-insurance": ["side", "fund"],
  reasons: ["unit", "subject"],
};
const YEAR_KEYS = {
  records: ["number"],
  countings: ["project", "indicator"],
  progress: ["date", "project", "indicator"],
  evaluations: ["project", "indicator"],
  reviews: ["level", "project", "indicator"],
};
type Keys = Readonly<Record<string, readonly string[]>>;

/** No unit, project, item … is given twice. */
export const checkDuplicates: Check = (set, _options, report) => reportDuplicates(KEYS, set, report);

/** Nor is a record's number, or what is said of one indicator, or of one execution, at one time. */
export const checkYearDuplicates: Check = (set, _options, report) => reportDuplicates(YEAR_KEYS, set, report);

function reportDuplicates(keys: Keys, set: RecordSet, report: Report): void {
  for (const [sheet, columns] of Object.entries(keys)) {
    const seen = new Map<string, Spot>();
    const naming = columns.at(-1) ?? "";
    const isRequired = set(sheet).schema.columns.some(
      ({ id, required }) => id === naming && required === true,
    );
    for (const { values, spot } of set(sheet).records) {
      // A record needs no number; a row without an indicator is one on the execution.
      if (values[naming] === undefined && (isRequired || columns.length === 1)) continue;
      const key = JSON.stringify(columns.map((column) => fold(String(values[column] ?? ""))));
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, spot(naming));
        continue;
      }
      const rule = sheet === "indicators" ? "duplicate-indicator" : "duplicate-row";
      const name = String(values[naming] ?? values.project ?? WHOLE);
      report(fault(rule, spot(naming), { key: name, first: wordsOf(first) }));
    }
  }
}

const WHOLE = "部门整体";
