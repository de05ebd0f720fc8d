import { against, comparedIn, quoteOf } from "../narrative/comparisons.ts";
import { conflict, Prose } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";

export default defineRule({
  id: "prior/comparisons-have-one-basis",
  level: "notice",
  title: { zh: "与上年比较的口径应统一", en: "Comparisons with last year have one basis" },
  basis: [],
  doc: {
    zh: "同一份说明里有的与“上年预算数”比，有的与“上年执行数”比，读者难以前后对照。口径不一时应说明，或统一为一种。",
    en: "Some comparisons are with last year's budget, others with its outturn: readers cannot put them side by side.",
  },
  examples: [
    {
      name: "budget here, outturn there",
      text: "示例区民政局2024年部门预算\n收入预算1000.00万元，比2023年预算增加100.00万元。\n公务接待费2.00万元，比2023年预算执行数减少1.00万元，主要原因是厉行节约。",
      messages: [
        "与上年比较的口径不一：1 处与上年预算数比（如“比2023年预算”），1 处与上年执行数比（如“比2023年预算执行数”）。",
      ],
    },
    {
      name: "always the budget",
      text: "示例区民政局2024年部门预算\n收入预算1000.00万元，比2023年预算增加100.00万元。\n公务接待费2.00万元，比2023年预算数减少1.00万元，主要原因是厉行节约。",
      messages: [],
    },
  ],
  check({ pack }): readonly RuleResult[] {
    const prose = new Prose(pack);
    const compared = comparedIn(prose).filter(
      // 同比 alone does not say with what.
      ({ comparison: { base } }) => base?.relative === -1 && /[上去\d]年/u.test(base.text),
    );
    const [budget, outturn] = [compared.filter(isBudget), compared.filter(isOutturn)];
    const [firstBudget, firstOutturn] = [budget[0], outturn[0]];
    if (firstBudget === undefined && firstOutturn === undefined)
      return [
        {
          outcome: "not-applicable",
          reason: {
            zh: "文字没有写明与上年预算数或执行数比较",
            en: "no comparison names last year's budget or outturn",
          },
        },
      ];
    if (firstBudget === undefined || firstOutturn === undefined) return [{ outcome: "holds" }];
    const odd = budget.length <= outturn.length ? firstBudget : firstOutturn;
    return [
      conflict({
        message: {
          zh: `与上年比较的口径不一：${budget.length} 处与上年预算数比（如“${against(firstBudget.comparison, "")}”），${outturn.length} 处与上年执行数比（如“${against(firstOutturn.comparison, "")}”）。`,
          en: `Comparisons with last year differ in their basis: ${budget.length} with its budget, ${outturn.length} with its outturn.`,
        },
        remedy: { zh: "统一口径，或加以说明。", en: "Use one basis, or explain." },
        ...prose.place(odd.statement),
        quote: quoteOf(prose, odd),
      }),
    ];
  },
});

type Compared = ReturnType<typeof comparedIn>[number];

function isBudget({ comparison: { base } }: Compared): boolean {
  return base?.stage === undefined && base?.text.includes("预算") === true;
}

function isOutturn({ comparison: { base } }: Compared): boolean {
  return base?.stage === "executed" || base?.stage === "final";
}
