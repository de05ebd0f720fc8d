import type { MeasureTemplate } from "../../measure/measure.ts";

/** A word of the field and the dimension values that it stands for. */
export interface Word {
  readonly pattern: RegExp;
  readonly measure: MeasureTemplate;
}

/**
 * The vocabulary of headers, row labels and titles. The first word that matches within a group wins; groups are
 * independent of each other. Texts are matched in the form of `plain`.
 */
export const WORD_GROUPS: readonly (readonly Word[])[] = [
  // Source of funds.
  [
    { pattern: /国有资本经营预?算?/u, measure: { fund: "state-capital" } },
    { pattern: /政府性?基金/u, measure: { fund: "government-fund" } },
    { pattern: /一般公共(?:预算)?|公共财政(?:预算)?(?:拨款|补助)/u, measure: { fund: "general-public" } },
    { pattern: /财政专户|专户管理|专户拨款/u, measure: { fund: "special-account" } },
    { pattern: /事业单位经营收入|^经营收入/u, measure: { fund: "business" } },
    { pattern: /上级补助/u, measure: { fund: "superior-subsidy" } },
    { pattern: /(?:附属|下级)单位上缴/u, measure: { fund: "affiliate-remittance" } },
    { pattern: /事业基金|(?:使用)?非财政拨款结余/u, measure: { fund: "institutional-fund" } },
    { pattern: /^事业收入/u, measure: { fund: "service" } },
    { pattern: /^其他收入/u, measure: { fund: "other" } },
    { pattern: /^(?:其他|单位)资金/u, measure: { fund: "non-appropriation" } },
    { pattern: /^(?:本年)?(?:财政|预算)拨款/u, measure: { fund: "appropriation" } },
  ],
  // Kind of expenditure.
  [
    { pattern: /人员(?:经费|支出)/u, measure: { kind: "personnel" } },
    { pattern: /公用(?:经费|支出)|日常公用/u, measure: { kind: "operating" } },
    { pattern: /基本支出/u, measure: { kind: "basic" } },
    { pattern: /项目支出|专项业务经费/u, measure: { kind: "project" } },
    { pattern: /上缴上级/u, measure: { kind: "remittance-to-superior" } },
    { pattern: /对(?:附属|下级)单位补助/u, measure: { kind: "subsidy-to-subordinate" } },
    { pattern: /^(?:事业单位)?经营支出/u, measure: { kind: "business" } },
  ],
  // 三公 and what is printed beside it.
  [
    { pattern: /因公出国/u, measure: { item: "three-public/abroad" } },
    { pattern: /公务接待/u, measure: { item: "three-public/reception" } },
    {
      pattern: /公务用?车?购置费?(?:及|和|与|、)(?:公务用车)?运[行维]|^公务用车(?:费用?|经费)$/u,
      measure: { item: "three-public/vehicles" },
    },
    {
      pattern: /公务用?车?购置(?:费用?|经费)?$|^购置费$/u,
      measure: { item: "three-public/vehicle-purchase" },
    },
    {
      pattern: /公务(?:车用|用)?车(?:辆)?运[行维](?:维护)?费?|^运行(?:维护)?费$/u,
      measure: { item: "three-public/vehicle-operation" },
    },
    { pattern: /^会议费/u, measure: { item: "conference" } },
    { pattern: /^培训费/u, measure: { item: "training" } },
    { pattern: /机关运行经费/u, measure: { item: "organ-operating-funds" } },
    { pattern: /三公经费/u, measure: { item: "three-public" } },
  ],
];

/** The dimension values of all words in a text. */
export function measureOfWords(text: string): MeasureTemplate {
  const found = WORD_GROUPS.flatMap((group) => group.find((word) => word.pattern.test(text))?.measure ?? []);
  return Object.assign({}, ...found);
}
