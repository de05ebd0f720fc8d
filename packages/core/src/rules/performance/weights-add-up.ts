import type { PerformanceForm } from "../../pack/performance-form.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { formName, nothingToCheck } from "./forms.ts";

/** Of 100 points a project form leaves 10 to the execution of the budget in many places (青神县, 重庆). */
const TOTALS: readonly number[] = [100, 90];
const FULL = 100;

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
    {
      name: "the header says 90 points, the weights are 80",
      text: `2026年项目支出绩效目标表\n\n项目名称\t法治会议\t\t\t\t\n主管部门\t示例市司法局\t\t\t\t\n项目资金（万元）\t年度资金总额\t20.09\t\t\t\n年度目标\t召开会议4场。\t\t\t\t\n绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t分值权重（90分）\n\t产出指标\t数量指标\t会议场次\t≥4场\t40\n\t满意度指标\t服务对象满意度指标\t服务对象满意度\t≥90%\t40\n`,
      messages: ["项目“法治会议”的指标权重之和是 80，表头印的是 90 分。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const forms = pack.performance.filter((form) => form.indicators.length > 0);
    if (forms.length === 0) yield nothingToCheck(pack);
    for (const form of forms) yield judge(form);
  },
});

const NO_WEIGHTS: RuleResult = {
  outcome: "could-not-check",
  reason: { zh: "有的绩效目标表没有印权重", en: "some forms print no weights" },
};

function judge(form: PerformanceForm): RuleResult {
  const weights = form.indicators.flatMap(({ weight }) =>
    weight === undefined ? [] : [Number(weight.scaled) / 10 ** weight.decimals],
  );
  const name = formName(form);
  if (!form.columns.has("weight")) return NO_WEIGHTS;
  if (form.incomplete || weights.length < form.indicators.length) {
    return {
      outcome: "could-not-check",
      reason: { zh: `${name}没有读到全部权重`, en: "not all weights of a form were read" },
    };
  }
  const sum = Math.round(weights.reduce((total, weight) => total + weight, 0) * 100) / 100;
  const printed = form.printedWeightTotal;
  if (printed === undefined ? TOTALS.includes(sum) : sum === printed || sum === FULL)
    return { outcome: "holds" };
  const [zh, en] =
    printed === undefined
      ? ["既不是 100 也不是 90", "neither 100 nor 90"]
      : [`表头印的是 ${printed} 分`, `the header says ${printed}`];
  return {
    outcome: "conflict",
    // A form whose own header states the total contradicts itself; without one other places may have other totals.
    level: printed === undefined ? "warning" : "error",
    message: {
      zh: `${name}的指标权重之和是 ${sum}，${zh}。`,
      en: `The weights of a form add up to ${sum}, ${en}.`,
    },
    remedy: { zh: "核对各指标权重。", en: "Check the weights." },
    ...(form.place === undefined ? {} : { place: form.place }),
    printed: String(sum),
  };
}
