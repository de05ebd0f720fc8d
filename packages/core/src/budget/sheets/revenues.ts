import type { SheetSchema } from "../sheet-schema.ts";
import { REVENUE_ITEMS, YES_NO } from "../terms.ts";
import { amountYuan, choice, functional, fund, unit, unitReference } from "./columns.ts";

export const REVENUES_SHEET: SheetSchema = {
  id: "revenues",
  title: "收入与结转",
  english: "Revenue and carry-over",
  doc: {
    zh: "按来源填列的收入、上年结转和结转下年。整张不填，则收入等于预算明细按来源之和。",
    en: "Revenue, carry-over from the prior year and to the next by source. If the whole sheet is blank, revenue is the sum of the budget lines by source.",
  },
  shape: "table",
  columns: [
    unit({ zh: "哪个单位的收入。", en: "Whose revenue it is." }, true),
    fund({ zh: "收入来源。", en: "The source of the revenue." }),
    {
      id: "item",
      title: "项目",
      english: "Item",
      type: choice(REVENUE_ITEMS),
      required: true,
      doc: {
        zh: "本年收入、上年结转或结转下年。",
        en: "Revenue of the year, carry-over from the prior year, or carry-over to the next.",
      },
      example: "本年收入",
      width: 14,
    },
    {
      id: "counterparty",
      title: "对方单位",
      english: "Counterparty",
      type: unitReference,
      doc: {
        zh: "上级补助、附属单位上缴的对方若在本部门内，填其单位简称。",
        en: "For subsidies from a superior and remittances from affiliated units within the department: the other unit's short name.",
      },
      example: "",
      width: 18,
    },
    {
      ...functional,
      required: false,
      doc: {
        zh: "只有结转下年须填：结转的钱属于哪个功能分类科目（项级）。",
        en: "Required for carry-over to the next year only: the functional code (item level) of the money carried over.",
      },
      example: "",
    },
    {
      id: "carry_over",
      title: "上年结转资金",
      english: "Carried-over funds",
      type: choice(YES_NO),
      doc: {
        zh: "只用于结转下年：继续结转的是否上年结转资金；不填即否。",
        en: "For carry-over to the next year only: whether it had already been carried over from the prior one. Blank: no.",
      },
      example: "",
      width: 12,
    },
    amountYuan({
      zh: "本年收入＋上年结转＝明细支出＋结转下年，逐单位逐来源。",
      en: "Revenue of the year + carry-over from the prior year = budget lines + carry-over to the next, for each unit and source.",
    }),
  ],
};
