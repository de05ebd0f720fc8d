import { scaledValue } from "../../budget/read/check/goal/figure.ts";
import {
  comparable,
  findMentions,
  type Mention,
  signedClauses,
} from "../../budget/read/check/goal/mention.ts";
import { mostSimilar } from "../../budget/read/check/goal/similar.ts";
import type { PerformanceForm, PerformanceIndicator } from "../../pack/performance-form.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { formName, nothingToCheck } from "./forms.ts";

export default defineRule({
  id: "performance/goal-agrees-with-indicators",
  level: "error",
  title: { zh: "绩效目标文字中的数应与指标一致", en: "Figures of the goal text are those of the indicators" },
  basis: [{ document: "中华人民共和国预算法", article: "第三十二条" }],
  doc: {
    zh: "目标文字写到某一指标的数，应与该指标行的性质和指标值相同；名称只差几个字而数相同的，多半是名称写错。",
    en: "A figure that the goal text gives for an indicator must be the indicator's own; a name that differs by a few characters is mostly a slip.",
  },
  examples: [
    {
      name: "the text says ≤60, the indicator ≥20, and another name is misspelt",
      text: `部门公开表16\n2023年示例区部门重点项目绩效目标表\n单位：万元\n\n专项资金名称\t老干部慰问\t业务主管部门\t示例区老干部局\t\t\t\n当年预算\t45.00\t区级支出\t45.00\t\t\t\n当年绩效目标\t帮扶困难老干部人数≤60人，创建离退休干部五好支部=1个。\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t帮扶困难老干部人数\t45\t人\t≥\t20\t是\n\t创建离退休干部六好党支部\t45\t个\t=\t1\t否\n`,
      messages: [
        "项目“老干部慰问”的目标文字写“帮扶困难老干部人数≤60人”，指标是“帮扶困难老干部人数≥20人”。",
        "项目“老干部慰问”的目标文字写“创建离退休干部五好支部=1个”，指标名称是“创建离退休干部六好党支部”。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const forms = pack.performance.filter((form) => form.goal !== undefined && form.indicators.length > 0);
    if (forms.length === 0) yield nothingToCheck(pack);
    for (const form of forms) yield* checkForm(form);
  },
});

function* checkForm(form: PerformanceForm): Generator<RuleResult> {
  const byName = new Map<string, PerformanceIndicator[]>();
  for (const indicator of form.indicators)
    byName.set(unquoted(indicator.name), [...(byName.get(unquoted(indicator.name)) ?? []), indicator]);
  const { mentions, rest } = findMentions(unquoted(form.goal?.text ?? ""), [...byName.keys()]);
  for (const mention of mentions) yield* compareBest(form, mention, byName.get(mention.name) ?? []);
  const mentioned = new Set(mentions.map(({ name }) => name));
  const others = [...byName].filter(([name]) => !mentioned.has(name));
  let slips = 0;
  for (const clause of signedClauses(rest)) {
    const [, found = []] = mostSimilar(clause.name, others, ([name]) => name) ?? [];
    const indicator = found.find((candidate) => isSameFigure(clause, candidate));
    if (indicator === undefined) continue;
    slips++;
    yield differentName(form, clause, indicator);
  }
  if (mentions.length + slips === 0) yield NO_MENTION;
}

const NO_MENTION: RuleResult = {
  outcome: "not-applicable",
  reason: { zh: "目标文字没有写出指标的数", en: "the goal text gives no figure of an indicator" },
};

/** Of several indicators of one name, the one that agrees counts. */
function* compareBest(
  form: PerformanceForm,
  mention: Mention,
  indicators: readonly PerformanceIndicator[],
): Generator<RuleResult> {
  const indicator = indicators.find((candidate) => isSameFigure(mention, candidate)) ?? indicators[0];
  if (indicator !== undefined) yield compare(form, mention, indicator);
}

/** Whether two figures count different things: 5期 is not 200人. */
function countsAnother(text: string, unit: string): boolean {
  const [a, b] = [
    /[\d.,]+(?:[万亿]*)([%‰]|\p{Script=Han}{1,3})?/u.exec(text)?.[1] ?? "",
    unit.replace(/^[万亿]+/u, ""),
  ].map((word) => word.replace(/(?:以上|以下|以内|之内|及)+$/u, ""));
  return a !== undefined && b !== undefined && a !== "" && b !== "" && !a.includes(b) && !b.includes(a);
}

function unquoted(text: string): string {
  return comparable(text).replace(/["'“”‘’的]/gu, "");
}

/** Whether one name is the other without a word in front: 服务对象满意度 for 保障服务对象满意度. */
function isShortened(a: string, b: string): boolean {
  const strip = (name: string) => unquoted(name).replace(/^(?:使|保障|确保|提升|提高|实现|达到)/u, "");
  return strip(a).endsWith(strip(b)) || strip(b).endsWith(strip(a));
}

function isOpposed(a: string | undefined, b: string): boolean {
  const direction = (operator: string) => ("≥>".includes(operator) ? 1 : "≤<".includes(operator) ? -1 : 0);
  return a !== undefined && direction(a) * direction(b) < 0;
}

function isSameFigure({ figure }: Mention, indicator: PerformanceIndicator): boolean {
  return (
    figure.value === scaledValue(indicator.target, indicator.unit) &&
    (figure.operator ?? indicator.operator) === indicator.operator
  );
}

function compare(form: PerformanceForm, mention: Mention, indicator: PerformanceIndicator): RuleResult {
  const { figure } = mention;
  const value = scaledValue(indicator.target, indicator.unit);
  if (value === undefined || indicator.operator === undefined) {
    return {
      outcome: "could-not-check",
      reason: {
        zh: `${formName(form)}的指标“${indicator.name}”不是数`,
        en: `the target of "${indicator.name}" is not a number`,
      },
    };
  }
  if (isSameFigure(mention, indicator)) return { outcome: "holds" };
  if (countsAnother(figure.text, indicator.unit)) {
    return {
      outcome: "could-not-check",
      reason: {
        zh: `${formName(form)}的目标文字与指标“${indicator.name}”的计量单位不同`,
        en: `the goal text and the indicator "${indicator.name}" count different things`,
      },
    };
  }
  const quote = mention.name + figure.text;
  const expected = `${indicator.name}${indicator.operator}${indicator.target}${indicator.unit}`;
  return {
    outcome: "conflict",
    // The same number under a weaker or stronger sign of the same direction is imprecise, another number is wrong.
    level: figure.value !== value || isOpposed(figure.operator, indicator.operator) ? "error" : "notice",
    message: {
      zh: `${formName(form)}的目标文字写“${quote}”，指标是“${expected}”。`,
      en: `The goal text says "${quote}"; the indicator is "${expected}".`,
    },
    remedy: { zh: "核对后统一目标文字和指标。", en: "Make the text and the indicator say the same." },
    ...(form.goal?.place === undefined ? {} : { place: form.goal.place }),
    quote,
    printed: figure.text,
    expected,
  };
}

function differentName(form: PerformanceForm, clause: Mention, indicator: PerformanceIndicator): RuleResult {
  const quote = clause.name + clause.figure.text;
  return {
    outcome: "conflict",
    level: isShortened(clause.name, indicator.name) ? "notice" : "warning",
    message: {
      zh: `${formName(form)}的目标文字写“${quote}”，指标名称是“${indicator.name}”。`,
      en: `The goal text says "${quote}"; the indicator's name is "${indicator.name}".`,
    },
    remedy: { zh: "统一名称。", en: "Use one name." },
    ...(form.goal?.place === undefined ? {} : { place: form.goal.place }),
    quote,
    printed: clause.name,
    expected: indicator.name,
  };
}
