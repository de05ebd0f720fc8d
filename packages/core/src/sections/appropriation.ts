import { defineSection } from "../narrative/definition.ts";

const GENERAL_PUBLIC = { side: "expenditure", flow: "current", fund: "general-public" } as const;

/** 财政拨款收支: the three budgets one after the other. */
export default defineSection({
  id: "appropriation",
  heading: "{body}预算情况说明",
  figures: {
    revenue: { measure: { side: "revenue", flow: "current", fund: "general-public" } },
    expenditure: { measure: GENERAL_PUBLIC },
    basic: { measure: { ...GENERAL_PUBLIC, kind: "basic" }, reason: "basic" },
    project: { measure: { ...GENERAL_PUBLIC, kind: "project" }, reason: "project" },
    fundRevenue: { measure: { side: "revenue", flow: "current", fund: "government-fund" } },
    fund: {
      measure: { side: "expenditure", flow: "current", fund: "government-fund" },
      reason: "government-fund",
    },
    capitalRevenue: { measure: { side: "revenue", flow: "current", fund: "state-capital" } },
    capital: {
      measure: { side: "expenditure", flow: "current", fund: "state-capital" },
      reason: "state-capital",
    },
  },
  paragraphs: [
    { subheading: "一般公共预算财政拨款收支" },
    {
      sentences: [
        "{name}{year}年一般公共预算财政拨款收入{revenue}，一般公共预算财政拨款支出{expenditure}，{change:expenditure}，其中：",
        "基本支出{basic}，{change:basic}{reason:basic}{use:basic}；",
        "项目支出{project}，{change:project}{reason:project}{use:project}。",
      ],
    },
    { subheading: "政府性基金预算财政拨款收支" },
    {
      sentences: [
        {
          when: { any: [{ positive: "fund" }, { positive: "fundRevenue" }] },
          print: [
            "{name}{year}年政府性基金预算财政拨款收入{fundRevenue}，政府性基金预算财政拨款支出{fund}，{change:fund}{reason:fund}{use:fund}。",
          ],
          otherwise: ["{name}{year}年无政府性基金预算财政拨款收入和安排的支出。"],
        },
      ],
    },
    { subheading: "国有资本经营预算财政拨款收支" },
    {
      sentences: [
        {
          when: { any: [{ positive: "capital" }, { positive: "capitalRevenue" }] },
          print: [
            "{name}{year}年国有资本经营预算财政拨款收入{capitalRevenue}，国有资本经营预算财政拨款支出{capital}，{change:capital}{reason:capital}{use:capital}。",
          ],
          otherwise: ["{name}{year}年无国有资本经营预算财政拨款收入和安排的支出。"],
        },
      ],
    },
  ],
});
