import { defineTable } from "../table/definition.ts";

import { BASIC_AND_PROJECT } from "./columns.ts";

const HEADER = "国有资本经营预算财政拨款支出";
const [BASIC, PROJECT] = BASIC_AND_PROJECT;

/** 表十二 国有资本经营预算财政拨款支出预算表. */
export default defineTable({
  id: "state-capital-expenditure",
  title: "{year}年{region}{body}国有资本经营预算财政拨款支出预算表",
  scope: { side: "expenditure", fund: "state-capital", flow: "current" },
  orientation: "portrait",
  blocks: [
    {
      columns: [
        { id: "code", header: ["科目编码"], width: 12, show: "code" },
        { id: "name", header: ["科目名称"], width: 34, show: "name" },
        { id: "total", header: [HEADER, "总计"], width: 14, measure: {}, parts: ["basic", "project"] },
        { ...BASIC, header: [HEADER, "基本支出"] },
        { ...PROJECT, header: [HEADER, "项目支出"] },
      ],
      rows: [
        { id: "合计", label: "合计", strong: true, measure: {}, parts: ["items"] },
        { id: "items", each: "functional", levels: [1, 2, 3] },
      ],
    },
  ],
});
