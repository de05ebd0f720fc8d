import type { ColumnDefinition } from "../table/definition.ts";

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
