import { against, type Compared, changeInterval, comparedIn, quoteOf } from "../narrative/comparisons.ts";
import { conflict, orNotApplicable, Prose, shown } from "../narrative/context.ts";
import { type Interval, intervalOf, subtract } from "../narrative/intervals.ts";
import { defineRule, type RuleResult } from "../rule.ts";

/** Percent of last year's figure from which a change is expected to be explained. */
const THRESHOLD = 10n;

export default defineRule({
  id: "prior/large-changes-have-reasons",
  level: "notice",
  title: { zh: "增减达到10%的应说明原因", en: "Changes of ten percent and more have their reason" },
  basis: [],
  doc: {
    zh: "文字写出的增减达到上年数的10%，或上年为零而本年有数的，应写明原因。“三公”经费不论多少都要说明，由另一条规则核对。",
    en: "A change of ten percent of last year's figure, or from nothing, should be explained. The three public expenses are held to more by a rule of their own.",
  },
  examples: [
    {
      name: "a fifth more without a word",
      text: "示例区民政局2024年部门预算\n机关运行经费24.00万元，比2023年预算增加4.00万元。\n政府采购预算5.00万元。",
      messages: ["“机关运行经费”比2023年预算增加4.00万元，达到上年数的10%，前后没有说明原因。"],
    },
    {
      name: "the reason stands in the next paragraph",
      text: "示例区民政局2024年部门预算\n机关运行经费24.00万元，比2023年预算增加4.00万元。\n增加的主要原因是人员增加。",
      messages: [],
    },
    {
      name: "a small change needs none",
      text: "示例区民政局2024年部门预算\n机关运行经费24.00万元，比2023年预算增加1.00万元。\n政府采购预算5.00万元。",
      messages: [],
    },
  ],
  check({ pack }): readonly RuleResult[] {
    const prose = new Prose(pack);
    const results = comparedIn(prose)
      .filter(({ statement }) => statement.measure.item?.startsWith("three-public") !== true)
      .filter(isLarge)
      .map((compared) => resultOf(prose, compared));
    return orNotApplicable(
      results,
      "没有达到上年数10%的增减",
      "no change reaches ten percent of last year's figure",
    );
  },
});

/** Surely as large: the smallest change that the printed figures allow, over the largest base. */
function isLarge({ comparison, now, base }: Compared): boolean {
  const change = changeInterval(comparison);
  if (comparison.unsure || change === undefined || now?.kind !== "amount") return false;
  const before: Interval =
    base === undefined ? subtract(intervalOf(now.figure), change) : intervalOf(base.figure);
  const least = change.low > 0n ? change.low : change.high < 0n ? -change.high : 0n;
  return least > 0n && least * 100n >= before.high * THRESHOLD;
}

const REASON = /原因|由于|因为|系因|主要是|主要系|主要因|主要用于|所致|导致|按照|根据|为了|调整|新增|取消/u;

function resultOf(prose: Prose, compared: Compared): RuleResult {
  const { statement, comparison } = compared;
  const { paragraphs } = prose.sentences;
  const near = [statement.paragraph, statement.paragraph + 1, statement.paragraph + 2];
  const explained = near.some((index) => REASON.test(paragraphs[index]?.compact.text ?? ""));
  const place = prose.place(statement);
  if (explained) return { outcome: "holds", ...place };
  const change = comparison.change === undefined ? "" : shown(comparison.change);
  const name = prose.nameOf(statement);
  return conflict({
    message: {
      zh: `“${name}”${against(comparison, "比上年")}${comparison.word ?? ""}${change}，达到上年数的10%，前后没有说明原因。`,
      en: `“${name}” changes by ${change}, ten percent of last year's figure or more, without a reason.`,
    },
    remedy: { zh: "写明增减的具体原因。", en: "State the reason of the change." },
    ...place,
    quote: quoteOf(prose, compared),
    facts: prose.facts(statement, comparison.change),
  });
}
