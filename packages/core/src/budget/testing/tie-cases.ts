import { type Edits, row } from "./edit.ts";
import type { FaultCase } from "./fault-case.ts";

const GENERAL = "一般公共预算财政拨款";
/** Revenues that balance the sample's lines. */
const BALANCED: Edits = {
  ...row("收入与结转", 2, ["机关", GENERAL, "本年收入", "", "", "", 107000]),
  ...row("收入与结转", 3, ["档案馆", GENERAL, "本年收入", "", "", "", 30000]),
};
/** 机关 hands 档案馆 100 yuan, which 档案馆 spends. */
const TRANSFER: Edits = {
  ...row("预算明细", 6, [
    2023,
    "机关",
    "其他收入",
    "",
    2013601,
    "对下级单位补助支出",
    "",
    39999,
    "",
    "",
    "档案馆",
    100,
  ]),
  ...row("预算明细", 7, [
    2023,
    "档案馆",
    "上级补助收入",
    "",
    2013602,
    "日常公用经费",
    "",
    30201,
    "",
    "",
    "",
    100,
  ]),
  ...BALANCED,
  ...row("收入与结转", 4, ["机关", "其他收入", "本年收入", "", "", "", 100]),
  ...row("收入与结转", 5, ["档案馆", "上级补助收入", "本年收入", "机关", "", "", 100]),
};

export const TIE_CASES: readonly FaultCase[] = [
  { fault: "outside-year", name: "a line of another year", edits: { "预算明细 A3": 2022 }, says: [] },
  {
    fault: "outside-year",
    name: "last year's figures of the budget year",
    edits: { "上年预算数 A2": 2023 },
    says: [],
  },
  {
    fault: "sheet-outside-year",
    name: "lines taken over from last year, once",
    edits: { "预算明细 A2": 2022, "预算明细 A3": 2022, "预算明细 A4": 2022, "预算明细 A5": 2022 },
    says: [],
  },
  {
    fault: "date-outside-year",
    name: "an approval of long ago",
    edits: { "部门信息 B12": "2020-02-10" },
    says: [],
  },
  {
    fault: "published-before-approval",
    name: "a publication before the approval",
    edits: { "部门信息 B13": "2023-02-01" },
    says: [],
  },
  {
    fault: "duplicate-row",
    name: "two units of one name",
    edits: { "预算单位 A3": "机关", "预算明细 B5": "机关", "预算明细 I5": "" },
    says: [],
  },
  {
    fault: "duplicate-indicator",
    name: "an indicator given twice",
    edits: { "绩效指标 B4": "数字化档案数量" },
    says: [],
  },
  {
    fault: "counterpart-unknown",
    name: "no government code where the crosswalk has none",
    edits: { "预算明细 H2": 30107, "预算明细 I2": "" },
    says: [],
  },
  {
    fault: "counterpart-differs",
    name: "an institution's government code in an organ",
    edits: { "预算明细 I2": 50501 },
    says: [],
  },
  {
    fault: "counterpart-doubtful",
    name: "a government code that only memory contradicts",
    edits: { "预算明细 H3": 30212 },
    says: [],
  },
  {
    fault: "project-missing",
    name: "project expenditure without a project",
    edits: { "预算明细 G5": "" },
    says: [],
  },
  {
    fault: "project-unexpected",
    name: "a project on operating expenditure",
    edits: { "预算明细 G3": "档案服务专项" },
    says: [],
  },
  {
    fault: "counterparty-self",
    name: "a unit that hands money to itself",
    edits: { ...TRANSFER, "预算明细 K6": "机关" },
    says: [],
  },
  {
    fault: "counterparty-unused",
    name: "a counterparty of ordinary expenditure",
    edits: { "预算明细 K3": "档案馆" },
    says: [],
  },
  {
    fault: "transfer-unmatched",
    name: "a transfer that the receiver does not state",
    edits: { ...TRANSFER, "收入与结转 D5": "" },
    says: [],
  },
  {
    fault: "unbalanced-current",
    name: "less expenditure than revenue",
    edits: { ...BALANCED, "收入与结转 G2": 108000 },
    says: [],
  },
  {
    fault: "unbalanced-carry-over",
    name: "money carried over that nobody spends, with the money of the year in balance",
    edits: { ...BALANCED, ...row("收入与结转", 4, ["机关", GENERAL, "上年结转", "", "", "", 500]) },
    says: [],
  },
  {
    fault: "carry-over-unclassified",
    name: "carry-over to the next year without a functional code",
    edits: {
      ...BALANCED,
      "收入与结转 G2": 108000,
      ...row("收入与结转", 4, ["机关", GENERAL, "结转下年", "", "", "", 1000]),
    },
    says: [],
  },
  {
    fault: "carry-over-unused",
    name: "revenue of the year marked as carried over",
    edits: { ...BALANCED, "收入与结转 F2": "是" },
    says: [],
  },
  {
    fault: "procurement-untied",
    name: "details that differ from the flagged lines",
    edits: row("政府采购明细", 2, ["机关", "货物", "计算机", 1, "台", GENERAL, 1800]),
    says: [],
  },
  {
    fault: "small-business-exceeds",
    name: "a part greater than its whole",
    edits: row("政府采购明细", 2, ["机关", "货物", "计算机", 1, "台", GENERAL, 2000, 2500]),
    says: [],
  },
  {
    fault: "town-subsidy-exceeds",
    name: "more for the towns than the project has",
    edits: { "项目 H2": 30000.01 },
    says: [],
  },
  {
    fault: "weights-sum",
    name: "weights of a project that miss its total",
    edits: { "绩效指标 C4": 35.5 },
    says: [],
  },
  {
    fault: "weights-sum",
    name: "weights of the department that miss its total",
    edits: { "绩效指标 C2": 90 },
    says: [],
  },
  {
    fault: "target-not-a-number",
    name: "words where a number is promised",
    edits: { "绩效指标 F4": "较高" },
    says: [],
  },
  {
    fault: "goal-contradicts-indicator",
    name: "a goal with another value",
    edits: { "项目 G2": "数字化档案数量≥1500卷。" },
    says: [],
  },
  {
    fault: "goal-contradicts-indicator",
    name: "a goal with the opposite relation",
    edits: { "项目 G2": "查阅满意度不超过95%，数字化档案数量至少2,000卷。" },
    says: [],
  },
  {
    fault: "goal-contradicts-indicator",
    name: "the department's goal",
    edits: { "部门信息 B9": "档案工作覆盖率90%。" },
    says: [],
  },
  {
    fault: "goal-relation-differs",
    name: "a goal with the same value and another sign",
    edits: { "项目 G2": "数字化档案数量=2000卷。" },
    says: [],
  },
  {
    fault: "goal-name-differs",
    name: "a goal that names an indicator otherwise",
    edits: { "项目 G2": "数字化档案总数量≥2000卷。" },
    says: [],
  },
  {
    fault: "unknown-subject",
    name: "a reason for nothing that is known",
    edits: { "增减原因 B2": "其他情况" },
    says: [],
  },
];
