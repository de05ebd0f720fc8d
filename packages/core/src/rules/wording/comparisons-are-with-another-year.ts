import { comparedIn, quoteOf } from "../narrative/comparisons.ts";
import { orNotApplicable, Prose } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";

export default defineRule({
  id: "wording/comparisons-are-with-another-year",
  level: "warning",
  title: { zh: "不应与本年自己比较", en: "A year is not compared with itself" },
  basis: [],
  doc: {
    zh: "2024年的预算写“比2024年预算增加”，多半是套用旧稿时年份没有改对，应与上年比较。",
    en: "A budget that says it grew over its own year has a year left over from an older text.",
  },
  examples: [
    {
      name: "more than the same year",
      text: "某局2024年部门预算\n2024年收入预算90.00万元，比2024年预算增加5.00万元。",
      messages: ["“收入”与2024年预算比较，而本材料就是2024年的预算。"],
    },
    {
      name: "more than last year",
      text: "某局2024年部门预算\n2024年收入预算90.00万元，比2023年预算增加5.00万元。",
      messages: [],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const results = comparedIn(prose).flatMap((compared): RuleResult[] => {
      const { base } = compared.comparison;
      if (base?.year === undefined || pack.year === undefined) return [];
      if (base.year !== pack.year || /年初|调整|执行|决算/u.test(base.text)) return [{ outcome: "holds" }];
      const name = prose.nameOf(compared.statement);
      return [
        {
          outcome: "conflict",
          message: {
            zh: `“${name}”与${base.text}比较，而本材料就是${pack.year}年的预算。`,
            en: `“${name}” is compared with ${base.year}, the year of this budget itself.`,
          },
          remedy: { zh: "核对比较的年份。", en: "Check the year that is compared with." },
          ...prose.place(compared.statement),
          quote: quoteOf(prose, compared),
          printed: base.text,
        },
      ];
    });
    return orNotApplicable(results, "没有写明年份的比较", "no comparison names its year");
  },
});
