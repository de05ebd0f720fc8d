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
  {
    fault: "outside-year",
    name: "a line of another year",
    edits: { "预算明细 A3": 2022 },
    says: ["error 预算明细 A3：年度 2022 应为 2023。改为 2023，或删去该行；预算年度以部门信息为准。"],
  },
  {
    fault: "outside-year",
    name: "last year's figures of the budget year",
    edits: { "上年预算数 A2": 2023 },
    says: ["error 上年预算数 A2：年度 2023 应为 2022。改为 2022，或删去该行；预算年度以部门信息为准。"],
  },
  {
    fault: "sheet-outside-year",
    name: "lines taken over from last year, once",
    edits: { "预算明细 A2": 2022, "预算明细 A3": 2022, "预算明细 A4": 2022, "预算明细 A5": 2022 },
    says: [
      "error 预算明细 A2：全表 4 行的年度都是 2022，应为 2023。整栏改为 2023；部门信息的预算年度填错的，改部门信息。",
    ],
  },
  {
    fault: "date-outside-year",
    name: "an approval of long ago",
    edits: { "部门信息 B12": "2020-02-10" },
    says: ["warning 部门信息 B12：“预算批复日期” 2020-02-10 与预算年度 2023 相距过远。核对日期和预算年度。"],
  },
  {
    fault: "published-before-approval",
    name: "a publication before the approval",
    edits: { "部门信息 B13": "2023-02-01" },
    says: ["warning 部门信息 B13：公开日期 2023-02-01 早于批复日期 2023-02-10。批复后公开，核对两个日期。"],
  },
  {
    fault: "duplicate-row",
    name: "two units of one name",
    edits: { "预算单位 A3": "机关", "预算明细 B5": "机关", "预算明细 I5": "" },
    says: ["error 预算单位 A3：“机关”重复，前面已有（预算单位 A2）。合为一行，或改为不同的名称。"],
  },
  {
    fault: "duplicate-indicator",
    name: "an indicator given twice",
    edits: { "绩效指标 B4": "数字化档案数量" },
    says: [
      "warning 绩效指标 B4：指标“数字化档案数量”重复，前面已有（绩效指标 B3）。改为不同的名称，或删去一行。",
    ],
  },
  {
    fault: "counterpart-unknown",
    name: "no government code where the crosswalk has none",
    edits: { "预算明细 H2": 30107, "预算明细 I2": "" },
    says: [
      "error 预算明细 I2：政府经济分类编码未填，且部门经济分类 30107 在“行政单位”没有对照。填写政府经济分类编码（5位），并核对单位类型。",
    ],
  },
  {
    fault: "counterpart-differs",
    name: "an institution's government code in an organ",
    edits: { "预算明细 I2": 50501 },
    says: [
      "error 预算明细 I2：政府经济分类 50501 与对照不符：30101 在“行政单位”应为 50101。改为 50101 或留空；单位类型填错的，改单位类型。",
    ],
  },
  {
    fault: "counterpart-doubtful",
    name: "a government code that only memory contradicts",
    edits: { "预算明细 H3": 30212 },
    says: [
      "warning 预算明细 I3：政府经济分类 50201 与通常的对照不同：30212 在“行政单位”一般为 50207。核对单位类型和编码；确属特殊的可不改。",
    ],
  },
  {
    fault: "project-missing",
    name: "project expenditure without a project",
    edits: { "预算明细 G5": "" },
    says: ["error 预算明细 G5：支出类别是项目支出，但“项目”未填。填写项目名称，或改正支出类别。"],
  },
  {
    fault: "project-unexpected",
    name: "a project on operating expenditure",
    edits: { "预算明细 G3": "档案服务专项" },
    says: [
      "error 预算明细 G3：支出类别是日常公用经费，不应填项目“档案服务专项”。清空“项目”，或把支出类别改为项目支出。",
    ],
  },
  {
    fault: "counterparty-self",
    name: "a unit that hands money to itself",
    edits: { ...TRANSFER, "预算明细 K6": "机关" },
    says: [
      "error 预算明细 K6：对方单位与本单位相同：“机关”。改为对方单位；对方不在本部门内的留空。",
      "error 收入与结转 G5：“机关”对“档案馆”的对下级单位补助支出为 0.00 元，“档案馆”来自“机关”的上级补助收入为 100.00 元，差 100.00 元。两边改为相同金额，都填对方单位，汇总时才能抵销。",
    ],
  },
  {
    fault: "counterparty-unused",
    name: "a counterparty of ordinary expenditure",
    edits: { "预算明细 K3": "档案馆" },
    says: [
      "warning 预算明细 K3：“对方单位”只用于对下级单位补助支出、上缴上级支出，这里不起作用。清空“对方单位”，或改正类别。",
    ],
  },
  {
    fault: "transfer-unmatched",
    name: "a transfer that the receiver does not state",
    edits: { ...TRANSFER, "收入与结转 D5": "" },
    says: [
      "error 预算明细 L6：“机关”对“档案馆”的对下级单位补助支出为 100.00 元，“档案馆”来自“机关”的上级补助收入为 0.00 元，差 100.00 元。两边改为相同金额，都填对方单位，汇总时才能抵销。",
    ],
  },
  {
    fault: "unbalanced-current",
    name: "less expenditure than revenue",
    edits: { ...BALANCED, "收入与结转 G2": 108000 },
    says: [
      "error 收入与结转 G2：“机关”一般公共预算财政拨款：本年收入 108000.00 元，明细支出加结转下年 107000.00 元，差 1000.00 元。补正收入、预算明细或结转下年中漏填、错填的一项。",
    ],
  },
  {
    fault: "unbalanced-carry-over",
    name: "money carried over that nobody spends, with the money of the year in balance",
    edits: { ...BALANCED, ...row("收入与结转", 4, ["机关", GENERAL, "上年结转", "", "", "", 500]) },
    says: [
      "error 收入与结转 G4：“机关”一般公共预算财政拨款：上年结转 500.00 元，结转资金的明细支出加结转下年 0.00 元，差 500.00 元。核对上年结转数，以及明细中“上年结转资金”填“是”的各行。",
    ],
  },
  {
    fault: "carry-over-unclassified",
    name: "carry-over to the next year without a functional code",
    edits: {
      ...BALANCED,
      "收入与结转 G2": 108000,
      ...row("收入与结转", 4, ["机关", GENERAL, "结转下年", "", "", "", 1000]),
    },
    says: ["error 收入与结转 E4：结转下年未填功能分类科目编码。填写所结转资金的功能分类科目（7位）。"],
  },
  {
    fault: "carry-over-unused",
    name: "revenue of the year marked as carried over",
    edits: { ...BALANCED, "收入与结转 F2": "是" },
    says: [
      "warning 收入与结转 F2：本年收入不是上年结转资金，“上年结转资金”的“是”不起作用。清空“上年结转资金”，或把“项目”改为上年结转、结转下年。",
    ],
  },
  {
    fault: "procurement-untied",
    name: "details that differ from the flagged lines",
    edits: row("政府采购明细", 2, ["机关", "货物", "计算机", 1, "台", GENERAL, 1800]),
    says: [
      "error 政府采购明细 G2：“机关”一般公共预算财政拨款的货物采购：明细表合计 1800.00 元，预算明细中标为政府采购的 2000.00 元，差 200.00 元。补正政府采购明细，或预算明细的“政府采购”一栏。",
    ],
  },
  {
    fault: "small-business-exceeds",
    name: "a part greater than its whole",
    edits: row("政府采购明细", 2, ["机关", "货物", "计算机", 1, "台", GENERAL, 2000, 2500]),
    says: [
      "error 政府采购明细 H2：面向中小企业预留 2500.00 元，大于采购预算 2000.00 元。预留金额不大于采购预算，核对两数。",
    ],
  },
  {
    fault: "town-subsidy-exceeds",
    name: "more for the towns than the project has",
    edits: { "项目 H2": 30000.01 },
    says: [
      "error 项目 H2：补助镇街 30000.01 元，大于项目“档案服务专项”的预算明细合计 30000.00 元。核对补助镇街数和该项目的预算明细。",
    ],
  },
  {
    fault: "weights-sum",
    name: "weights of a project that miss its total",
    edits: { "绩效指标 C4": 35.5 },
    says: ["error 绩效指标 C3：项目“档案服务专项”的指标权重合计 85.5，应为 90。调整权重，使合计为 90。"],
  },
  {
    fault: "weights-sum",
    name: "weights of the department that miss its total",
    edits: { "绩效指标 C2": 90 },
    says: ["error 绩效指标 C2：部门整体的指标权重合计 90，应为 100。调整权重，使合计为 100。"],
  },
  {
    fault: "target-not-a-number",
    name: "words where a number is promised",
    edits: { "绩效指标 F4": "较高" },
    says: [
      "warning 绩效指标 F4：指标性质是“≥”，指标值“较高”却不是数字。指标值只填数字，单位另填；文字指标的性质改为定性。",
    ],
  },
  {
    fault: "goal-contradicts-indicator",
    name: "a goal with another value",
    edits: { "项目 G2": "数字化档案数量≥1500卷。" },
    says: [
      "error 项目 G2：项目“档案服务专项”的目标文字写“数字化档案数量≥1500卷”，指标“数字化档案数量”却是 ≥2000卷。改正其一，使目标文字与指标一致（指标在 绩效指标 F3）。",
    ],
  },
  {
    fault: "goal-contradicts-indicator",
    name: "a goal with the opposite relation",
    edits: { "项目 G2": "查阅满意度不超过95%，数字化档案数量至少2,000卷。" },
    says: [
      "error 项目 G2：项目“档案服务专项”的目标文字写“查阅满意度不超过95%”，指标“查阅满意度”却是 ≥95%。改正其一，使目标文字与指标一致（指标在 绩效指标 F4）。",
    ],
  },
  {
    fault: "goal-contradicts-indicator",
    name: "the department's goal",
    edits: { "部门信息 B9": "档案工作覆盖率90%。" },
    says: [
      "error 部门信息 B9：部门整体的目标文字写“档案工作覆盖率90%”，指标“档案工作覆盖率”却是 =100%。改正其一，使目标文字与指标一致（指标在 绩效指标 F2）。",
    ],
  },
  {
    fault: "goal-relation-differs",
    name: "a goal with the same value and another sign",
    edits: { "项目 G2": "数字化档案数量=2000卷。" },
    says: [
      "warning 项目 G2：项目“档案服务专项”的目标文字写“数字化档案数量=2000卷”，指标“数字化档案数量”是 ≥2000卷。数值相同而符号不同，统一为一种（指标在 绩效指标 F3）。",
    ],
  },
  {
    fault: "goal-name-differs",
    name: "a goal that names an indicator otherwise",
    edits: { "项目 G2": "数字化档案总数量≥2000卷。" },
    says: [
      "warning 项目 G2：项目“档案服务专项”的目标文字写“数字化档案总数量≥2000卷”，指标表中没有这个名称，相近的是“数字化档案数量”。名称改为一致（指标在 绩效指标 F3）。",
    ],
  },
  {
    fault: "unknown-subject",
    name: "a reason for nothing that is known",
    edits: { "增减原因 B2": "其他情况" },
    says: [
      "error 增减原因 B2：事项“其他情况”不在可选项中，也不是功能分类科目编码。填功能分类科目编码，或从下列选一：收入预算、支出预算、基本支出、项目支出、政府性基金预算支出、国有资本经营预算支出、因公出国（境）费、公务用车购置费、公务用车运行维护费、公务接待费、机关运行经费。",
    ],
  },
];
