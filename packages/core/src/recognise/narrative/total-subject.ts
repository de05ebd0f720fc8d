import type { MeasureTemplate } from "../../measure/measure.ts";
import { functionalCategory } from "../lexicon/labels.ts";
import { withoutNumber } from "../text.ts";

/** The dimension values of a total; `balance` stands for both sides at once: 收支总预算. */
export type TotalMeasure = Pick<MeasureTemplate, "side" | "fund" | "flow" | "kind" | "functional" | "item">;

const WORDS: readonly (readonly [RegExp, TotalMeasure])[] = [
  [/^一般公共(?:财政)?预算(?:财政)?(?:当年)?(?:拨款|补助)?(?:资金)?/u, { fund: "general-public" }],
  [/^公共财政预算(?:财政)?(?:拨款|补助)(?:资金)?/u, { fund: "general-public" }],
  [/^政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:资金)?/u, { fund: "government-fund" }],
  [/^国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:资金)?/u, { fund: "state-capital" }],
  [/^财政专户(?:管理)?(?:的)?(?:资金|拨款)?/u, { fund: "special-account" }],
  [/^上缴上级支出/u, { side: "expenditure", kind: "remittance-to-superior" }],
  [/^(?:事业单位)?经营支出/u, { side: "expenditure", kind: "business" }],
  [/^对附属单位补助支出/u, { side: "expenditure", kind: "subsidy-to-subordinate" }],
  [/^事业单位经营收入(?:资金)?|^经营收入(?:资金)?/u, { side: "revenue", fund: "business" }],
  [/^事业收入(?:资金)?/u, { side: "revenue", fund: "service" }],
  [/^上级补助收入(?:资金)?/u, { side: "revenue", fund: "superior-subsidy" }],
  [/^附属单位上缴收入(?:资金)?/u, { side: "revenue", fund: "affiliate-remittance" }],
  [/^其他收入(?:资金)?/u, { side: "revenue", fund: "other" }],
  [/^财政(?:预算)?(?:拨款|补助)(?:资金)?/u, { fund: "appropriation" }],
  [/^上年(?:结转(?:和|及|、)?结余|结转|结余)(?:资金|收入)?/u, { side: "revenue", flow: "carry-over" }],
  [
    /^(?:年[终末])?结转(?:结余)?(?:到)?下年(?:支出)?|^年[终末]结转(?:结余)?(?:资金)?/u,
    { side: "expenditure", flow: "carry-over" },
  ],
  [/^基本支出/u, { side: "expenditure", kind: "basic" }],
  [/^项目支出/u, { side: "expenditure", kind: "project" }],
  [/^人员经费/u, { side: "expenditure", kind: "personnel" }],
  [/^(?:日常)?公用经费/u, { side: "expenditure", kind: "operating" }],
  [/^收(?:入)?(?:、|和)?支(?:出)?/u, { side: "balance" }],
  [/^收入/u, { side: "revenue" }],
  [/^支出/u, { side: "expenditure" }],
];

const FILLER =
  /^(?:20\d\d年?度?|本年度?|当年|全年|年初|年度|年|本?部门|本?单位|我[部局委办厅院]|预算|安排|编制|批复|下达|总|合|计|数|额|金|规模|情况|共|约|为|是|的|拟|:|,)/u;

/**
 * What total the words in front of an amount name, when every one of them is understood: a word that says more
 * (涉及, 运行经费, the name of a unit) makes it another quantity. `body` is the name that the pack gives itself.
 */
export function totalSubject(subject: string, body: string | undefined): TotalMeasure | undefined {
  let rest = withoutNumber(subject).replace(/^其中[:，,]?/u, "");
  if (body !== undefined && body !== "") rest = rest.replace(body, "");
  const category = categoryOf(rest);
  if (category !== undefined) return { side: "expenditure", functional: category };
  let measure: TotalMeasure = {};
  while (rest !== "") {
    const word = WORDS.find(([pattern]) => pattern.test(rest));
    const pattern = word?.[0] ?? FILLER;
    const length = pattern.exec(rest)?.[0].length ?? 0;
    if (length === 0 || (word !== undefined && contradicts(measure, word[1]))) return undefined;
    measure = { ...measure, ...word?.[1] };
    rest = rest.slice(length);
  }
  return Object.keys(measure).length === 0 ? undefined : measure;
}

/** 社会保障和就业支出, 教育支出(类)支出, 卫生健康支出科目. */
function categoryOf(words: string): string | undefined {
  const name = words.replace(/^20\d\d年/u, "").replace(/(?:\(类\)(?:支出)?|科目|预算|为)+$/u, "");
  return functionalCategory(name) ?? functionalCategory(`${name}支出`);
}

/** Two funds, kinds or sides in one subject: 财政拨款收入支出, 一般公共预算政府性基金. */
function contradicts(known: TotalMeasure, next: TotalMeasure): boolean {
  return (["side", "fund", "kind", "flow"] as const).some(
    (dimension) =>
      known[dimension] !== undefined && next[dimension] !== undefined && known[dimension] !== next[dimension],
  );
}
