import { defineTable } from "../table/definition.ts";
import { FUNCTIONAL_CODE_PARTS, FUNCTIONAL_ROWS, KIND_COLUMNS } from "./columns.ts";

const HEADER = "一般公共预算支出";

/** 一般公共预算支出功能分类预算表. */
export default defineTable({
  id: "general-public-by-function",
  title: "{year}年{body}一般公共预算支出功能分类预算表",
  counterpart: "general-public-expenditure",
  scope: { side: "expenditure", flow: "current", fund: "general-public" },
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
