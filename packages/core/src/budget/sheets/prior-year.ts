import type { SheetSchema } from "../sheet-schema.ts";
import { PRIOR_KINDS } from "../terms.ts";
import { amountYuan, choice, functional, fund, unit } from "./columns.ts";

export const PRIOR_YEAR_SHEET: SheetSchema = {
  id: "prior-year",
  title: "上年预算数",
  english: "Last year's budget",
  doc: {
    zh: "上年公开的年初预算数，用于比较。",
    en: "Last year's initial budget as published, for comparison.",
  },
  shape: "table",
  columns: [
    {
      id: "year",
      title: "年度",
      english: "Year",
      type: { kind: "year" },
      required: true,
      doc: { zh: "预算年度减一。", en: "The year before the budget year." },
      example: "2022",
      width: 10,
    },
    unit({
      zh: "上年数属哪个单位；不分单位时留空，只用于部门汇总。",
      en: "Whose figure of last year it is. Blank where figures are not divided among units: then they count for the department only.",
    }),
    fund({ zh: "上年数的资金来源。", en: "Where last year's money came from." }),
    functional,
    {
      id: "kind",
      title: "支出类别",
      english: "Kind of expenditure",
      type: choice(PRIOR_KINDS),
      required: true,
      doc: {
        zh: "上年只公开到基本支出、项目支出的，照此填。",
        en: "Basic or project expenditure where last year's figures were published no finer.",
      },
      example: "基本支出",
      width: 16,
    },
    amountYuan({ zh: "上年预算数。", en: "Last year's budgeted amount." }),
  ],
};
