import type { SheetSchema } from "../sheet-schema.ts";
import { PRIOR_KINDS } from "../terms.ts";
import { amountYuan, choice, functional, fund, unit } from "./columns.ts";

export const PRIOR_YEAR_SHEET: SheetSchema = {
  id: "prior-year",
  title: "上年预算数",
  english: "Last year's budget",
  doc: "上年公开的年初预算数，用于比较。",
  shape: "table",
  columns: [
    {
      id: "year",
      title: "年度",
      english: "Year",
      type: { kind: "year" },
      required: true,
      doc: "预算年度减一。",
      example: "2022",
      width: 10,
    },
    unit("上年数属哪个单位；不分单位时留空，只用于部门汇总。"),
    fund("上年数的资金来源。"),
    functional,
    {
      id: "kind",
      title: "支出类别",
      english: "Kind of expenditure",
      type: choice(PRIOR_KINDS),
      required: true,
      doc: "上年只公开到基本支出、项目支出的，照此填。",
      example: "基本支出",
      width: 16,
    },
    amountYuan("上年预算数。"),
  ],
};
