import type { PerformanceForm } from "../../pack/performance-form.ts";
import { unmeasuredPromises } from "../../performance/promises.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { at, bareName, formName, nothingToCheck } from "./forms.ts";

export default defineRule({
  id: "performance/promises-have-indicators",
  level: "notice",
  title: {
    zh: "目标文字承诺的百分比应有对应指标",
    en: "A percentage that the goal text promises has its indicator",
  },
  basis: [],
  doc: {
    zh: "目标文字写明“达到 x%”而没有指标对应，年终无从考核。名称相近或含义相近的指标算作对应。",
    en: "A promised percentage without an indicator cannot be measured at the year's end. Indicators of a like name count.",
  },
  examples: [
    {
      name: "coverage of 100 percent is promised and not measured",
      text: `2023年示例区部门重点项目绩效目标表\n单位：万元\n\n专项资金名称\t老干部慰问\t业务主管部门\t示例区老干部局\t\t\t\n当年预算\t45.00\t区级支出\t45.00\t\t\t\n当年绩效目标\t组织工作覆盖率100%；老干部满意度达到95%以上。\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t慰问场次\t45\t场\t≥\t6\t是\n\t老干部满意度\t45\t%\t≥\t95\t是\n`,
      messages: ["项目“老干部慰问”的目标文字写“组织工作覆盖率100%”，没有对应的指标。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const forms = pack.performance.filter(
      (form) => (form.goal?.text ?? "") !== "" && form.indicators.length > 0,
    );
    if (forms.length === 0) yield nothingToCheck(pack);
    for (const form of forms) yield judge(form);
  },
});

function judge(form: PerformanceForm): RuleResult {
  const indicators = form.indicators.map(({ name, target, unit }) => ({
    name: bareName(name),
    target,
    measureUnit: unit,
  }));
  const quotes = unmeasuredPromises(form.goal?.text ?? "", indicators);
  if (quotes.length === 0) return { outcome: "holds", ...at(form.goal?.place) };
  if (form.incomplete) return UNREAD;
  return {
    outcome: "conflict",
    message: {
      zh: `${formName(form)}的目标文字写${quotes.map((quote) => `“${quote}”`).join("、")}，没有对应的指标。`,
      en: `The goal text says ${quotes.map((quote) => `"${quote}"`).join(", ")}; no indicator measures it.`,
    },
    remedy: { zh: "增设指标，或改写目标文字。", en: "Add an indicator or reword the goal." },
    ...at(form.goal?.place),
    quote: quotes[0] ?? "",
  };
}

const UNREAD: RuleResult = {
  outcome: "could-not-check",
  reason: { zh: "指标没有读全", en: "the indicators were not read in full" },
};
