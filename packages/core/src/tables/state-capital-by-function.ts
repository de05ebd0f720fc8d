import { defineTable } from "../table/definition.ts";
import { FUNCTIONAL_CODE_PARTS, FUNCTIONAL_ROWS, KIND_COLUMNS } from "./columns.ts";

const HEADER = "国有资本经营预算支出";

/** 国有资本经营预算支出功能分类预算表. */
export default defineTable({
  id: "state-capital-by-function",
  title: "{year}年{body}国有资本经营预算支出功能分类预算表",
  counterpart: "state-capital-expenditure",
  scope: { side: "expenditure", flow: "current", fund: "state-capital" },
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
