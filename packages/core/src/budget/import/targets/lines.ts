import { LEDGER_SHEET } from "../../schema.ts";
import { DELETED, DEPARTMENT_ECONOMIC, type ImportField, KIND, named, PROJECT } from "../field.ts";
import type { ImportReport } from "../message.ts";
import type { ImportRow } from "../row.ts";
import type { ImportTarget, RowValues } from "../target.ts";

const FIELDS: readonly ImportField[] = [
  {
    id: "year",
    zh: "预算年度",
    required: true,
    headings: [["fiscal_year", "预算年度", "会计年度", "财政年度", "年度", "年份", "year"]],
  },
  { id: "unit", zh: "单位", required: true, headings: [["agency", "预算单位", "单位", "基层单位", "unit"]] },
  {
    id: "fund",
    zh: "资金来源",
    required: true,
    headings: [
      ["fund_type", "资金性质", "资金性质分类", "资金类型", "fund"],
      ["found_type", "fundsource", "资金来源", "经费来源"],
    ],
  },
  {
    id: "carry_over",
    zh: "上年结转资金",
    headings: [
      ["上年结转资金", "是否上年结转", "是否结转", "是否结转资金", "是否上年结转资金", "carry_over"],
    ],
  },
  {
    id: "functional",
    zh: "功能分类科目",
    required: true,
    headings: [["exp_func", "支出功能分类", "功能分类", "支出功能", "功能", "functional"]],
    catalogue: "functional",
    digits: 7,
  },
  { ...KIND, required: true },
  PROJECT,
  DEPARTMENT_ECONOMIC,
  {
    id: "government_economic",
    zh: "政府经济分类",
    headings: [
      [
        "gov_bgt_eco",
        "政府预算支出经济分类",
        "政府预算经济分类",
        "政府支出经济分类",
        "政府经济分类",
        "政府预算支出经济",
        "政府预算经济",
        "政府支出经济",
        "政府经济",
        "government_economic",
      ],
    ],
    catalogue: "government-economic",
    digits: 5,
  },
  {
    id: "procurement",
    zh: "政府采购类别",
    headings: [
      ["政府采购", "采购类别", "政府采购类别", "procurement"],
      ["gpdir", "政府采购品目", "采购品目", "政府采购目录", "采购目录"],
    ],
  },
  {
    id: "procurement_flag",
    zh: "是否政府采购",
    en: "Marked as procurement",
    headings: [
      ["bgt_govpur_flag", "is_gov", "是否政府采购", "是否包含政府采购", "政府采购标识", "政府采购标志"],
    ],
  },
  {
    id: "amount_yuan",
    zh: "金额",
    required: true,
    headings: [
      ["approve_amt", "批复数", "批复金额", "批复预算数", "预算批复数", "amount_yuan"],
      [
        "bgt_amt",
        "bgt",
        "预算数",
        "预算金额",
        "年初预算数",
        "本年预算数",
        "预算安排数",
        "支出预算数",
        "金额",
      ],
      ["apply_up_amt", "apply_up", "申报数", "申报金额", "上报数", "总金额", "合计金额"],
    ],
  },
  DELETED,
  {
    id: "ignored",
    zh: "不导入",
    headings: [
      ["序号", "行号", "create_time", "update_time", "创建时间", "更新时间", "adj_batch_no", "调整批次号"],
      ["mof_div", "adm_div", "财政区划", "行政区划", "unifsoc_cred", "统一社会信用"],
    ],
  },
];

/** Budget lines, as the integrated budget management systems export them. */
export const LINE_IMPORT: ImportTarget = {
  schema: LEDGER_SHEET,
  fields: named(FIELDS, LEDGER_SHEET),
  anchor: "amount_yuan",
  classified: ["department_economic", "functional"],
  read: readLine,
};

function readLine(row: ImportRow, report: ImportReport): RowValues | undefined {
  const amount = row.amount();
  if (amount === undefined) {
    report.add("zero-row", row.place("amount_yuan"));
    return undefined;
  }
  const kind = row.kind();
  return {
    year: row.year(),
    unit: row.text("unit"),
    fund: row.fund(),
    carry_over: row.carryOver(),
    functional: row.code("functional"),
    kind,
    project: row.projectOf(kind),
    department_economic: row.code("department_economic"),
    government_economic: row.code("government_economic"),
    procurement: row.procurement(),
    amount_yuan: amount,
  };
}
