import type { PerformanceForm } from "../../pack/performance-form.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { formName, NO_FORMS } from "./forms.ts";

/** Of 100 points a project form leaves 10 to the execution of the budget in many places (青神县, 重庆). */
const TOTALS = [100, 90];

export default defineRule({
  id: "performance/weights-add-up",
  level: "warning",
  title: { zh: "指标权重之和应为 100 或 90", en: "The weights of a form add up to 100 or 90" },
  basis: [],
  doc: {
    zh: "整体绩效目标表权重合计 100；项目表合计 100，或 90（另 10 分为预算执行率）。",
    en: "Weights add up to 100, or to 90 where the execution of the budget takes the other ten points.",
  },
  examples: [
    {
      name: "weights of 45 and 40",
      text: `2023年示例区部门重点项目绩效目标表\n单位：万元\n\n专项资金名称\t老干部慰问\t业务主管部门\t示例区老干部局\t\t\t\n当年预算\t45.00\t区级支出\t45.00\t\t\t\n当年绩效目标\t组织活动6场。\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t组织活动场次\t45\t场\t≥\t6\t是\n\t老干部满意度\t40\t%\t≥\t95\t是\n`,
      messages: ["项目“老干部慰问”的指标权重之和是 85，既不是 100 也不是 90。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const forms = pack.performance.filter((form) => form.indicators.length > 0);
    if (forms.length === 0) yield NO_FORMS;
    for (const form of forms) yield judge(form);
  },
});

function judge(form: PerformanceForm): RuleResult {
  const weights = form.indicators.flatMap(({ weight }) =>
    weight === undefined ? [] : [Number(weight.scaled) / 10 ** weight.decimals],
  );
  const name = formName(form);
  if (form.incomplete || weights.length < form.indicators.length) {
    return {
      outcome: "could-not-check",
      reason: { zh: `${name}没有读到全部权重`, en: "not all weights of a form were read" },
    };
  }
  const sum = Math.round(weights.reduce((total, weight) => total + weight, 0) * 100) / 100;
  if ([...TOTALS, form.printedWeightTotal].includes(sum)) return { outcome: "holds" };
  return {
    outcome: "conflict",
    message: {
      zh: `${name}的指标权重之和是 ${sum}，既不是 100 也不是 90。`,
      en: `The weights of a form add up to ${sum}, neither 100 nor 90.`,
    },
    remedy: { zh: "核对各指标权重。", en: "Check the weights." },
    ...(form.place === undefined ? {} : { place: form.place }),
    printed: String(sum),
  };
}
