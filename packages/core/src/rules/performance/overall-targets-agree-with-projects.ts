import { scaledValue } from "../../budget/read/check/goal/figure.ts";
import type { PerformanceForm, PerformanceIndicator } from "../../pack/performance-form.ts";
import { isGeneric } from "../../performance/plausible.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { at, bareName, formName, notPrinted, statedOf, unitOf } from "./forms.ts";

export default defineRule({
  id: "performance/overall-targets-agree-with-projects",
  level: "warning",
  title: {
    zh: "同名指标在整体表与项目表中的指标值应一致",
    en: "An indicator has one target in the overall form and in the projects' forms",
  },
  basis: [],
  doc: {
    zh: "整体绩效目标表的指标一般取自项目。同名比率在整体表定得比项目高，项目完成了整体也未必完成，须说明或改正；定得比项目低，或数量低于项目，只作提示；数量高于单个项目的，可能是几个项目之和，不查。",
    en: "Indicators of the whole body mostly come from its projects. A rate above the project's cannot be reached by it and needs an explanation; a lower one is noted; a higher count may be a sum.",
  },
  examples: [
    {
      name: "satisfaction is 95 in the overall form and 90 in the project's",
      text: `2023年示例区部门预算整体绩效目标表\n单位：万元\n\n部门（单位）名称\t示例区老干部局\t部门支出预算数\t300.32\t\t\t\n当年整体绩效目标\t组织活动6场。\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t活动中心老干部阅览满意度\t100\t%\t≥\t95\t是\n\n2023年示例区部门重点项目绩效目标表\n单位：万元\n\n专项资金名称\t老干部慰问\t业务主管部门\t示例区老干部局\t\t\t\n当年预算\t45.00\t区级支出\t45.00\t\t\t\n当年绩效目标\t组织活动6场。\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t活动中心老干部阅览满意度\t90\t%\t≥\t90\t是\n`,
      messages: ["指标“活动中心老干部阅览满意度”在整体绩效目标表是“≥95%”，在项目“老干部慰问”是“≥90%”。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const overall = pack.performance.filter(({ kind }) => kind === "overall");
    const projects = pack.performance.filter(({ kind }) => kind === "project");
    const pairs = overall.flatMap((form) => form.indicators.flatMap((own) => pairsOf(own, projects)));
    if (pairs.length === 0) {
      yield notPrinted(
        "整体表与项目表没有同名指标",
        "no indicator stands in the overall form and in a project's form",
      );
    }
    for (const pair of pairs) yield judge(pair);
  },
});

interface Pair {
  readonly own: PerformanceIndicator;
  readonly form: PerformanceForm;
  readonly other: PerformanceIndicator;
}

/** The project's indicators of the same name; none where the projects disagree among themselves. */
function pairsOf(own: PerformanceIndicator, projects: readonly PerformanceForm[]): readonly Pair[] {
  const name = bareName(own.name);
  if (isGeneric(name)) return [];
  const pairs = projects.flatMap((form) =>
    form.indicators.filter((other) => bareName(other.name) === name).map((other) => ({ own, form, other })),
  );
  const agreeing = pairs.find(({ other }) => statedOf(other) === statedOf(own));
  return agreeing === undefined ? pairs.slice(0, 1) : [agreeing];
}

function judge({ own, form, other }: Pair): RuleResult {
  const [mine, theirs] = [own, other].map((indicator) => scaledValue(indicator.target, unitOf(indicator)));
  if (mine === undefined || theirs === undefined) {
    if (statedOf(own) === statedOf(other)) return { outcome: "holds", ...at(own.place) };
    return couldNot("同名指标有一个不是数", "one of two indicators of a name is not a number");
  }
  const isRate = /^[%‰]$/u.test(unitOf(own)) && unitOf(own) === unitOf(other);
  const upward = own.operator === "≥" || own.operator === ">";
  if (mine === theirs) return { outcome: "holds", ...at(own.place) };
  if (!isRate && !(upward && mine < theirs && unitOf(own) === unitOf(other)))
    return couldNot("同名指标的数不同，可能是几个项目之和", "the overall figure may be a sum of projects");
  return {
    outcome: "conflict",
    level: isRate && isStricter(own, mine, other, theirs) ? "warning" : "notice",
    message: {
      zh: `指标“${own.name}”在整体绩效目标表是“${statedOf(own)}”，在${formName(form)}是“${statedOf(other)}”。`,
      en: `The overall form sets "${own.name}" at "${statedOf(own)}", a project's form at "${statedOf(other)}".`,
    },
    remedy: { zh: "核对后统一，或说明口径不同。", en: "Make them agree or say how they differ." },
    ...at(own.targetPlace),
    quote: own.stated,
    printed: statedOf(own),
    expected: statedOf(other),
  };
}

/** Whether the whole body promises more than the project that is to bring it about. */
function isStricter(
  own: PerformanceIndicator,
  mine: bigint,
  other: PerformanceIndicator,
  theirs: bigint,
): boolean {
  const least = (operator: string | undefined) => operator === "≥" || operator === ">" || operator === "=";
  return least(own.operator) && least(other.operator) && mine > theirs;
}

function couldNot(zh: string, en: string): RuleResult {
  return { outcome: "could-not-check", reason: { zh, en } };
}
