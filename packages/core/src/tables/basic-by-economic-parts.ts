import { defineTable } from "../table/definition.ts";

const HEADER = "一般公共预算基本支出";

/** 一般公共预算基本支出部门预算经济分类预算表: personnel and operating funding, the code in two columns. */
export default defineTable({
  id: "basic-by-economic-parts",
  title: "{year}年{body}一般公共预算基本支出部门预算经济分类预算表",
  counterpart: "basic-by-department-economic",
  scope: { side: "expenditure", fund: "general-public", flow: "current", kind: "basic" },
  orientation: "landscape",
  blocks: [
    {
      columns: [
        { id: "category", header: ["项目", "部门预算经济分类科目编码", "类"], width: 6, show: "category" },
        {
          id: "subcategory",
          header: ["项目", "部门预算经济分类科目编码", "款"],
          width: 6,
          show: "subcategory",
        },
        { id: "name", header: ["项目", "经济分类科目名称"], width: 34, show: "name" },
        {
          id: "total",
          header: [HEADER, "合计"],
          width: 15,
          measure: {},
          parts: ["personnel", "operating"],
        },
        {
          id: "personnel",
          header: [HEADER, "人员经费"],
          width: 15,
          measure: { kind: "personnel" },
          nil: "zero",
        },
        {
          id: "operating",
          header: [HEADER, "公用经费"],
          width: 15,
          measure: { kind: "operating" },
          nil: "zero",
        },
      ],
      rows: [
        { id: "items", each: "departmentEconomic", levels: [1, 2], indent: 0 },
        { id: "合计", label: "合计", strong: true, measure: {}, parts: ["items"] },
      ],
    },
  ],
});
