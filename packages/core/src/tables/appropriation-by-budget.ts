import { defineTable } from "../table/definition.ts";
import { CATEGORY_ROWS } from "./columns.ts";

/** 财政拨款收支预算总表: the three budgets beside what they pay for; carry-over counts with its budget. */
export default defineTable({
  id: "appropriation-by-budget",
  title: "{year}年{body}财政拨款收支预算总表",
  counterpart: "appropriation-summary",
  scope: { fund: "appropriation" },
  orientation: "landscape",
  blocks: [
    {
      heading: "财政拨款收入",
      scope: { side: "revenue" },
      columns: [
        { id: "label", header: ["项目"], width: 22, show: "label" },
        { id: "revenue", header: ["预算数"], width: 15, measure: {} },
      ],
      rows: [
        { id: "一般公共预算资金", label: "一、一般公共预算资金", measure: { fund: "general-public" } },
        { id: "政府性基金", label: "二、政府性基金", measure: { fund: "government-fund" } },
        { id: "国有资本经营预算", label: "三、国有资本经营预算", measure: { fund: "state-capital" } },
        {
          id: "收入总计",
          label: "收入总计",
          strong: true,
          band: 1,
          measure: {},
          parts: ["一般公共预算资金", "政府性基金", "国有资本经营预算"],
        },
      ],
    },
    {
      heading: "财政拨款支出",
      scope: { side: "expenditure" },
      columns: [
        { id: "label", header: ["项目"], width: 22, show: "label" },
        {
          id: "total",
          header: ["合计"],
          width: 15,
          measure: {},
          parts: ["general-public", "government-fund", "state-capital"],
        },
        { id: "general-public", header: ["一般公共预算"], width: 15, measure: { fund: "general-public" } },
        {
          id: "government-fund",
          header: ["政府性基金预算"],
          width: 17,
          measure: { fund: "government-fund" },
        },
        { id: "state-capital", header: ["国有资本经营预算"], width: 19, measure: { fund: "state-capital" } },
      ],
      rows: CATEGORY_ROWS,
    },
  ],
});
