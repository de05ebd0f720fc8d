import type { Text } from "../../../finding/finding.ts";
import type { ColumnSchema } from "../../sheet-schema.ts";
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

export const optionalText = (
  id: string,
  [title, english]: Titles,
  doc: Text,
  example: string,
): ColumnSchema => ({
  id,
  title,
  english,
  type: text,
  doc,
  example,
  width: 20,
});

export const optionalProse = (
  id: string,
  [title, english]: Titles,
  doc: Text,
  example: string,
): ColumnSchema => ({
  id,
  title,
  english,
  type: longText,
  doc,
  example,
  width: 40,
});

export const optionalNumber = (
  id: string,
  [title, english]: Titles,
  doc: Text,
  example: string,
): ColumnSchema => ({
  id,
  title,
  english,
  type: { kind: "decimal" },
  doc,
  example,
  width: 14,
});

export const optionalAmount = (
  id: string,
  [title, english]: Titles,
  doc: Text,
  example: string,
): ColumnSchema => ({
  id,
  title,
  english,
  type: amount,
  doc,
  example,
  width: 16,
});
