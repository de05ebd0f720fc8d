import { PAYMENTS_SHEET } from "../../sheets/year/payments.ts";
import { fold } from "../../terms.ts";
import { toYuanText } from "../amount.ts";
import { dateText } from "../date.ts";
import { DELETED, DEPARTMENT_ECONOMIC, type ImportField, KIND, named, PROJECT } from "../field.ts";
import type { ImportReport } from "../message.ts";
import type { ImportRow } from "../row.ts";
import type { ImportTarget, RowValues } from "../target.ts";

const FIELDS: readonly ImportField[] = [
  {
    id: "date",
    zh: "支付日期",
    required: true,
    headings: [
      ["pay_date", "支付日期", "付款日期", "支付时间", "清算日期"],
      ["记账日期", "入账日期", "会计日期"],
      ["凭证日期", "业务日期", "日期", "date"],
    ],
  },
  {
    id: "unit",
    zh: "单位",
    required: true,
    headings: [["agency", "预算单位", "单位", "基层单位", "支付单位", "付款单位", "unit"]],
  },
  PROJECT,
  KIND,
  {
    ...DEPARTMENT_ECONOMIC,
    headings: [...DEPARTMENT_ECONOMIC.headings, ["支出经济分类", "经济分类", "支出经济", "经济"]],
  },
  {
    id: "amount_yuan",
    zh: "金额",
    required: true,
    headings: [
      ["pay_amt", "支付金额", "实际支付金额", "实付金额", "付款金额", "amount_yuan"],
      ["实际支出数", "实际支出", "支出金额", "支出数", "本期支出", "执行数"],
      ["金额", "发生额", "借方金额", "借方发生额"],
    ],
  },
  {
    id: "voucher",
    zh: "凭证号",
    headings: [
      ["支付凭证号", "支付凭证", "凭证号", "凭证", "voucher"],
      ["支付申请", "支付申请号", "支付令", "支付令号", "pay_app"],
    ],
  },
  DELETED,
  {
    id: "ignored",
    zh: "不导入",
    headings: [
      [
        "序号",
        "行号",
        "create_time",
        "update_time",
        "创建时间",
        "更新时间",
        "摘要",
        "用途",
        "资金用途",
        "备注",
      ],
      ["mof_div", "adm_div", "财政区划", "行政区划", "unifsoc_cred", "统一社会信用", "年度", "预算年度"],
      ["exp_func", "支出功能分类", "功能分类", "支出功能", "功能", "fund_type", "资金性质", "资金来源"],
      ["gov_bgt_eco", "政府预算支出经济分类", "政府预算经济分类", "政府支出经济分类", "政府经济分类"],
      ["支付方式", "结算方式", "收款人", "收款人账号", "收款人账户", "收款人开户银行", "收款账号"],
      ["贷方金额", "贷方发生额", "余额"],
    ],
  },
];

/** Payments, as the systems of central payment and of accounts export them; what was paid back is negative. */
export const PAYMENT_IMPORT: ImportTarget = {
  schema: PAYMENTS_SHEET,
  fields: named(FIELDS, PAYMENTS_SHEET),
  anchor: "amount_yuan",
  classified: ["department_economic", "date"],
  identity: {
    number: "voucher",
    // Numbers of vouchers begin anew with each unit and month.
    among: ({ unit = "", date = "" }) => `${fold(unit)} ${dateText(date).slice(0, "2023-01".length)}`,
    content: ({ date = "", amount_yuan = "" }) => `${dateText(date)} ${yuan(amount_yuan)}`,
    whole: ({ date = "", unit = "", project = "", department_economic = "", amount_yuan = "" }) =>
      [dateText(date), unit, project, codeOf(department_economic), yuan(amount_yuan)].map(fold).join("\n"),
  },
  read: readPayment,
};

/** An amount as the sheets state it; what is none stands as it is. */
function yuan(text: string): string {
  return toYuanText(text, "yuan") ?? text;
}

/** The code of "30201 办公费" and of "30201". */
function codeOf(text: string): string {
  return /\d+/u.exec(text)?.[0] ?? text;
}

/** Without a column for the kind, whatever project is named counts: the budget's projects decide on reading. */
function readPayment(row: ImportRow, report: ImportReport): RowValues | undefined {
  const amount = row.amount();
  if (amount === undefined) {
    report.add("zero-row", row.place("amount_yuan"));
    return undefined;
  }
  const kind = row.kind();
  return {
    date: row.date(),
    unit: row.text("unit"),
    project: kind === "" ? row.text("project") : row.projectOf(kind),
    department_economic: row.code("department_economic"),
    amount_yuan: amount,
    voucher: row.whole("voucher"),
  };
}
