import { defineTable } from "../table/definition.ts";
import { FUNCTIONAL_CODE_PARTS, FUNCTIONAL_ROWS, KIND_COLUMNS } from "./columns.ts";

const HEADER = "政府性基金预算支出";

/** 政府性基金预算支出功能分类预算表. */
export default defineTable({
  id: "government-fund-by-function",
  title: "{year}年{body}政府性基金预算支出功能分类预算表",
  counterpart: "government-fund-expenditure",
  scope: { side: "expenditure", flow: "current", fund: "government-fund" },
  orientation: "landscape",
  blocks: [
    {
      columns: [
        ...FUNCTIONAL_CODE_PARTS,
        { ...KIND_COLUMNS.total, header: [HEADER, "合计"] },
        { ...KIND_COLUMNS.basic, header: [HEADER, "基本支出"] },
        { ...KIND_COLUMNS.project, header: [HEADER, "项目支出"] },
        { ...KIND_COLUMNS.otherKinds, header: [HEADER, "其他支出"] },
      ],
      rows: FUNCTIONAL_ROWS,
    },
  ],
});
