import type { Term } from "./terms.ts";

/** The closed lists of what is recorded in the course of the year, after the budget is approved. */

/**
 * 指标类别 by the Ministry's tree (财预〔2020〕10号): output, outcome, satisfaction. Files written before outcomes had
 * their name from the glossary say "benefit".
 */
export const INDICATOR_KINDS = [
  { id: "output/quantity", zh: "数量指标", en: "Output: quantity", synonyms: ["产出数量", "数量"] },
  { id: "output/quality", zh: "质量指标", en: "Output: quality", synonyms: ["产出质量", "质量"] },
  { id: "output/timeliness", zh: "时效指标", en: "Output: timeliness", synonyms: ["产出时效", "时效"] },
  { id: "output/cost", zh: "成本指标", en: "Output: cost", synonyms: ["产出成本", "成本"] },
  {
    id: "outcome/economic",
    zh: "经济效益指标",
    en: "Outcome: economic",
    synonyms: ["经济效益", "benefit/economic"],
  },
  {
    id: "outcome/social",
    zh: "社会效益指标",
    en: "Outcome: social",
    synonyms: ["社会效益", "benefit/social"],
  },
  {
    id: "outcome/ecological",
    zh: "生态效益指标",
    en: "Outcome: ecological",
    synonyms: ["生态效益", "benefit/ecological"],
  },
  {
    id: "outcome/sustained",
    zh: "可持续影响指标",
    en: "Outcome: lasting effect",
    synonyms: ["可持续影响", "benefit/sustained"],
  },
  {
    id: "satisfaction",
    zh: "满意度指标",
    en: "Satisfaction",
    synonyms: ["服务对象满意度指标", "满意度", "服务对象满意度"],
  },
] as const satisfies readonly Term[];
export type IndicatorKindId = (typeof INDICATOR_KINDS)[number]["id"];

/** Which way an indicator gets better, where its operator does not say so. */
export const DIRECTIONS = [
  { id: "more", zh: "正向", en: "More is better", synonyms: ["越多越好", "越大越好"] },
  { id: "less", zh: "反向", en: "Less is better", synonyms: ["越少越好", "越小越好"] },
] as const satisfies readonly Term[];
export type DirectionId = (typeof DIRECTIONS)[number]["id"];

/** Changes of the budget in the year (预算法第五十三条、第六十七条…): between items, more, less. */
export const ADJUSTMENT_KINDS = [
  { id: "reallocation", zh: "调剂", en: "Reallocation" },
  { id: "supplement", zh: "追加", en: "Supplement", synonyms: ["调增"] },
  { id: "reduction", zh: "调减", en: "Reduction", synonyms: ["核减"] },
] as const satisfies readonly Term[];
export type AdjustmentKindId = (typeof ADJUSTMENT_KINDS)[number]["id"];

/** What a record of the evidence register (绩效佐证台账) is a record of. */
export const EVIDENCE_KINDS = [
  { id: "visit", zh: "走访慰问", en: "Visit", synonyms: ["慰问", "走访"] },
  { id: "activity", zh: "活动", en: "Activity" },
  { id: "training", zh: "培训学习", en: "Training", synonyms: ["培训", "学习"] },
  { id: "subsidy", zh: "补助发放", en: "Payment of subsidies", synonyms: ["补贴发放", "发放补助"] },
  { id: "service", zh: "服务", en: "Service" },
  { id: "operation", zh: "运行值守", en: "Operation and duty", synonyms: ["设备运行", "运行"] },
  { id: "inspection", zh: "检查验收", en: "Inspection", synonyms: ["检查", "验收"] },
  { id: "survey", zh: "满意度调查", en: "Satisfaction survey", synonyms: ["问卷", "调查"] },
  { id: "publication", zh: "编印发布", en: "Publication", synonyms: ["编印", "发布"] },
  { id: "construction", zh: "建设创建", en: "Construction", synonyms: ["建设", "创建"] },
  { id: "other", zh: "其他", en: "Other" },
] as const satisfies readonly Term[];
export type EvidenceKindId = (typeof EVIDENCE_KINDS)[number]["id"];

/** How an indicator's actual value is counted; the last four are counted from the body's own records of duty. */
export const COUNTING_METHODS = [
  { id: "sum", zh: "数量合计", en: "Sum of counts" },
  { id: "records", zh: "记录条数", en: "Number of records" },
  { id: "days", zh: "有记录的天数", en: "Days with records" },
  { id: "kinds", zh: "事项种类数", en: "Number of different matters" },
  { id: "share", zh: "达到数占应达数", en: "Reached as a share of due", synonyms: ["比率", "满意率"] },
  { id: "amount", zh: "金额合计（元）", en: "Sum of amounts (yuan)", synonyms: ["金额合计"] },
  { id: "disclosure-compliance", zh: "信息公开合规率", en: "Compliance of disclosure" },
  { id: "monitoring-rate", zh: "绩效运行监控率", en: "Rate of monitoring" },
  { id: "evaluation-coverage", zh: "绩效自评覆盖率", en: "Coverage of self-evaluation" },
  {
    id: "filing-timeliness",
    zh: "“三公”经费调剂备案及时率",
    en: "Timeliness of filing three-public reallocations",
  },
] as const satisfies readonly Term[];
export type CountingMethodId = (typeof COUNTING_METHODS)[number]["id"];

/** How far a qualitative target was reached, in three grades. */
export const ACHIEVEMENTS = [
  { id: "reached", zh: "达到", en: "Reached", synonyms: ["达成", "达到预期", "全部完成", "全部实现目标"] },
  { id: "partly", zh: "部分达到", en: "Partly reached", synonyms: ["部分达成", "部分实现目标"] },
  { id: "missed", zh: "未达到", en: "Not reached", synonyms: ["未达成", "未实现目标"] },
] as const satisfies readonly Term[];
export type AchievementId = (typeof ACHIEVEMENTS)[number]["id"];

/** Who reviews a self-evaluation. */
export const REVIEW_LEVELS = [
  { id: "department", zh: "主管部门", en: "Supervising department" },
  { id: "bureau", zh: "财政部门", en: "Finance authority", synonyms: ["财政局"] },
] as const satisfies readonly Term[];
export type ReviewLevelId = (typeof REVIEW_LEVELS)[number]["id"];

/** What must be published, for counting whether it was in time. */
export const DISCLOSED_DOCUMENTS = [
  { id: "budget", zh: "部门预算", en: "Departmental budget", synonyms: ["预算"] },
  { id: "final-accounts", zh: "部门决算", en: "Departmental final accounts", synonyms: ["决算"] },
  { id: "self-evaluation", zh: "绩效自评", en: "Self-evaluation", synonyms: ["绩效自评结果"] },
] as const satisfies readonly Term[];
export type DisclosedDocumentId = (typeof DISCLOSED_DOCUMENTS)[number]["id"];
