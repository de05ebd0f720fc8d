import { compareSum } from "../../money/compare.ts";
import { figureText } from "../../money/figure.ts";
import type { PerformanceAmount, PerformanceForm } from "../../pack/performance-form.ts";
import { sumIdentity } from "../identity.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { at, formName, nothingToCheck, notPrinted, printedAmount } from "./forms.ts";

export default defineRule({
  id: "performance/amounts-add-up",
  level: "error",
  title: {
    zh: "绩效目标表的预算金额应等于各项之和",
    en: "The amount of a form equals its parts",
  },
  basis: [],
  doc: {
    zh: "当年预算＝本级支出＋补助下级；年度资金总额＝财政拨款＋其他资金。只印了“其中”一项的，无法相加，不查。",
    en: "The year's budget is what is spent here and what goes to lower levels; or appropriation and other funds. A single part is not added.",
  },
  examples: [
    {
      name: "the district's part and the towns' part exceed the budget",
      text: `2023年示例区部门重点项目绩效目标表\n单位：万元\n\n专项资金名称\t老干部慰问\t业务主管部门\t示例区老干部局\t\t\t\n当年预算\t45.00\t区级支出\t40.00\t\t\t\n\t\t补助镇街\t6.00\t\t\t\n当年绩效目标\t组织活动6场。\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t组织活动场次\t90\t场\t≥\t6\t是\n`,
      messages: ["项目“老干部慰问”的当年预算印作 45.00，区级支出 40.00、补助镇街 6.00，相差 -1.00。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const forms = pack.performance.filter(({ blank }) => !blank);
    if (forms.length === 0) {
      yield nothingToCheck(pack);
      return;
    }
    const groups = forms.flatMap((form) => groupsOf(form).map((group) => ({ form, group })));
    if (groups.length === 0) yield notPrinted("表中没有可相加的金额", "no form prints amounts to add");
    for (const { form, group } of groups) yield judge(form, group);
  },
});

interface Group {
  readonly total: PerformanceAmount;
  readonly parts: readonly PerformanceAmount[];
}

/** Totals with all their parts: here and below, or appropriation and other funds. */
function groupsOf({ amounts }: PerformanceForm): readonly Group[] {
  return amounts
    .filter(({ role }) => role === "total")
    .flatMap((total) => {
      const parts = amounts.filter(({ role, group }) => role !== "total" && group === total.group);
      const levels = parts.filter(({ role }) => role === "local" || role === "transfer");
      const found = levels.length > 0 ? levels : parts;
      return isWhole(found) ? [{ total, parts: found }] : [];
    });
}

/** Labels that leave nothing out: the last of the sources, or both levels. */
function isWhole(parts: readonly PerformanceAmount[]): boolean {
  if (parts.some(({ label }) => /支出补助/u.test(label))) return true;
  if (parts.some(({ role }) => role === "transfer")) return parts.some(({ role }) => role === "local");
  const has = (label: RegExp) => parts.some((part) => label.test(part.label));
  return has(/财政(?:拨款|资金|性资金)$/u) && has(/其他资金|自筹资金|单位资金/u);
}

function judge(form: PerformanceForm, { total, parts }: Group): RuleResult {
  const printed = parts.flatMap(({ figure }) => (figure === undefined ? [] : [{ figure, sign: 1 as const }]));
  if (total.figure === undefined || printed.length === 0) {
    return {
      outcome: "could-not-check",
      reason: { zh: "有的表没有填写金额或分项", en: "some forms lack the amount or its parts" },
    };
  }
  const comparison = compareSum(total.figure, printed);
  const [whole] = printedAmount(total, form);
  const terms = parts
    .flatMap((part) => printedAmount(part, form))
    .map((fact) => ({ fact, sign: 1 as const }));
  const identity = whole === undefined ? {} : { identity: sumIdentity(whole, terms) };
  if (comparison.verdict === "exact") return { outcome: "holds", ...at(total.place), ...identity };
  const difference = figureText(comparison.difference);
  const shown = parts.filter(({ figure }) => figure !== undefined);
  return {
    outcome: comparison.verdict,
    message: {
      zh: `${formName(form)}的${total.label}印作 ${total.text}，${shown.map(({ label, text }) => `${label} ${text}`).join("、")}，相差 ${difference}。`,
      en: `${total.label} prints ${total.text}, its parts ${shown.map(({ text }) => text).join(", ")}: a difference of ${difference}.`,
    },
    remedy: { zh: "核对金额与分项。", en: "Check the amount and its parts." },
    ...at(total.place),
    quote: total.text,
    printed: total.text,
    expected: figureText(comparison.expected),
    difference,
    facts: [total.id, ...shown.map(({ id }) => id)],
    ...identity,
  };
}
