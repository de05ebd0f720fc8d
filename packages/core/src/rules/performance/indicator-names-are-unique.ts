import type { PerformanceForm, PerformanceIndicator } from "../../pack/performance-form.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { at, bareName, formName, nothingToCheck, statedOf } from "./forms.ts";

export default defineRule({
  id: "performance/indicator-names-are-unique",
  level: "notice",
  title: { zh: "同一张绩效目标表的指标名称不应重复", en: "No form prints an indicator twice" },
  basis: [],
  doc: {
    zh: "同一类下名称相同的两条指标，或是重复填报，或是名称漏改，监控和评价时无法区分。同名而类别不同（如数量与时效）不算重复。",
    en: "Two indicators of one class with one name were entered twice or copied and not renamed. Names may repeat under different classes.",
  },
  examples: [
    {
      name: "one name stands in two rows",
      text: `2023年示例区部门重点项目绩效目标表\n单位：万元\n\n专项资金名称\t老干部慰问\t业务主管部门\t示例区老干部局\t\t\t\n当年预算\t45.00\t区级支出\t45.00\t\t\t\n当年绩效目标\t组织活动6场。\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t组织活动场次\t45\t场\t≥\t6\t是\n\t组织活动场次\t45\t场\t≥\t8\t是\n`,
      messages: ["项目“老干部慰问”有两条指标都叫“组织活动场次”（≥6场；≥8场）。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const forms = pack.performance.filter((form) => form.indicators.length > 1);
    if (forms.length === 0) yield nothingToCheck(pack);
    for (const form of forms) yield* judge(form);
  },
});

function* judge(form: PerformanceForm): Generator<RuleResult> {
  const byKey = new Map<string, PerformanceIndicator[]>();
  for (const indicator of form.indicators)
    byKey.set(keyOf(indicator), [...(byKey.get(keyOf(indicator)) ?? []), indicator]);
  const repeated = [...byKey.values()].filter((indicators) => indicators.length > 1);
  if (repeated.length === 0) yield { outcome: "holds", ...at(form.place) };
  for (const indicators of repeated) yield conflictOf(form, indicators);
}

function keyOf({ level1 = "", level2 = "", name }: PerformanceIndicator): string {
  return `${level1}|${level2}|${name}`;
}

function conflictOf(form: PerformanceForm, indicators: readonly PerformanceIndicator[]): RuleResult {
  const name = indicators[0]?.name ?? "";
  const count = indicators.length === 2 ? "两" : ` ${indicators.length} `;
  const stated = indicators.map(statedOf).join("；");
  return {
    outcome: "conflict",
    message: {
      zh: `${formName(form)}有${count}条指标都叫“${bareName(name)}”（${stated}）。`,
      en: `${indicators.length} indicators of a form are called "${name}" (${stated}).`,
    },
    remedy: { zh: "删去重复的一条，或改成各自的名称。", en: "Remove one of them or name them apart." },
    ...at(indicators.at(-1)?.place),
    quote: name,
  };
}
