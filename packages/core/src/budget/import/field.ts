import type { CatalogueId } from "../../catalogue/catalogue.ts";
import type { Text } from "../../finding/finding.ts";
import type { SheetSchema } from "../sheet-schema.ts";

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
  /** Absent: the English title of the sheet's column. */
  readonly en?: string;
  /** A row is of no use without it; a mapping may give it as a constant. */
  readonly required?: boolean;
  /** Groups of headings, the preferred first: where an export has several, the first group is used. */
  readonly headings: readonly (readonly string[])[];
  readonly catalogue?: CatalogueId;
  /** Digits of a code at the level at which lines are classified. */
  readonly digits?: number;
}

/** A field with its name in both languages. */
export type NamedField = ImportField & Text;

/** The fields of a sheet's import: what is a column of the sheet has its English title. */
export function named(fields: readonly ImportField[], { columns }: SheetSchema): readonly NamedField[] {
  return fields.map((field) => ({
    ...field,
    en: field.en ?? columns.find(({ id }) => id === field.id)?.english ?? field.id,
  }));
}

export const DELETED: ImportField = {
  id: "deleted",
  zh: "是否删除",
  en: "Deleted",
  headings: [["is_deleted", "是否删除"]],
};

/** Fields that exports of lines and of payments have alike. */
export const PROJECT: ImportField = {
  id: "project",
  zh: "项目",
  headings: [["pro", "项目", "预算项目", "支出项目", "project"]],
};

export const KIND: ImportField = {
  id: "kind",
  zh: "支出类别",
  en: "Kind of expenditure",
  headings: [
    ["支出类别", "支出类型", "支出性质", "kind"],
    ["pro_cat", "项目类别", "项目类型", "项目分类", "项目性质"],
  ],
};

export const DEPARTMENT_ECONOMIC: ImportField = {
  id: "department_economic",
  zh: "部门经济分类",
  required: true,
  headings: [
    [
      "dep_bgt_eco",
      "部门预算支出经济分类",
      "部门预算经济分类",
      "部门支出经济分类",
      "部门经济分类",
      "部门预算支出经济",
      "部门预算经济",
      "部门支出经济",
      "部门经济",
      "department_economic",
    ],
  ],
  catalogue: "department-economic",
  digits: 5,
};
