import { defineTable } from "../table/definition.ts";

import { FUND_COLUMNS } from "./columns.ts";

/** 表二 收入预算总表: revenue by the functional item that it pays for, and by source. */
export default defineTable({
  id: "department-revenue",
  title: "{year}年{region}{body}收入预算总表",
  scope: { side: "revenue" },
  orientation: "landscape",
  blocks: [
    {
      columns: [
        { id: "code", header: ["科目", "科目编码"], width: 10, show: "code" },
        { id: "name", header: ["科目", "科目名称"], width: 22, show: "name" },
        ...FUND_COLUMNS,
      ],
      rows: [
        { id: "合计", label: "合计", strong: true, measure: {}, parts: ["items"] },
        { id: "items", each: "functional", levels: [1, 2, 3] },
      ],
    },
  ],
});
