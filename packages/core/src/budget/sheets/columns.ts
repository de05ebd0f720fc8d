import type { Text } from "../../finding/finding.ts";
import type { ColumnSchema } from "../sheet-schema.ts";
import { FUNDS, type Term } from "../terms.ts";

export const text = { kind: "text" } as const;
export const longText = { kind: "text", long: true } as const;
export const amount = { kind: "amount" } as const;
export const choice = (terms: readonly Term[]) => ({ kind: "choice", terms }) as const;
export const unitReference = { kind: "reference", sheet: "units", column: "unit" } as const;
export const indicatorReference = { kind: "reference", sheet: "indicators", column: "indicator" } as const;
export const projectReference = { kind: "reference", sheet: "projects", column: "project" } as const;

export const unit = (doc: Text, required = false): ColumnSchema => ({
  id: "unit",
  title: "单位",
  english: "Unit",
  type: unitReference,
  required,
  doc,
  example: "机关",
  width: 18,
});
/** Whose disclosure a row is for. */
export const disclosingUnit = unit({
  zh: "单位预算公开时使用；留空即部门。",
  en: "For a unit's own disclosure. Blank: the department's.",
});
export const fund = (doc: Text): ColumnSchema => ({
  id: "fund",
  title: "资金来源",
  english: "Source of funds",
  type: choice(FUNDS),
  required: true,
  doc,
  example: "一般公共预算财政拨款",
  width: 24,
});
export const amountYuan = (doc: Text): ColumnSchema => ({
  id: "amount_yuan",
  title: "金额（元）",
  english: "Amount (yuan)",
  synonyms: ["金额", "amount"],
  type: amount,
  required: true,
  doc,
  example: "5000.00",
  width: 16,
});
export const functional: ColumnSchema = {
  id: "functional",
  title: "功能分类科目编码",
  english: "Functional code",
  synonyms: ["功能分类", "功能科目编码", "功能科目"],
  type: { kind: "code", catalogue: "functional" },
  required: true,
  doc: {
    zh: "支出功能分类项级科目，7位。",
    en: "Functional classification at the level of items, 7 digits.",
  },
  example: "2013601",
  width: 18,
};
