import type { SheetSchema } from "../sheet-schema.ts";
import { SIDES, SOCIAL_INSURANCE_FUNDS } from "../terms.ts";
import { amountYuan, choice } from "./columns.ts";

export const SOCIAL_INSURANCE_SHEET: SheetSchema = {
  id: "social-insurance",
  title: "社会保险基金",
  english: "Social insurance funds",
  doc: {
    zh: "由本部门编制社会保险基金预算时填；多数部门留空。",
    en: "Only where the department compiles the budget of social insurance funds; most leave it blank.",
  },
  shape: "table",
  columns: [
    {
      id: "side",
      title: "收支",
      english: "Revenue or expenditure",
      type: choice(SIDES),
      required: true,
      doc: { zh: "收入或支出。", en: "Revenue or expenditure." },
      example: "收入",
      width: 10,
    },
    {
      id: "fund",
      title: "基金",
      english: "Fund",
      type: choice(SOCIAL_INSURANCE_FUNDS),
      required: true,
      doc: { zh: "哪一项基金。", en: "Which fund." },
      example: "失业保险基金",
      width: 40,
    },
    amountYuan({ zh: "预算数。", en: "The budgeted amount." }),
  ],
};
