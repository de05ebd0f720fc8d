import type { SheetSchema } from "../sheet-schema.ts";
import { PROCUREMENT_CLASSES } from "../terms.ts";
import { amount, amountYuan, choice, fund, text, unit } from "./columns.ts";

export const PROCUREMENT_SHEET: SheetSchema = {
  id: "procurement",
  title: "政府采购明细",
  english: "Procurement",
  doc: {
    zh: "可选：预算明细中标为政府采购的支出，具体买什么。按单位、类别、来源合计须与预算明细相等。",
    en: "Optional: what is bought with the budget lines marked as procurement. By unit, class and source the sums must equal those of the budget lines.",
  },
  shape: "table",
  columns: [
    unit({ zh: "采购单位。", en: "The unit that buys." }, true),
    {
      id: "class",
      title: "采购类别",
      english: "Procurement class",
      type: choice(PROCUREMENT_CLASSES),
      required: true,
      doc: { zh: "货物、工程或服务。", en: "Goods, works or services." },
      example: "货物",
      width: 12,
    },
    {
      id: "name",
      title: "采购项目",
      english: "Item procured",
      type: text,
      required: true,
      doc: { zh: "品目或项目名称。", en: "The item or project that is procured." },
      example: "台式计算机",
      width: 28,
    },
    {
      id: "quantity",
      title: "数量",
      english: "Quantity",
      type: { kind: "decimal" },
      doc: { zh: "可不填。", en: "May be left blank." },
      example: "2",
      width: 10,
    },
    {
      id: "measure_unit",
      title: "计量单位",
      english: "Unit of measure",
      type: text,
      doc: { zh: "可不填。", en: "May be left blank." },
      example: "台",
      width: 10,
    },
    fund({ zh: "采购资金来源。", en: "Where the money for it comes from." }),
    amountYuan({ zh: "采购预算。", en: "The budget of the procurement." }),
    {
      id: "small_business_yuan",
      title: "其中：面向中小企业预留（元）",
      english: "Of which reserved for small businesses (yuan)",
      type: amount,
      doc: {
        zh: "不大于采购预算；不填即无。",
        en: "No more than the budget of the procurement. Blank: none.",
      },
      example: "",
      width: 24,
    },
  ],
};
