import type { Text } from "../../../finding/finding.ts";
import type { ColumnSchema, ColumnType } from "../../sheet-schema.ts";
import { amount, indicatorReference, longText, projectReference, text } from "../columns.ts";

/** Chinese and English. */
type Titles = readonly [title: string, english: string];

export const date = (
  [title, english]: Titles,
  doc: Text,
  more: Partial<ColumnSchema> = {},
): ColumnSchema => ({
  id: "date",
  title,
  english,
  type: { kind: "date" },
  required: true,
  doc,
  example: "2023-07-31",
  width: 14,
  ...more,
});

/** Blank: the department as a whole. */
export const projectOrWhole: ColumnSchema = {
  id: "project",
  title: "项目",
  english: "Project",
  type: projectReference,
  doc: { zh: "留空即部门整体。", en: "Blank: the department as a whole." },
  example: "档案服务专项",
  width: 28,
};

export const indicatorName = (doc: Text, required: boolean): ColumnSchema => ({
  id: "indicator",
  title: "指标名称",
  english: "Indicator",
  type: indicatorReference,
  required,
  doc,
  example: "数字化档案数量",
  width: 36,
});

const optional =
  (type: ColumnType, width: number) =>
  (id: string, [title, english]: Titles, doc: Text, example: string): ColumnSchema => ({
    id,
    title,
    english,
    type,
    doc,
    example,
    width,
  });

export const optionalText = optional(text, 20);
export const optionalProse = optional(longText, 40);
export const optionalNumber = optional({ kind: "decimal" }, 14);
export const optionalAmount = optional(amount, 16);

/** Blank: basic expenditure. */
export const projectOfExpenditure: ColumnSchema = {
  id: "project",
  title: "项目",
  english: "Project",
  type: projectReference,
  doc: {
    zh: "项目支出填项目；基本支出留空。",
    en: "The project of project expenditure; blank for basic expenditure.",
  },
  example: "档案服务专项",
  width: 28,
};

export const departmentEconomic = (example: string): ColumnSchema => ({
  id: "department_economic",
  title: "部门经济分类编码",
  english: "Department economic code",
  type: { kind: "code", catalogue: "department-economic" },
  required: true,
  doc: {
    zh: "部门预算支出经济分类款级科目，5位。",
    en: "Departmental economic classification at the level of subcategories, 5 digits.",
  },
  example,
  width: 18,
});
