import type { ColumnDefinition, RowDefinition } from "../table/definition.ts";

/** Sources of funds across, as tables 2 and 14 print them. */
export const FUND_COLUMNS = [
  {
    id: "total",
    header: ["总计"],
    width: 11,
    measure: {},
    parts: [
      "carry-over",
      "general-public",
      "government-fund",
      "state-capital",
      "special-account",
      "service",
      "superior-subsidy",
      "affiliate-remittance",
      "business",
      "other",
      "institutional-fund",
    ],
  },
  { id: "carry-over", header: ["上年结转"], width: 9, measure: { flow: "carry-over" } },
  {
    id: "general-public",
    header: ["一般公共预算拨款收入"],
    width: 11,
    measure: { flow: "current", fund: "general-public" },
  },
  {
    id: "government-fund",
    header: ["政府性基金预算拨款收入"],
    width: 9,
    measure: { flow: "current", fund: "government-fund" },
  },
  {
    id: "state-capital",
    header: ["国有资本经营预算拨款收入"],
    width: 9,
    measure: { flow: "current", fund: "state-capital" },
  },
  {
    id: "special-account",
    header: ["财政专户管理资金收入"],
    width: 9,
    measure: { flow: "current", fund: "special-account" },
  },
  { id: "service", header: ["事业收入"], width: 9, measure: { flow: "current", fund: "service" } },
  {
    id: "superior-subsidy",
    header: ["上级补助收入"],
    width: 9,
    measure: { flow: "current", fund: "superior-subsidy" },
  },
  {
    id: "affiliate-remittance",
    header: ["附属单位上缴收入"],
    width: 9,
    measure: { flow: "current", fund: "affiliate-remittance" },
  },
  { id: "business", header: ["事业单位经营收入"], width: 9, measure: { flow: "current", fund: "business" } },
  { id: "other", header: ["其他收入"], width: 9, measure: { flow: "current", fund: "other" } },
  {
    id: "institutional-fund",
    header: ["用事业基金弥补收支差额"],
    width: 10,
    measure: { flow: "current", fund: "institutional-fund" },
  },
] as const satisfies readonly ColumnDefinition[];

/** 总计 = 基本支出 + 项目支出, under a common header. */
export const BASIC_AND_PROJECT = [
  { id: "basic", width: 12, measure: { kind: "basic" } },
  { id: "project", width: 12, measure: { kind: "project" } },
] as const;

/** Functional codes in three columns, with the name. */
export const FUNCTIONAL_CODE_PARTS = [
  { id: "category", header: ["项目", "功能分类科目编码", "类"], width: 5, show: "category" },
  { id: "subcategory", header: ["项目", "功能分类科目编码", "款"], width: 4, show: "subcategory" },
  { id: "item", header: ["项目", "功能分类科目编码", "项"], width: 4, show: "item" },
  { id: "name", header: ["项目", "功能分类科目名称"], width: 30, show: "name" },
] as const satisfies readonly ColumnDefinition[];

/** Kinds across, header apart. 其他支出 is not in the usual form: it keeps what is neither basic nor project. */
export const KIND_COLUMNS = {
  total: { id: "total", width: 15, measure: {}, parts: ["basic", "project", "other-kinds"] },
  basic: { id: "basic", width: 15, measure: { kind: "basic" } },
  project: { id: "project", width: 15, measure: { kind: "project" } },
  otherKinds: { id: "other-kinds", width: 15, measure: { kind: "other-kinds" }, whenFilled: true },
} as const;

/** Functional codes of all levels without indentation, and the total below. */
export const FUNCTIONAL_ROWS = [
  { id: "items", each: "functional", levels: [1, 2, 3], indent: 0 },
  { id: "合计", label: "合计", strong: true, measure: {}, parts: ["items"] },
] as const satisfies readonly RowDefinition[];

/** Expenditure by category, numbered; what is carried over is in the total and has a row where there is any. */
export const CATEGORY_ROWS = [
  {
    id: "categories",
    each: "functional",
    levels: [1],
    named: "code-and-name",
    numbered: true,
    measure: { flow: "current" },
  },
  { id: "结转下年", label: "结转下年", whenFilled: true, measure: { flow: "carry-over" } },
  {
    id: "支出总计",
    label: "支出总计",
    strong: true,
    band: 1,
    measure: {},
    parts: ["categories", "结转下年"],
  },
] as const satisfies readonly RowDefinition[];
