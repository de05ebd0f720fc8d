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

export type { ColumnSchema, ColumnType, SheetSchema } from "./sheet-schema.ts";
export {
  ASSETS_SHEET,
  DEPARTMENT_SHEET,
  INDICATORS_SHEET,
  LEDGER_SHEET,
  NOTES_SHEET,
  PRIOR_ITEMS_SHEET,
  PRIOR_YEAR_SHEET,
  PROCUREMENT_SHEET,
  PROJECTS_SHEET,
  REASONS_SHEET,
  REVENUES_SHEET,
  SOCIAL_INSURANCE_SHEET,
  UNITS_SHEET,
};

/** All sheets in the workbook's order. */
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
