import type { Text } from "../finding/finding.ts";

/**
 * The closed lists of the ledger: identifiers as in the glossary, the words that people choose from in both
 * languages, and other words that are accepted for the same thing.
 */
export interface Term<Id extends string = string> extends Text {
  readonly id: Id;
  readonly synonyms?: readonly string[];
}

/** Sources of funds of a line or a revenue, in the order of the summary table. */
export const FUNDS = [
  {
    id: "general-public",
    zh: "一般公共预算财政拨款",
    en: "General public budget appropriation",
    synonyms: ["一般公共预算", "一般公共预算资金", "一般公共预算财政拨款资金", "111", "11"],
  },
  {
    id: "government-fund",
    zh: "政府性基金预算财政拨款",
    en: "Government fund budget appropriation",
    synonyms: ["政府性基金预算", "政府性基金预算资金", "政府性基金", "121", "12"],
  },
  {
    id: "state-capital",
    zh: "国有资本经营预算财政拨款",
    en: "State capital operations budget appropriation",
    synonyms: ["国有资本经营预算", "国有资本经营预算资金", "13"],
  },
  {
    id: "special-account",
    zh: "财政专户管理资金",
    en: "Funds managed in special fiscal accounts",
    synonyms: ["财政专户", "教育收费收入", "2"],
  },
  { id: "service", zh: "事业收入", en: "Service revenue", synonyms: ["事业收入资金", "31"] },
  {
    id: "superior-subsidy",
    zh: "上级补助收入",
    en: "Subsidy from superior unit",
    synonyms: ["上级补助收入资金", "32"],
  },
  {
    id: "affiliate-remittance",
    zh: "附属单位上缴收入",
    en: "Remittance from affiliated units",
    synonyms: ["附属单位上缴收入资金", "33"],
  },
  {
    id: "business",
    zh: "事业单位经营收入",
    en: "Business revenue of public institutions",
    synonyms: ["事业单位经营收入资金", "34"],
  },
  { id: "other", zh: "其他收入", en: "Other revenue", synonyms: ["其他收入资金", "39"] },
  {
    id: "institutional-fund",
    zh: "用事业基金弥补收支差额",
    en: "Deficit covered by the institutional fund",
    synonyms: ["使用非财政拨款结余", "事业基金"],
  },
] as const satisfies readonly Term[];
export type FundId = (typeof FUNDS)[number]["id"];

/** The three sources that together are the fiscal appropriation (财政拨款). */
export const APPROPRIATION_FUNDS = [
  "general-public",
  "government-fund",
  "state-capital",
] as const satisfies readonly FundId[];

/** Kinds of expenditure. Personnel and operating together are basic expenditure (基本支出). */
export const KINDS = [
  { id: "personnel", zh: "人员经费", en: "Personnel funding", synonyms: ["人员类项目", "人员类"] },
  {
    id: "operating",
    zh: "日常公用经费",
    en: "Operating funding",
    synonyms: ["公用经费", "公用经费项目", "公用经费类项目"],
  },
  {
    id: "project",
    zh: "项目支出",
    en: "Project expenditure",
    synonyms: ["特定目标类项目", "特定目标类", "其他运转类项目", "其他运转类"],
  },
  { id: "remittance-to-superior", zh: "上缴上级支出", en: "Remittance to superior unit" },
  {
    id: "business",
    zh: "事业单位经营支出",
    en: "Business expenditure of public institutions",
    synonyms: ["经营支出"],
  },
  {
    id: "subsidy-to-subordinate",
    zh: "对下级单位补助支出",
    en: "Subsidy to subordinate units",
    synonyms: ["对附属单位补助支出"],
  },
] as const satisfies readonly Term[];
export type KindId = (typeof KINDS)[number]["id"];

/** Kinds of last year's lines, which are published by basic and project only. */
export const PRIOR_KINDS = [
  { id: "basic", zh: "基本支出", en: "Basic expenditure" },
  ...KINDS,
] as const satisfies readonly Term[];
export type PriorKindId = (typeof PRIOR_KINDS)[number]["id"];

export const UNIT_TYPES = [
  { id: "administrative", zh: "行政单位", en: "Administrative unit", synonyms: ["机关", "行政"] },
  {
    id: "civil-service",
    zh: "参公事业单位",
    en: "Public institution managed under the civil-service law",
    synonyms: ["参公", "参照公务员法管理的事业单位"],
  },
  {
    id: "public-welfare-1",
    zh: "公益一类事业单位",
    en: "Public institution, public welfare class 1",
    synonyms: ["公益一类"],
  },
  {
    id: "public-welfare-2",
    zh: "公益二类事业单位",
    en: "Public institution, public welfare class 2",
    synonyms: ["公益二类"],
  },
] as const satisfies readonly Term[];
export type UnitTypeId = (typeof UNIT_TYPES)[number]["id"];

