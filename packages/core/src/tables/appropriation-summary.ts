import { defineTable } from "../table/definition.ts";

/** 表四 财政拨款收支预算总表: appropriation beside the expenditure that it pays for, over the three budgets. */
export default defineTable({
  id: "appropriation-summary",
  title: "{year}年{region}{body}财政拨款收支预算总表",
  scope: { fund: "appropriation" },
  orientation: "landscape",
  blocks: [
    {
      heading: "收入",
      scope: { side: "revenue" },
      columns: [
        { id: "label", header: ["项目"], width: 28, show: "label" },
        { id: "revenue", header: ["预算数"], width: 14, measure: {} },
      ],
      rows: [
        {
          id: "本年收入",
          label: "一、本年收入",
          measure: { flow: "current" },
          parts: ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"],
        },
        {
          id: "一般公共预算财政拨款",
          label: "一般公共预算财政拨款",
          indent: 1,
          measure: { flow: "current", fund: "general-public" },
        },
        {
          id: "政府性基金预算财政拨款",
          label: "政府性基金预算财政拨款",
          indent: 1,
          measure: { flow: "current", fund: "government-fund" },
        },
        {
          id: "国有资本经营预算财政拨款",
          label: "国有资本经营预算财政拨款",
          indent: 1,
          measure: { flow: "current", fund: "state-capital" },
        },
        {
          id: "上年结转",
          label: "二、上年结转",
          band: 1,
          measure: { flow: "carry-over" },
          parts: [
            "上年结转/一般公共预算财政拨款",
            "上年结转/政府性基金预算财政拨款",
            "上年结转/国有资本经营预算财政拨款",
          ],
        },
        {
          id: "上年结转/一般公共预算财政拨款",
          label: "一般公共预算财政拨款",
          indent: 1,
          measure: { flow: "carry-over", fund: "general-public" },
        },
        {
          id: "上年结转/政府性基金预算财政拨款",
          label: "政府性基金预算财政拨款",
          indent: 1,
          measure: { flow: "carry-over", fund: "government-fund" },
        },
        {
          id: "上年结转/国有资本经营预算财政拨款",
          label: "国有资本经营预算财政拨款",
          indent: 1,
          measure: { flow: "carry-over", fund: "state-capital" },
        },
        {
          id: "收入合计",
          label: "收入合计",
          strong: true,
          band: 2,
          measure: {},
          parts: ["本年收入", "上年结转"],
        },
      ],
    },
    {
      heading: "支出",
      scope: { side: "expenditure" },
      columns: [
        { id: "label", header: ["项目"], width: 28, show: "label" },
        {
          id: "total",
          header: ["合计"],
          width: 14,
          measure: {},
          parts: ["general-public", "government-fund", "state-capital"],
        },
        { id: "general-public", header: ["一般公共预算"], width: 14, measure: { fund: "general-public" } },
        {
          id: "government-fund",
          header: ["政府性基金预算"],
          width: 14,
          measure: { fund: "government-fund" },
        },
        { id: "state-capital", header: ["国有资本经营预算"], width: 14, measure: { fund: "state-capital" } },
      ],
      rows: [
        { id: "本年支出", label: "一、本年支出", measure: { flow: "current" }, parts: ["categories"] },
        {
          id: "categories",
          each: "functional",
          levels: [1],
          named: "code-and-name",
          indent: 1,
          measure: { flow: "current" },
        },
        { id: "结转下年", label: "二、结转下年", band: 1, measure: { flow: "carry-over" } },
        {
          id: "支出合计",
          label: "支出合计",
          strong: true,
          band: 2,
          measure: {},
          parts: ["本年支出", "结转下年"],
        },
      ],
    },
  ],
});
