import type { CatalogueId } from "../../catalogue/catalogue.ts";

/** What a column of an export can be: columns of the sheets, and three that only exports have. */
export type ImportFieldId =
  | "year"
  | "unit"
  | "fund"
  | "carry_over"
  | "functional"
  | "kind"
  | "project"
  | "department_economic"
  | "government_economic"
  | "procurement"
  | "amount_yuan"
  | "date"
  | "voucher"
  | "number"
  | "matter"
  | "place"
  | "count"
  | "measure_unit"
  | "reached"
  | "due"
  | "attachment"
  | "recorded_by"
  | "procurement_flag"
  | "deleted"
  | "ignored";

/**
 * A column of an export, and the headings by which it is known. Field names are those of the integrated budget
 * management systems without _code, _name; Chinese headings are written without 科目 and without 编码, 名称. Both
 * endings are stripped before comparing.
 */
export interface ImportField {
  readonly id: ImportFieldId;
  readonly zh: string;
  /** A row is of no use without it; a mapping may give it as a constant. */
  readonly required?: boolean;
  /** Groups of headings, the preferred first: where an export has several, the first group is used. */
  readonly headings: readonly (readonly string[])[];
  readonly catalogue?: CatalogueId;
  /** Digits of a code at the level at which lines are classified. */
  readonly digits?: number;
}

export const DELETED: ImportField = { id: "deleted", zh: "是否删除", headings: [["is_deleted", "是否删除"]] };
