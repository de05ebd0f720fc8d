import type { Level } from "../../finding/finding.ts";
import type { PerformanceForm, PerformanceIndicator } from "../../pack/performance-form.ts";
import { plausibilityOf } from "../../performance/plausible.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { at, bareName, formName, nothingToCheck, notPrinted, statedOf, unitOf } from "./forms.ts";

export default defineRule({
  id: "performance/targets-are-plausible",
  level: "warning",
  title: { zh: "指标值应在可能的范围内", en: "Targets are possible" },
  basis: [],
  doc: {
    zh: "满意度不会超过 100；合格率、及时率、覆盖率等不会超过 100%；越高越好的指标用“≤”表示，做得越差越算完成。增长率、占比变化等可以超过 100% 的不查。",
    en: "Satisfaction and rates of passing, coverage or punctuality do not exceed 100; ≤ on something wanted rewards failure. Growth rates are not judged.",
  },
  examples: [
    {
      name: "satisfaction of 950 percent, and punctuality of at most 90",
      text: `2023年示例区部门重点项目绩效目标表\n单位：万元\n\n专项资金名称\t老干部慰问\t业务主管部门\t示例区老干部局\t\t\t\n当年预算\t45.00\t区级支出\t45.00\t\t\t\n当年绩效目标\t组织活动6场。\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t发放及时率\t45\t%\t≤\t90\t是\n\t老干部满意度\t45\t%\t≥\t950\t是\n`,
      messages: [
        "项目“老干部慰问”的指标“发放及时率”是“≤90%”：越高越好的指标用了“≤”。",
        "项目“老干部慰问”的指标“老干部满意度”是“≥950%”，超过 100。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const forms = pack.performance.filter((form) => form.indicators.length > 0);
    if (forms.length === 0) yield nothingToCheck(pack);
    const results = forms.flatMap((form) =>
      form.indicators.flatMap((indicator) => [...judge(form, indicator)]),
    );
    if (forms.length > 0 && results.length === 0)
      yield notPrinted("没有满意度、合格率一类的指标", "no indicator is a rate with a limit");
    yield* results;
  },
});

function* judge(form: PerformanceForm, indicator: PerformanceIndicator): Generator<RuleResult> {
  const { target, operator } = indicator;
  const rate = { name: bareName(indicator.name), measureUnit: unitOf(indicator), target };
  const judgement = plausibilityOf(operator === undefined ? rate : { ...rate, operator });
  if (judgement === undefined) return;
  if (judgement === "exceeds") yield conflict(form, indicator, "，超过 100。", " exceeds 100.", "warning");
  else if (judgement === "reversed") {
    yield conflict(
      form,
      indicator,
      "：越高越好的指标用了“≤”。",
      ": something wanted is limited from above.",
      "notice",
    );
  } else yield { outcome: "holds", ...at(indicator.place) };
}

function conflict(
  form: PerformanceForm,
  indicator: PerformanceIndicator,
  zh: string,
  en: string,
  level: Level,
): RuleResult {
  const stated = statedOf(indicator);
  return {
    outcome: "conflict",
    level,
    message: {
      zh: `${formName(form)}的指标“${indicator.name}”是“${stated}”${zh}`,
      en: `The target "${stated}" of "${indicator.name}"${en}`,
    },
    remedy: { zh: "核对指标性质和指标值。", en: "Check the sign and the value." },
    ...at(indicator.targetPlace),
    quote: indicator.stated,
    printed: stated,
  };
}
