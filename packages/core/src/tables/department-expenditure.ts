import { defineTable } from "../table/definition.ts";

/** 表三 支出预算总表: expenditure by function and by kind. */
export default defineTable({
  id: "department-expenditure",
  title: "{year}年{region}{body}支出预算总表",
  scope: { side: "expenditure", flow: "current" },
  orientation: "landscape",
  blocks: [
    {
      columns: [
        { id: "code", header: ["科目编码"], width: 10, show: "code" },
        { id: "name", header: ["科目名称"], width: 30, show: "name" },
        {
          id: "total",
          header: ["总计"],
          width: 13,
          measure: {},
          parts: ["basic", "project", "remittance-to-superior", "business", "subsidy-to-subordinate"],
        },
        { id: "basic", header: ["基本支出"], width: 13, measure: { kind: "basic" } },
        { id: "project", header: ["项目支出"], width: 13, measure: { kind: "project" } },
        {
          id: "remittance-to-superior",
          header: ["上缴上级支出"],
          width: 13,
          measure: { kind: "remittance-to-superior" },
        },
        { id: "business", header: ["事业单位经营支出"], width: 13, measure: { kind: "business" } },
        {
          id: "subsidy-to-subordinate",
          header: ["对下级单位补助支出"],
          width: 13,
          measure: { kind: "subsidy-to-subordinate" },
        },
      ],
      rows: [
        { id: "合计", label: "合计", strong: true, measure: {}, parts: ["items"] },
        { id: "items", each: "functional", levels: [1, 2, 3] },
      ],
    },
  ],
});
