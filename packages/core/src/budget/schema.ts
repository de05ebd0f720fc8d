import type { SheetSchema } from "./sheet-schema.ts";
import { ASSETS_SHEET } from "./sheets/assets.ts";
import { DEPARTMENT_SHEET } from "./sheets/department.ts";
import { INDICATORS_SHEET } from "./sheets/indicators.ts";
import { LEDGER_SHEET } from "./sheets/ledger.ts";
import { NOTES_SHEET } from "./sheets/notes.ts";
import { PRIOR_YEAR_SHEET } from "./sheets/prior-year.ts";
import { PRIOR_ITEMS_SHEET } from "./sheets/prior-year-other.ts";
import { PROCUREMENT_SHEET } from "./sheets/procurement.ts";
import { PROJECTS_SHEET } from "./sheets/projects.ts";
import { REASONS_SHEET } from "./sheets/reasons.ts";
import { REVENUES_SHEET } from "./sheets/revenues.ts";
import { SOCIAL_INSURANCE_SHEET } from "./sheets/social-insurance.ts";
import { UNITS_SHEET } from "./sheets/units.ts";
import { ADJUSTMENTS_SHEET } from "./sheets/year/adjustments.ts";
import { COUNTINGS_SHEET } from "./sheets/year/countings.ts";
import { DISCLOSURES_SHEET } from "./sheets/year/disclosures.ts";
import { EVALUATIONS_SHEET } from "./sheets/year/evaluations.ts";
import { PARTICIPANTS_SHEET } from "./sheets/year/participants.ts";
import { PAYMENTS_SHEET } from "./sheets/year/payments.ts";
import { PROGRESS_SHEET } from "./sheets/year/progress.ts";
import { RECORDS_SHEET } from "./sheets/year/records.ts";
import { REVIEWS_SHEET } from "./sheets/year/reviews.ts";
import { TARGET_CHANGES_SHEET } from "./sheets/year/target-changes.ts";

export {
  type ColumnSchema,
  type ColumnType,
  isUnwritten,
  type SheetSchema,
  titleOf,
} from "./sheet-schema.ts";
export {
  ASSETS_SHEET,
  INDICATORS_SHEET,
  LEDGER_SHEET,
  NOTES_SHEET,
  PARTICIPANTS_SHEET,
  PRIOR_ITEMS_SHEET,
  PRIOR_YEAR_SHEET,
  PROCUREMENT_SHEET,
  PROJECTS_SHEET,
  REASONS_SHEET,
  REVENUES_SHEET,
  SOCIAL_INSURANCE_SHEET,
  UNITS_SHEET,
};

/** All sheets of a budget in the workbook's order. */
export const BUDGET_SHEETS: readonly SheetSchema[] = [
  DEPARTMENT_SHEET,
  UNITS_SHEET,
  LEDGER_SHEET,
  REVENUES_SHEET,
  PRIOR_YEAR_SHEET,
  PRIOR_ITEMS_SHEET,
  PROJECTS_SHEET,
  INDICATORS_SHEET,
  PROCUREMENT_SHEET,
  ASSETS_SHEET,
  SOCIAL_INSURANCE_SHEET,
  REASONS_SHEET,
  NOTES_SHEET,
];

/** What is recorded in the course of the year once the budget is approved: 绩效管理. */
export const YEAR_SHEETS: readonly SheetSchema[] = [
  ADJUSTMENTS_SHEET,
  PAYMENTS_SHEET,
  RECORDS_SHEET,
  PARTICIPANTS_SHEET,
  COUNTINGS_SHEET,
  PROGRESS_SHEET,
  TARGET_CHANGES_SHEET,
  EVALUATIONS_SHEET,
  REVIEWS_SHEET,
  DISCLOSURES_SHEET,
];

/** Everything that is entered, the budget first. */
export const ENTRY_SHEETS: readonly SheetSchema[] = [...BUDGET_SHEETS, ...YEAR_SHEETS];