export const PROCUREMENT_CLASSES = [
  { id: "goods", zh: "货物", en: "Goods", synonyms: ["A", "A 货物"] },
  { id: "works", zh: "工程", en: "Works", synonyms: ["B", "B 工程"] },
  { id: "services", zh: "服务", en: "Services", synonyms: ["C", "C 服务"] },
] as const satisfies readonly Term[];
export type ProcurementClassId = (typeof PROCUREMENT_CLASSES)[number]["id"];

/** What a revenue row states: revenue of the year, or carry-over into or out of it. */
export const REVENUE_ITEMS = [
  { id: "current", zh: "本年收入", en: "Revenue of the year" },
  { id: "carry-over-in", zh: "上年结转", en: "Carry-over from prior year" },
  { id: "carry-over-out", zh: "结转下年", en: "Carry-over to next year" },
] as const satisfies readonly Term[];
export type RevenueItemId = (typeof REVENUE_ITEMS)[number]["id"];

/** The parts of 三公经费 with the departmental economic codes that they are made of. */
export const THREE_PUBLIC_ITEMS = [
  { id: "abroad", zh: "因公出国（境）费", codes: ["30212"] },
  { id: "vehicle-purchase", zh: "公务用车购置费", codes: ["31013", "30913"] },
  { id: "vehicle-operation", zh: "公务用车运行维护费", codes: ["30231"] },
  { id: "reception", zh: "公务接待费", codes: ["30217"] },
] as const;
export type ThreePublicItemId = (typeof THREE_PUBLIC_ITEMS)[number]["id"];

/** Last year's figures that no classified line gives. */
export const PRIOR_ITEMS = [
  { id: "three-public/abroad", zh: "因公出国（境）费", en: "Official overseas travel" },
  { id: "three-public/vehicle-purchase", zh: "公务用车购置费", en: "Official vehicle purchase" },
  {
    id: "three-public/vehicle-operation",
    zh: "公务用车运行维护费",
    en: "Official vehicle operation and maintenance",
  },
  { id: "three-public/reception", zh: "公务接待费", en: "Official hospitality" },
  { id: "organ-operating-funds", zh: "机关运行经费", en: "Agency operating funds" },
] as const satisfies readonly Term[];
export type PriorItemId = (typeof PRIOR_ITEMS)[number]["id"];

/** 一级项目: a key special project has its own form among the key ones, the rest among the general ones. */
export const PROJECT_RANKS = [
  { id: "key", zh: "重点专项", en: "Key special project", synonyms: ["重点", "重点项目"] },
  { id: "general", zh: "一般性项目", en: "General project", synonyms: ["一般", "一般项目"] },
] as const satisfies readonly Term[];
export type ProjectRankId = (typeof PROJECT_RANKS)[number]["id"];

/** Indicator relations (指标性质). */
export const OPERATORS = [
  { id: "≥", zh: "≥", en: "At least", synonyms: [">=", "大于等于"] },
  { id: "≤", zh: "≤", en: "At most", synonyms: ["<=", "小于等于"] },
  { id: "=", zh: "=", en: "Equal to", synonyms: ["＝", "等于"] },
  { id: ">", zh: "＞", en: "More than", synonyms: ["大于"] },
  { id: "<", zh: "＜", en: "Less than", synonyms: ["小于"] },
  { id: "定性", zh: "定性", en: "Qualitative" },
] as const satisfies readonly Term[];
export type OperatorId = (typeof OPERATORS)[number]["id"];

export const YES_NO = [
  { id: "yes", zh: "是", en: "Yes", synonyms: ["y", "true", "1"] },
  { id: "no", zh: "否", en: "No", synonyms: ["n", "false", "0"] },
] as const satisfies readonly Term[];

