import type { SheetSchema } from "../sheet-schema.ts";
import { PROCUREMENT_CLASSES } from "../terms.ts";
import { amount, amountYuan, choice, fund, text, unit } from "./columns.ts";

export const PROCUREMENT_SHEET: SheetSchema = {
  id: "procurement",
  title: "政府采购明细",
  english: "Procurement",
  doc: "可选：预算明细中标为政府采购的支出，具体买什么。按单位、类别、来源合计须与预算明细相等。",
  shape: "table",
  columns: [
    unit("采购单位。", true),
    {
      id: "class",
      title: "采购类别",
      english: "Procurement class",
      type: choice(PROCUREMENT_CLASSES),
      required: true,
      doc: "货物、工程或服务。",
      example: "货物",
      width: 12,
    },
    {
      id: "name",
      title: "采购项目",
      english: "Item procured",
      type: text,
      required: true,
      doc: "品目或项目名称。",
      example: "台式计算机",
      width: 28,
    },
    {
      id: "quantity",
      title: "数量",
      english: "Quantity",
      type: { kind: "decimal" },
      doc: "可不填。",
      example: "2",
      width: 10,
    },
    {
      id: "measure_unit",
      title: "计量单位",
      english: "Unit of measure",
      type: text,
      doc: "可不填。",
      example: "台",
      width: 10,
    },
    fund("采购资金来源。"),
    amountYuan("采购预算。"),
    {
      id: "small_business_yuan",
      title: "其中：面向中小企业预留（元）",
      english: "Of which reserved for small businesses (yuan)",
      type: amount,
      doc: "不大于采购预算；不填即无。",
      example: "",
      width: 24,
    },
  ],
};
