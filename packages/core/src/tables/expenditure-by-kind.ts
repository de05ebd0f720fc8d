import { defineTable } from "../table/definition.ts";
import { FUNCTIONAL_CODE_PARTS, FUNCTIONAL_ROWS, KIND_COLUMNS } from "./columns.ts";

const HEADER = "支出预算";

/** 支出预算总表: expenditure of the year by function, basic and project apart. */
export default defineTable({
  id: "expenditure-by-kind",
  title: "{year}年{body}支出预算总表",
  counterpart: "department-expenditure",
  scope: { side: "expenditure", flow: "current" },
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
