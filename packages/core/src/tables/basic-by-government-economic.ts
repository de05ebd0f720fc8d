import { defineTable } from "../table/definition.ts";

/** 表七 基本支出 by the government budget economic classification. */
export default defineTable({
  id: "basic-by-government-economic",
  title: "{year}年{region}{body}一般公共预算财政拨款基本支出预算表（政府预算支出经济分类科目）",
  scope: { side: "expenditure", fund: "general-public", flow: "current", kind: "basic" },
  orientation: "portrait",
  blocks: [
    {
      columns: [
        { id: "code", header: ["政府预算经济科目", "科目编码"], width: 12, show: "code" },
        { id: "name", header: ["政府预算经济科目", "科目名称"], width: 34, show: "name" },
        { id: "basic", header: ["基本支出"], width: 18, measure: {} },
      ],
      rows: [
        { id: "合计", label: "合计", strong: true, measure: {}, parts: ["items"] },
        { id: "items", each: "governmentEconomic", levels: [1, 2] },
      ],
    },
  ],
});
