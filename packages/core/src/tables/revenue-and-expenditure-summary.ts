import { defineTable } from "../table/definition.ts";
import { CATEGORY_ROWS } from "./columns.ts";

/** 财务收支预算总表: revenue by four sources beside expenditure by function; carry-over counts with its source. */
export default defineTable({
  id: "revenue-and-expenditure-summary",
  title: "{year}年{body}财务收支预算总表",
  counterpart: "department-summary",
  scope: {},
  orientation: "landscape",
  blocks: [
    {
      heading: "本年收入",
      scope: { side: "revenue" },
      columns: [
        { id: "label", header: ["项目"], width: 28, show: "label" },
        { id: "revenue", header: ["预算数"], width: 20, measure: {} },
      ],
      rows: [
        {
          id: "财政拨款收入",
          label: "一、财政拨款收入",
          measure: { fund: "appropriation" },
          parts: ["一般公共预算资金", "政府性基金", "国有资本经营预算"],
        },
        {
          id: "一般公共预算资金",
          label: "1. 一般公共预算资金",
          indent: 1,
          measure: { fund: "general-public" },
        },
        { id: "政府性基金", label: "2. 政府性基金", indent: 1, measure: { fund: "government-fund" } },
        {
          id: "国有资本经营预算",
          label: "3. 国有资本经营预算",
          indent: 1,
          measure: { fund: "state-capital" },
        },
        { id: "事业收入", label: "二、事业收入", measure: { fund: "service" } },
        { id: "事业单位经营收入", label: "三、事业单位经营收入", measure: { fund: "business" } },
        { id: "其他收入", label: "四、其他收入", measure: { fund: "other-sources" } },
        {
          id: "收入总计",
          label: "收入总计",
          strong: true,
          band: 1,
          measure: {},
          parts: ["财政拨款收入", "事业收入", "事业单位经营收入", "其他收入"],
        },
      ],
    },
    {
      heading: "本年支出",
      scope: { side: "expenditure" },
      columns: [
        { id: "label", header: ["项目"], width: 28, show: "label" },
        { id: "expenditure", header: ["预算数"], width: 20, measure: {} },
      ],
      rows: CATEGORY_ROWS,
    },
  ],
});
