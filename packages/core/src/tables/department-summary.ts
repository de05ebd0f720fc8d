import { defineTable } from "../table/definition.ts";

/** 表一 收支预算总表: all revenue beside all expenditure. */
export default defineTable({
  id: "department-summary",
  title: "{year}年{region}{body}收支预算总表",
  scope: {},
  orientation: "portrait",
  blocks: [
    {
      heading: "收入",
      scope: { side: "revenue" },
      columns: [
        { id: "label", header: ["项目"], width: 30, show: "label" },
        { id: "revenue", header: ["预算数"], width: 16, measure: {} },
      ],
      rows: [
        {
          id: "合计",
          label: "合计",
          strong: true,
          measure: {},
          parts: ["本年收入合计", "上年结转", "用事业基金弥补收支差额"],
        },
        {
          id: "本年收入合计",
          label: "一、本年收入合计",
          measure: { flow: "current", fund: "current-year" },
          parts: [
            "一般公共预算财政拨款资金",
            "政府性基金预算财政拨款资金",
            "国有资本经营预算财政拨款资金",
            "财政专户管理资金",
            "事业收入资金",
            "上级补助收入资金",
            "附属单位上缴收入资金",
            "事业单位经营收入资金",
            "其他收入资金",
          ],
        },
        {
          id: "一般公共预算财政拨款资金",
          label: "一般公共预算财政拨款资金",
          indent: 1,
          measure: { flow: "current", fund: "general-public" },
        },
        {
          id: "政府性基金预算财政拨款资金",
          label: "政府性基金预算财政拨款资金",
          indent: 1,
          measure: { flow: "current", fund: "government-fund" },
        },
        {
          id: "国有资本经营预算财政拨款资金",
          label: "国有资本经营预算财政拨款资金",
          indent: 1,
          measure: { flow: "current", fund: "state-capital" },
        },
        {
          id: "财政专户管理资金",
          label: "财政专户管理资金",
          indent: 1,
          measure: { flow: "current", fund: "special-account" },
        },
        {
          id: "事业收入资金",
          label: "事业收入资金",
          indent: 1,
          measure: { flow: "current", fund: "service" },
        },
        {
          id: "上级补助收入资金",
          label: "上级补助收入资金",
          indent: 1,
          measure: { flow: "current", fund: "superior-subsidy" },
        },
        {
          id: "附属单位上缴收入资金",
          label: "附属单位上缴收入资金",
          indent: 1,
          measure: { flow: "current", fund: "affiliate-remittance" },
        },
        {
          id: "事业单位经营收入资金",
          label: "事业单位经营收入资金",
          indent: 1,
          measure: { flow: "current", fund: "business" },
        },
        { id: "其他收入资金", label: "其他收入资金", indent: 1, measure: { flow: "current", fund: "other" } },
        { id: "上年结转", label: "二、上年结转", band: 1, measure: { flow: "carry-over" } },
        {
          id: "用事业基金弥补收支差额",
          label: "三、用事业基金弥补收支差额",
          measure: { flow: "current", fund: "institutional-fund" },
        },
      ],
    },
    {
      heading: "支出",
      scope: { side: "expenditure" },
      columns: [
        { id: "label", header: ["项目"], width: 30, show: "label" },
        { id: "expenditure", header: ["预算数"], width: 16, measure: {} },
      ],
      rows: [
        { id: "合计", label: "合计", strong: true, measure: {}, parts: ["本年支出合计", "结转下年"] },
        {
          id: "本年支出合计",
          label: "一、本年支出合计",
          measure: { flow: "current" },
          parts: ["categories"],
        },
        {
          id: "categories",
          each: "functional",
          levels: [1],
          named: "code-and-name",
          indent: 1,
          measure: { flow: "current" },
        },
        { id: "结转下年", label: "二、结转下年", band: 1, measure: { flow: "carry-over" } },
      ],
    },
  ],
});
