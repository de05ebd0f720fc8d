import type { SheetSchema } from "../sheet-schema.ts";
import { PRIOR_ITEMS } from "../terms.ts";
import { amountYuan, choice, unit } from "./columns.ts";

export const PRIOR_ITEMS_SHEET: SheetSchema = {
  id: "prior-year-other",
  title: "上年三公及运行经费",
  english: "Last year's other items",
  doc: {
    zh: "上年公开的“三公”经费和机关运行经费预算数。",
    en: "Last year's published budget of the three public expenses and of agency operating funds.",
  },
  shape: "table",
  columns: [
    {
      id: "year",
      title: "年度",
      english: "Year",
      type: { kind: "year" },
      required: true,
      doc: { zh: "预算年度减一。", en: "The year before the budget year." },
      example: "2022",
      width: 10,
    },
    unit({
      zh: "上年数属哪个单位；不分单位时留空，只用于部门汇总。",
      en: "Whose figure of last year it is. Blank where figures are not divided among units: then they count for the department only.",
    }),
    {
      id: "item",
      title: "项目",
      english: "Item",
      type: choice(PRIOR_ITEMS),
      required: true,
      doc: { zh: "哪一项。", en: "Which item." },
      example: "公务接待费",
      width: 22,
    },
    amountYuan({ zh: "上年预算数。", en: "Last year's budgeted amount." }),
  ],
};
