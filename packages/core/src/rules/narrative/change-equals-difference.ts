import { type Identity, sumIdentity } from "../identity.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { against, type Compared, changeInterval, comparedIn, quoteOf } from "./comparisons.ts";
import { conflict, couldNotCheck, orNotApplicable, Prose, shown } from "./context.ts";
import { type Interval, intervalOf, meet, middleText, subtract } from "./intervals.ts";

export default defineRule({
  id: "narrative/change-equals-difference",
  level: "error",
  title: {
    zh: "文字中的增减额应等于两年数之差",
    en: "A change in the text is the difference of the two years",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "一句话里同时写了本年数、上年数和增减额的，增减额应等于两数之差，只容许舍入。",
    en: "Where a sentence prints both years and the change, the change is their difference within rounding.",
  },
  examples: [
    {
      name: "both years in clauses of their own, then 对比",
      text: "某局2016年部门预算\n公务接待费2016年预算8.00万元，2015年预算12.50万元；对比减少4.35万元，主要原因是厉行节约。",
      messages: ["“公务接待费2016年”8.00万元，对比12.50万元减少4.35万元，两年数之差应为-4.50万元。"],
    },
    {
      name: "a change that the two years cannot give",
      text: "2024年收入预算900.50万元，比2023年年初预算数800.00万元增加110.50万元，增长13.81%。",
      messages: ["“收入”900.50万元，比2023年年初预算数800.00万元增加110.50万元，两年数之差应为100.50万元。"],
    },
    {
      name: "the last digit may be rounded",
      text: "2024年收入预算900.50万元，比2023年年初预算数800.00万元增加100.51万元。",
      messages: [],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const results = comparedIn(prose).flatMap((compared) => resultOf(prose, compared));
    return orNotApplicable(
      results,
      "没有同时写明两年数和增减额的句子",
      "no sentence prints both years and the change",
    );
  },
});

function resultOf(prose: Prose, compared: Compared): RuleResult[] {
  const { comparison, now, base } = compared;
  const change = changeInterval(comparison);
  if (change === undefined || now === undefined || base === undefined || now.figure.unit !== base.figure.unit)
    return [];
  const difference = subtract(intervalOf(now.figure), intervalOf(base.figure));
  const opposite = { low: -difference.high, high: -difference.low };
  if (meet(change, difference)) return [{ outcome: "holds", ...identityOf(prose, compared) }];
  if (meet(change, opposite)) return [{ outcome: "holds" }];
  const cut = subtract(intervalOf(now.figure, true), intervalOf(base.figure, true));
  if (meet(changeInterval(comparison, true) ?? change, cut)) return [{ outcome: "holds" }];
  if (comparison.unsure)
    return [
      couldNotCheck({
        zh: `“${prose.nameOf(compared.statement)}”的增减额所指不明确`,
        en: `it is not clear what the change of “${prose.nameOf(compared.statement)}” speaks of`,
      }),
    ];
  return [violation(prose, compared, difference)];
}

function violation(prose: Prose, compared: Compared, difference: Interval): RuleResult {
  const { statement, comparison, now, base } = compared;
  const decimals = Math.max(now?.figure.decimals ?? 2, base?.figure.decimals ?? 2);
  const expected = middleText(difference, decimals, now?.figure.unit) + (now?.noun ?? "");
  const name = prose.nameOf(statement);
  const change = comparison.change;
  return conflict({
    message: {
      zh: `“${name}”${now === undefined ? "" : shown(now)}，${against(comparison, "比")}${base === undefined ? "" : shown(base)}${comparison.word ?? ""}${change === undefined ? "" : shown(change)}，两年数之差应为${expected}。`,
      en: `“${name}”: the printed change of ${change?.text} is not the difference of the two years, ${expected}.`,
    },
    remedy: { zh: "核对两年数，改正有误的一个。", en: "Check both years and correct the wrong figure." },
    ...prose.place(statement),
    quote: quoteOf(prose, compared),
    ...(change === undefined ? {} : { printed: change.text }),
    expected,
    facts: prose.facts(statement, change, now, base),
    ...identityOf(prose, compared),
  });
}

/** This year is last year and the change, which is printed without its sign. */
function identityOf(prose: Prose, compared: Compared): { readonly identity?: Identity } {
  const { statement, comparison, now, base } = compared;
  const { change, direction, word, unsure } = comparison;
  if (now === undefined || base === undefined || change === undefined || unsure) return {};
  const parts = [
    { fact: prose.printed(statement, base, `的${comparison.base?.text ?? "上年数"}`), sign: 1 as const },
    {
      fact: prose.printed(statement, change, `的${word ?? "增减"}额`),
      sign: direction === "down" ? (-1 as const) : (1 as const),
    },
  ];
  return { identity: sumIdentity(prose.printed(statement, now), parts) };
}
