import type { Check } from "../check.ts";
import { checkYearDuplicates } from "../duplicates.ts";
import { checkAdjustments } from "./adjustments.ts";
import { checkDates } from "./dates.ts";
import { checkIndicatorNames } from "./indicator-names.ts";
import { checkRecords } from "./records.ts";
import { checkTargetChanges } from "./target-changes.ts";
import { checkValues } from "./values.ts";

/** Every check between the rows and sheets of the year. */
export const YEAR_CHECKS: readonly Check[] = [
  checkYearDuplicates,
  checkDates,
  checkAdjustments,
  checkTargetChanges,
  checkRecords,
  checkIndicatorNames,
  checkValues,
];
