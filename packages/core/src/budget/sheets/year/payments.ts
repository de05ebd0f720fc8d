import type { SheetSchema } from "../../sheet-schema.ts";
import { unit } from "../columns.ts";
import { date, departmentEconomic, optionalText, projectOfExpenditure } from "./columns.ts";

export const PAYMENTS_SHEET: SheetSchema = {
  id: "payments",
  title: "支付明细",
  english: "Payments",
  doc: {
    zh: "预算执行：一行一笔支付，或一个月一个科目的合计；退回填负数。可由支付系统的导出表导入。",
    en: "Execution of the budget: one payment a row, or the sum of a month and a code; refunds are negative. Exports of the payment system can be imported.",
  },
  shape: "table",
  columns: [
    date(["支付日期", "Paid on"], {
      zh: "支付之日；按月合计的填月末。",
      en: "The day of payment; for monthly sums the end of the month.",
    }),
    unit({ zh: "支付单位。", en: "The unit that pays." }, true),
    projectOfExpenditure,
    departmentEconomic("30201"),
    {
      id: "amount_yuan",
      title: "金额（元）",
      english: "Amount (yuan)",
      synonyms: ["金额", "支付金额"],
      type: { kind: "amount", signed: true },
      required: true,
      doc: { zh: "退回为负。", en: "Refunds are negative." },
      example: "5000.00",
      width: 16,
    },
    optionalText("voucher", ["凭证号", "Voucher"], { zh: "便于核对。", en: "For checking." }, "0001"),
  ],
};
