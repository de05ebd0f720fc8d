import { defineTable } from "../table/definition.ts";

/** 表十三 社会保险基金收支预算表: filled in by the departments that compile these budgets; most print its note. */
export default defineTable({
  id: "social-insurance",
  title: "{year}年{region}{body}社会保险基金收支预算表",
  scope: {},
  orientation: "portrait",
  blocks: [
    {
      scope: { side: "revenue" },
      columns: [
        { id: "label", header: ["收入"], width: 34, show: "label" },
        { id: "revenue", header: ["预算数"], width: 14, measure: {} },
      ],
      rows: [
        {
          id: "总计",
          label: "总计",
          strong: true,
          measure: { item: "social-insurance" },
          parts: ["收入合计"],
        },
        {
          id: "收入合计",
          label: "收入合计",
          measure: { item: "social-insurance" },
          parts: ["pension", "medical", "unemployment", "work-injury"],
        },
        {
          id: "pension",
          label: "一、基本养老保险基金收入",
          measure: { item: "social-insurance/pension" },
          parts: ["pension/enterprise", "pension/resident", "pension/public-sector"],
        },
        {
          id: "pension/enterprise",
          label: "城镇企业职工基本养老保险基金",
          indent: 1,
          measure: { item: "social-insurance/pension/enterprise" },
        },
        {
          id: "pension/resident",
          label: "城乡居民社会养老保险基金",
          indent: 1,
          measure: { item: "social-insurance/pension/resident" },
        },
        {
          id: "pension/public-sector",
          label: "机关事业单位养老保险基金",
          indent: 1,
          measure: { item: "social-insurance/pension/public-sector" },
        },
        {
          id: "medical",
          label: "二、基本医疗保险基金收入",
          measure: { item: "social-insurance/medical" },
          parts: ["medical/employee", "medical/resident"],
        },
        {
          id: "medical/employee",
          label: "城镇职工基本医疗保险基金（含生育保险）",
          indent: 1,
          measure: { item: "social-insurance/medical/employee" },
        },
        {
          id: "medical/resident",
          label: "城乡居民合作医疗保险基金",
          indent: 1,
          measure: { item: "social-insurance/medical/resident" },
        },
        {
          id: "unemployment",
          label: "三、失业保险基金收入",
          measure: { item: "social-insurance/unemployment" },
        },
        {
          id: "work-injury",
          label: "四、工伤保险基金收入",
          measure: { item: "social-insurance/work-injury" },
        },
      ],
    },
    {
      scope: { side: "expenditure" },
      columns: [
        { id: "label", header: ["支出"], width: 34, show: "label" },
        { id: "expenditure", header: ["预算数"], width: 14, measure: {} },
      ],
      rows: [
        {
          id: "总计",
          label: "总计",
          strong: true,
          measure: { item: "social-insurance" },
          parts: ["支出合计"],
        },
        {
          id: "支出合计",
          label: "支出合计",
          measure: { item: "social-insurance" },
          parts: ["pension", "medical", "unemployment", "work-injury"],
        },
        {
          id: "pension",
          label: "一、基本养老保险基金支出",
          measure: { item: "social-insurance/pension" },
          parts: ["pension/enterprise", "pension/resident", "pension/public-sector"],
        },
        {
          id: "pension/enterprise",
          label: "城镇企业职工基本养老保险基金",
          indent: 1,
          measure: { item: "social-insurance/pension/enterprise" },
        },
        {
          id: "pension/resident",
          label: "城乡居民社会养老保险基金",
          indent: 1,
          measure: { item: "social-insurance/pension/resident" },
        },
        {
          id: "pension/public-sector",
          label: "机关事业单位养老保险基金",
          indent: 1,
          measure: { item: "social-insurance/pension/public-sector" },
        },
        {
          id: "medical",
          label: "二、基本医疗保险基金支出",
          measure: { item: "social-insurance/medical" },
          parts: ["medical/employee", "medical/resident"],
        },
        {
          id: "medical/employee",
          label: "城镇职工基本医疗保险基金（含生育保险）",
          indent: 1,
          measure: { item: "social-insurance/medical/employee" },
        },
        {
          id: "medical/resident",
          label: "城乡居民合作医疗保险基金",
          indent: 1,
          measure: { item: "social-insurance/medical/resident" },
        },
        {
          id: "unemployment",
          label: "三、失业保险基金支出",
          measure: { item: "social-insurance/unemployment" },
        },
        {
          id: "work-injury",
          label: "四、工伤保险基金支出",
          measure: { item: "social-insurance/work-injury" },
        },
        {
          id: "balance",
          label: "本年收支结余",
          measure: {},
          cells: { expenditure: { side: "balance", item: "social-insurance" } },
        },
      ],
    },
  ],
});
