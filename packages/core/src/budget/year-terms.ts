import type { Term } from "./terms.ts";

/** The closed lists of what is recorded in the course of the year, after the budget is approved. */

/** 指标类别 by the Ministry's tree (财预〔2020〕10号): output, benefit, satisfaction. */
export const INDICATOR_KINDS = [
  { id: "output/quantity", zh: "数量指标", synonyms: ["产出数量", "数量"] },
  { id: "output/quality", zh: "质量指标", synonyms: ["产出质量", "质量"] },
  { id: "output/timeliness", zh: "时效指标", synonyms: ["产出时效", "时效"] },
  { id: "output/cost", zh: "成本指标", synonyms: ["产出成本", "成本"] },
  { id: "benefit/economic", zh: "经济效益指标", synonyms: ["经济效益"] },
  { id: "benefit/social", zh: "社会效益指标", synonyms: ["社会效益"] },
  { id: "benefit/ecological", zh: "生态效益指标", synonyms: ["生态效益"] },
  { id: "benefit/sustained", zh: "可持续影响指标", synonyms: ["可持续影响"] },
  { id: "satisfaction", zh: "满意度指标", synonyms: ["服务对象满意度指标", "满意度", "服务对象满意度"] },
] as const satisfies readonly Term[];
export type IndicatorKindId = (typeof INDICATOR_KINDS)[number]["id"];

/** Which way an indicator gets better, where its operator does not say so. */
export const DIRECTIONS = [
  { id: "more", zh: "正向", synonyms: ["越多越好", "越大越好"] },
  { id: "less", zh: "反向", synonyms: ["越少越好", "越小越好"] },
] as const satisfies readonly Term[];
export type DirectionId = (typeof DIRECTIONS)[number]["id"];

/** Changes of the budget in the year (预算法第五十三条、第六十七条…): between items, more, less. */
export const ADJUSTMENT_KINDS = [
  { id: "reallocation", zh: "调剂" },
  { id: "supplement", zh: "追加", synonyms: ["调增"] },
  { id: "reduction", zh: "调减", synonyms: ["核减"] },
] as const satisfies readonly Term[];
export type AdjustmentKindId = (typeof ADJUSTMENT_KINDS)[number]["id"];

/** What a record of the evidence register (绩效佐证台账) is a record of. */
export const EVIDENCE_KINDS = [
  { id: "visit", zh: "走访慰问", synonyms: ["慰问", "走访"] },
  { id: "activity", zh: "活动" },
  { id: "training", zh: "培训学习", synonyms: ["培训", "学习"] },
  { id: "subsidy", zh: "补助发放", synonyms: ["补贴发放", "发放补助"] },
  { id: "service", zh: "服务" },
  { id: "operation", zh: "运行值守", synonyms: ["设备运行", "运行"] },
  { id: "inspection", zh: "检查验收", synonyms: ["检查", "验收"] },
  { id: "survey", zh: "满意度调查", synonyms: ["问卷", "调查"] },
  { id: "publication", zh: "编印发布", synonyms: ["编印", "发布"] },
  { id: "construction", zh: "建设创建", synonyms: ["建设", "创建"] },
  { id: "other", zh: "其他" },
] as const satisfies readonly Term[];
export type EvidenceKindId = (typeof EVIDENCE_KINDS)[number]["id"];

/** How an indicator's actual value is counted; the last four are counted from the body's own records of duty. */
export const COUNTING_METHODS = [
  { id: "sum", zh: "数量合计" },
  { id: "records", zh: "记录条数" },
  { id: "days", zh: "有记录的天数" },
  { id: "kinds", zh: "事项种类数" },
  { id: "share", zh: "达到数占应达数", synonyms: ["比率", "满意率"] },
  { id: "amount", zh: "金额合计（元）", synonyms: ["金额合计"] },
  { id: "disclosure-compliance", zh: "信息公开合规率" },
  { id: "monitoring-rate", zh: "绩效运行监控率" },
  { id: "evaluation-coverage", zh: "绩效自评覆盖率" },
  { id: "filing-timeliness", zh: "“三公”经费调剂备案及时率" },
] as const satisfies readonly Term[];
export type CountingMethodId = (typeof COUNTING_METHODS)[number]["id"];

/** How far a qualitative target was reached, in three grades. */
export const ACHIEVEMENTS = [
  { id: "reached", zh: "达到", synonyms: ["达成", "达到预期", "全部完成", "全部实现目标"] },
  { id: "partly", zh: "部分达到", synonyms: ["部分达成", "部分实现目标"] },
  { id: "missed", zh: "未达到", synonyms: ["未达成", "未实现目标"] },
] as const satisfies readonly Term[];
export type AchievementId = (typeof ACHIEVEMENTS)[number]["id"];

/** Who reviews a self-evaluation. */
export const REVIEW_LEVELS = [
  { id: "department", zh: "主管部门" },
  { id: "bureau", zh: "财政部门", synonyms: ["财政局"] },
] as const satisfies readonly Term[];
export type ReviewLevelId = (typeof REVIEW_LEVELS)[number]["id"];

/** What must be published, for counting whether it was in time. */
export const DISCLOSED_DOCUMENTS = [
  { id: "budget", zh: "部门预算", synonyms: ["预算"] },
  { id: "final-accounts", zh: "部门决算", synonyms: ["决算"] },
  { id: "self-evaluation", zh: "绩效自评", synonyms: ["绩效自评结果"] },
] as const satisfies readonly Term[];
export type DisclosedDocumentId = (typeof DISCLOSED_DOCUMENTS)[number]["id"];
