import { fineValue } from "../../money/compare.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { type Compared, changeInterval, comparedIn, quoteOf } from "./comparisons.ts";
import { conflict, couldNotCheck, orNotApplicable, Prose, shown } from "./context.ts";
import { contains, intervalOf, subtract } from "./intervals.ts";

export default defineRule({
  id: "narrative/growth-needs-a-base",
  level: "warning",
  title: { zh: "上年为零的不应写增长百分比", en: "No percentage of growth on a nil base" },
  basis: [],
  doc: {
    zh: "上年没有数的，增长率没有意义。常见的错误是本年数与增加额相等，却写“增长100%”。应只写增加额。",
    en: "Growth on nothing has no value; writing 100% there is a common fault. Only the change should be printed.",
  },
  examples: [
    {
      name: "all of the amount is new, and grows by 100%",
      text: "公务接待费0.30万元，比上年增加0.30万元，增长100%。",
      messages: ["“公务接待费”0.30万元都是比上年增加的，上年为零，不应写增长100%。"],
    },
    { name: "a doubling is 100%", text: "公务接待费0.60万元，比上年增加0.30万元，增长100%。", messages: [] },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const results = comparedIn(prose).flatMap((compared) => resultOf(prose, compared));
    return orNotApplicable(results, "文字中没有增长百分比", "the text prints no percentage of growth");
  },
});

function resultOf(prose: Prose, compared: Compared): RuleResult[] {
  const { statement, comparison, now, base } = compared;
  const { growth } = comparison;
  if (growth === undefined || now === undefined || now.figure.scaled <= 0n) return [];
  const change = changeInterval(comparison);
  const nil =
    base === undefined
      ? change !== undefined &&
        fineValue(now.figure) === fineValue(comparison.change?.figure ?? now.figure) &&
        comparison.direction === "up" &&
        contains(subtract(intervalOf(now.figure), change), 0n)
      : base.figure.scaled === 0n;
  if (!nil || growth.figure.scaled === 0n) return [{ outcome: "holds" }];
  if (comparison.unsure)
    return [
      couldNotCheck({
        zh: `“${prose.nameOf(statement)}”的百分比所指不明确`,
        en: `it is not clear what the percentage of “${prose.nameOf(statement)}” speaks of`,
      }),
    ];
  const name = prose.nameOf(statement);
  return [
    conflict({
      message: {
        zh: `“${name}”${shown(now)}都是比上年增加的，上年为零，不应写增长${growth.text}%。`,
        en: `All of “${name}” is new: on a nil base a growth of ${growth.text}% has no value.`,
      },
      remedy: { zh: "删去百分比，只写增加额。", en: "Leave out the percentage and print the change only." },
      ...prose.place(statement),
      quote: quoteOf(prose, compared),
      printed: `${growth.text}%`,
      facts: prose.facts(statement, growth, now, comparison.change),
    }),
  ];
}
