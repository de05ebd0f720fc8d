import type { SheetSchema } from "../sheet-schema.ts";
import { REVENUE_ITEMS, YES_NO } from "../terms.ts";
import { amountYuan, choice, functional, fund, unit, unitReference } from "./columns.ts";

export const REVENUES_SHEET: SheetSchema = {
  id: "revenues",
  title: "收入与结转",
  english: "Revenue and carry-over",
  doc: "按来源填列的收入、上年结转和结转下年。整张不填，则收入等于预算明细按来源之和。",
  shape: "table",
  columns: [
    unit("哪个单位的收入。", true),
    fund("收入来源。"),
    {
      id: "item",
      title: "项目",
      english: "Item",
      type: choice(REVENUE_ITEMS),
      required: true,
      doc: "本年收入、上年结转或结转下年。",
      example: "本年收入",
      width: 14,
    },
    {
      id: "counterparty",
      title: "对方单位",
      english: "Counterparty",
      type: unitReference,
      doc: "上级补助、附属单位上缴的对方若在本部门内，填其单位简称。",
      example: "",
      width: 18,
    },
    {
      ...functional,
      required: false,
      doc: "只有结转下年须填：结转的钱属于哪个功能分类科目（项级）。",
      example: "",
    },
    {
      id: "carry_over",
      title: "上年结转资金",
      english: "Carried-over funds",
      type: choice(YES_NO),
      doc: "只用于结转下年：继续结转的是否上年结转资金；不填即否。",
      example: "",
      width: 12,
    },
    amountYuan("本年收入＋上年结转＝明细支出＋结转下年，逐单位逐来源。"),
  ],
};
