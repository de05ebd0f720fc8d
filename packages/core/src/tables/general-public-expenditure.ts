import { defineTable } from "../table/definition.ts";

/** 表五 一般公共预算财政拨款支出预算表, with the prior year and the growth on it. */
export default defineTable({
  id: "general-public-expenditure",
  title: "{year}年{region}{body}一般公共预算财政拨款支出预算表",
  scope: { side: "expenditure", fund: "general-public", flow: "current" },
  orientation: "portrait",
  blocks: [
    {
      columns: [
        { id: "code", header: ["功能分类科目", "科目编码"], width: 10, show: "code" },
        { id: "name", header: ["功能分类科目", "科目名称"], width: 28, show: "name" },
        { id: "prior", header: ["{prior}年预算数"], width: 12, measure: { year: -1 } },
        {
          id: "subtotal",
          header: ["{year}年预算数", "小计"],
          width: 12,
          measure: {},
          parts: ["basic", "project"],
        },
        { id: "basic", header: ["{year}年预算数", "基本支出"], width: 12, measure: { kind: "basic" } },
        { id: "project", header: ["{year}年预算数", "项目支出"], width: 12, measure: { kind: "project" } },
        {
          id: "growth",
          header: ["{year}年预算比{prior}年预算增幅%"],
          width: 12,
          growth: ["subtotal", "prior"],
        },
      ],
      rows: [
        { id: "合计", label: "合计", strong: true, measure: {}, parts: ["items"] },
        { id: "items", each: "functional", levels: [1, 2, 3] },
      ],
    },
  ],
});
