import { defineTable } from "../table/definition.ts";

import { FUND_COLUMNS } from "./columns.ts";

/** 表十四 政府采购预算明细表: goods, works and services by source. */
export default defineTable({
  id: "procurement",
  title: "{year}年{region}{body}政府采购预算明细表",
  scope: { side: "revenue", procurement: "any" },
  orientation: "landscape",
  blocks: [
    {
      columns: [
        { id: "code", header: ["项目编号"], width: 8, show: "code" },
        { id: "name", header: ["项目"], width: 12, show: "name" },
        ...FUND_COLUMNS,
      ],
      rows: [
        { id: "合计", label: "合计", strong: true, measure: {}, parts: ["A 货物", "B 工程", "C 服务"] },
        { id: "A 货物", code: "A", label: "货物", measure: { procurement: "goods" } },
        { id: "B 工程", code: "B", label: "工程", measure: { procurement: "works" } },
        { id: "C 服务", code: "C", label: "服务", measure: { procurement: "services" } },
      ],
    },
  ],
});
