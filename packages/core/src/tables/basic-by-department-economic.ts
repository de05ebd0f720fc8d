import { defineTable } from "../table/definition.ts";

/** 表六 基本支出 by the departmental economic classification, personnel and operating funding apart. */
export default defineTable({
  id: "basic-by-department-economic",
  title: "{year}年{region}{body}一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）",
  scope: { side: "expenditure", fund: "general-public", flow: "current", kind: "basic" },
  orientation: "portrait",
  blocks: [
    {
      columns: [
        { id: "code", header: ["经济分类科目", "科目编码"], width: 12, show: "code" },
        { id: "name", header: ["经济分类科目", "科目名称"], width: 34, show: "name" },
        {
          id: "total",
          header: ["{year}年基本支出", "总计"],
          width: 14,
          measure: {},
          parts: ["personnel", "operating"],
        },
        {
          id: "personnel",
          header: ["{year}年基本支出", "人员经费"],
          width: 14,
          measure: { kind: "personnel" },
        },
        {
          id: "operating",
          header: ["{year}年基本支出", "日常公用经费"],
          width: 14,
          measure: { kind: "operating" },
        },
      ],
      rows: [
        { id: "合计", label: "合计", strong: true, measure: {}, parts: ["items"] },
        { id: "items", each: "departmentEconomic", levels: [1, 2] },
      ],
    },
  ],
});
