import type { SheetSchema } from "../sheet-schema.ts";
import { SIDES, SOCIAL_INSURANCE_FUNDS } from "../terms.ts";
import { amountYuan, choice } from "./columns.ts";

export const SOCIAL_INSURANCE_SHEET: SheetSchema = {
  id: "social-insurance",
  title: "社会保险基金",
  english: "Social insurance funds",
  doc: "由本部门编制社会保险基金预算时填；多数部门留空。",
  shape: "table",
  columns: [
    {
      id: "side",
      title: "收支",
      english: "Revenue or expenditure",
      type: choice(SIDES),
      required: true,
      doc: "收入或支出。",
      example: "收入",
      width: 10,
    },
    {
      id: "fund",
      title: "基金",
      english: "Fund",
      type: choice(SOCIAL_INSURANCE_FUNDS),
      required: true,
      doc: "哪一项基金。",
      example: "失业保险基金",
      width: 40,
    },
    amountYuan("预算数。"),
  ],
};