/** State assets that a disclosure counts: vehicles by use, and costly equipment. */
export const ASSET_ITEMS = [
  { id: "vehicle/guaranteed", zh: "有条件实物保障用车", en: "Vehicles of guaranteed provision in kind" },
  {
    id: "vehicle/leader",
    zh: "副部（省）级及以上领导用车",
    en: "Vehicles of leaders at vice-ministerial (provincial) level and above",
  },
  { id: "vehicle/confidential-mail", zh: "机要通信用车", en: "Confidential communication vehicles" },
  { id: "vehicle/emergency", zh: "应急保障用车", en: "Emergency vehicles" },
  { id: "vehicle/law-enforcement", zh: "执法执勤用车", en: "Law enforcement vehicles" },
  {
    id: "vehicle/retired-cadres",
    zh: "离退休干部服务用车",
    en: "Vehicles serving retired cadres",
    synonyms: ["离退休干部用车"],
  },
  { id: "vehicle/special-technical", zh: "特种专业技术用车", en: "Special technical vehicles" },
  { id: "vehicle/service", zh: "业务用车", en: "Business vehicles" },
  { id: "vehicle/other", zh: "其他用车", en: "Other vehicles" },
  {
    id: "equipment/general-500k",
    zh: "单位价值50万元以上通用设备",
    en: "General equipment of 500,000 yuan or more a piece",
  },
  {
    id: "equipment/special-1m",
    zh: "单位价值100万元以上专用设备",
    en: "Special equipment of 1,000,000 yuan or more a piece",
  },
] as const satisfies readonly Term[];
export type AssetItemId = (typeof ASSET_ITEMS)[number]["id"];

/** The social insurance funds of table 13. */
export const SOCIAL_INSURANCE_FUNDS = [
  {
    id: "pension/enterprise",
    zh: "城镇企业职工基本养老保险基金",
    en: "Basic pension fund for urban enterprise employees",
  },
  {
    id: "pension/resident",
    zh: "城乡居民社会养老保险基金",
    en: "Pension fund for urban and rural residents",
    synonyms: ["城乡居民基本养老保险基金"],
  },
  {
    id: "pension/public-sector",
    zh: "机关事业单位养老保险基金",
    en: "Pension fund for agencies and public institutions",
    synonyms: ["机关事业单位基本养老保险基金"],
  },
  {
    id: "medical/employee",
    zh: "城镇职工基本医疗保险基金（含生育保险）",
    en: "Basic medical insurance fund for urban employees (with maternity)",
    synonyms: ["职工基本医疗保险基金"],
  },
  {
    id: "medical/resident",
    zh: "城乡居民合作医疗保险基金",
    en: "Cooperative medical insurance fund for urban and rural residents",
    synonyms: ["城乡居民基本医疗保险基金"],
  },
  { id: "unemployment", zh: "失业保险基金", en: "Unemployment insurance fund" },
  { id: "work-injury", zh: "工伤保险基金", en: "Work injury insurance fund" },
] as const satisfies readonly Term[];
export type SocialInsuranceFundId = (typeof SOCIAL_INSURANCE_FUNDS)[number]["id"];

export const SIDES = [
  { id: "revenue", zh: "收入", en: "Revenue" },
  { id: "expenditure", zh: "支出", en: "Expenditure" },
] as const satisfies readonly Term[];
export type SideId = (typeof SIDES)[number]["id"];

/** What a reason for a change, or a purpose, can be given for; functional items are given by their code. */
export const REASON_SUBJECTS = [
  { id: "revenue", zh: "收入预算", en: "Budgeted revenue" },
  { id: "expenditure", zh: "支出预算", en: "Budgeted expenditure" },
  { id: "basic", zh: "基本支出", en: "Basic expenditure" },
  { id: "project", zh: "项目支出", en: "Project expenditure" },
  { id: "government-fund", zh: "政府性基金预算支出", en: "Government fund budget expenditure" },
  { id: "state-capital", zh: "国有资本经营预算支出", en: "State capital operations budget expenditure" },
  { id: "abroad", zh: "因公出国（境）费", en: "Official overseas travel" },
  { id: "vehicle-purchase", zh: "公务用车购置费", en: "Official vehicle purchase" },
  { id: "vehicle-operation", zh: "公务用车运行维护费", en: "Official vehicle operation and maintenance" },
  { id: "reception", zh: "公务接待费", en: "Official hospitality" },
  { id: "organ-operating-funds", zh: "机关运行经费", en: "Agency operating funds" },
] as const satisfies readonly Term[];

/** Everything that is accepted for a term. */
export function wordsOf({ id, zh, en, synonyms = [] }: Term): readonly string[] {
  return [id, zh, en, ...synonyms];
}

/** Finds a term by its identifier, its words or a synonym; letter case and full width do not matter. */
export function findTerm<T extends Term>(terms: readonly T[], text: string): T | undefined {
  const wanted = fold(text);
  return terms.find((term) => wordsOf(term).some((word) => fold(word) === wanted));
}

/** Comparison form of a word: NFKC, no blanks, lower case. */
export function fold(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
}
