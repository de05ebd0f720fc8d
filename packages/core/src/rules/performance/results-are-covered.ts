import type { PerformanceForm } from "../../pack/performance-form.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { at, namesOf, nothingToCheck } from "./forms.ts";

const CLASSES = [
  { zh: "产出", en: "output", pattern: /产出/u },
  { zh: "效益", en: "outcome", pattern: /效益|效果/u },
  { zh: "满意度", en: "satisfaction", pattern: /满意/u },
] as const;

export default defineRule({
  id: "performance/results-are-covered",
  level: "notice",
  title: {
    zh: "绩效指标应包括产出、效益和满意度",
    en: "Indicators cover output, outcome and satisfaction",
  },
  basis: [],
  doc: {
    zh: "一张绩效目标表一般至少有一条产出指标、一条效益指标和一条满意度指标。没有分级的表无法判断。",
    en: "A form usually has at least one indicator each of output, outcome and satisfaction. Forms without classes cannot be judged.",
  },
  examples: [
    {
      name: "no indicator of satisfaction",
      text: `2023年项目支出绩效目标表\n\n项目名称\t道路养护\t\t\t\n主管部门\t示例区交通局\t\t\t\n项目资金（万元）\t年度资金总额\t9.00\t\t\n总体目标\t保障道路通行。\t\t\t\n绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n\t产出指标\t数量指标\t养护里程\t≥50公里\n\t效益指标\t社会效益指标\t道路通行能力\t明显提升\n`,
      messages: ["没有满意度指标：项目“道路养护”。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const forms = pack.performance.filter((form) => form.indicators.length > 0);
    if (forms.length === 0) yield nothingToCheck(pack);
    const classed = forms.filter((form) => form.indicators.some(({ level1 }) => level1 !== undefined));
    if (classed.length < forms.length) {
      yield {
        outcome: "could-not-check",
        reason: { zh: "指标没有分级，无法判断覆盖面", en: "the indicators carry no classes" },
      };
    }
    for (const { zh, en, pattern } of CLASSES) yield* judge(classed, zh, en, pattern);
  },
});

function* judge(
  forms: readonly PerformanceForm[],
  zh: string,
  en: string,
  pattern: RegExp,
): Generator<RuleResult> {
  const without = forms.filter(
    ({ indicators }) =>
      !indicators.some(({ level1 = "", level2 = "" }) => pattern.test(level1) || pattern.test(level2)),
  );
  for (const form of forms) if (!without.includes(form)) yield { outcome: "holds", ...at(form.place) };
  if (without.length === 0) return;
  const names = namesOf(without);
  yield {
    outcome: "conflict",
    message: { zh: `没有${zh}指标：${names.zh}。`, en: `No indicator of ${en}: ${names.en}.` },
    remedy: { zh: `补充${zh}指标，或说明不设的理由。`, en: "Add one or say why there is none." },
    ...at(without[0]?.place),
  };
}
