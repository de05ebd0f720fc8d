import type { PerformanceForm, PerformanceIndicator } from "../../pack/performance-form.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { at, formName, nothingToCheck } from "./forms.ts";

export default defineRule({
  id: "performance/indicators-are-complete",
  level: "notice",
  title: { zh: "量化指标应有性质和计量单位", en: "A quantified indicator has its sign and its unit" },
  basis: [],
  doc: {
    zh: "表中设有“指标性质”“计量单位”栏的，填了数值的指标两栏都应填写，否则无法判断完成与否。没有这些栏的表不查。",
    en: "Where a form has columns for sign and unit, an indicator with a number fills both. Forms without the columns are not judged.",
  },
  examples: [
    {
      name: "a number without unit and sign",
      text: `2023年示例区部门重点项目绩效目标表\n单位：万元\n\n专项资金名称\t老干部慰问\t业务主管部门\t示例区老干部局\t\t\t\n当年预算\t45.00\t区级支出\t45.00\t\t\t\n当年绩效目标\t组织活动6场。\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t组织活动场次\t45\t\t\t6\t是\n\t老干部满意度\t45\t%\t≥\t95\t是\n`,
      messages: ["项目“老干部慰问”的指标“组织活动场次”没有填写指标性质、计量单位。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const forms = pack.performance.filter((form) => form.indicators.length > 0);
    if (forms.length === 0) yield nothingToCheck(pack);
    for (const form of forms) yield* judge(form);
  },
});

function* judge(form: PerformanceForm): Generator<RuleResult> {
  if (!form.columns.has("operator") && !form.columns.has("unit")) {
    yield {
      outcome: "not-applicable",
      reason: { zh: "表中没有性质、单位栏", en: "the form has no columns for sign and unit" },
    };
    return;
  }
  const short = form.indicators.flatMap((indicator) => {
    const missing = missingOf(form, indicator);
    return missing.length === 0 ? [] : [{ indicator, missing }];
  });
  if (short.length === 0) yield { outcome: "holds", ...at(form.place) };
  for (const { indicator, missing } of short) {
    yield {
      outcome: "conflict",
      message: {
        zh: `${formName(form)}的指标“${indicator.name}”没有填写${missing.join("、")}。`,
        en: `The indicator "${indicator.name}" lacks its sign or its unit.`,
      },
      remedy: { zh: "补填。", en: "Fill it in." },
      ...at(indicator.targetPlace),
      quote: indicator.name,
    };
  }
}

function missingOf({ columns }: PerformanceForm, { operator, target, unit }: PerformanceIndicator): string[] {
  if (!/^-?\d+(?:\.\d+)?$/u.test(target)) return [];
  return [
    ...(columns.has("operator") && operator === undefined ? ["指标性质"] : []),
    ...(columns.has("unit") && unit === "" ? ["计量单位"] : []),
  ];
}
