import { compareSame } from "../../money/compare.ts";
import { figureText } from "../../money/figure.ts";
import type { PackFact } from "../../pack/pack.ts";
import type { PerformanceAmount } from "../../pack/performance-form.ts";
import { type Identity, sameIdentity } from "../identity.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { departmentTotals } from "./department-figures.ts";
import { at, notPrinted, printedAmount } from "./forms.ts";

export default defineRule({
  id: "performance/overall-amount-is-total-expenditure",
  level: "warning",
  title: {
    zh: "整体绩效目标表的预算数应等于支出总计",
    en: "The overall form's amount is the total expenditure",
  },
  basis: [],
  doc: {
    zh: "部门整体绩效目标表所列的部门支出预算数，应等于收支总表、支出总表的支出合计。",
    en: "The amount of the form for the whole body is the total of its expenditure tables.",
  },
  examples: [
    {
      name: "the overall form prints another total",
      text: `部门公开表3\n2023年部门支出预算总表\n单位：万元\n\n科目编码\t科目名称\t总计\t基本支出\t项目支出\n合计\t\t300.32\t133.19\t167.13\n201\t一般公共服务支出\t300.32\t133.19\t167.13\n\n2023年示例区部门预算整体绩效目标表\n单位：万元\n\n部门（单位）名称\t示例区老干部局\t部门支出预算数\t300.23\t\t\t\n当年整体绩效目标\t组织活动6场。\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t组织活动场次\t100\t场\t≥\t6\t是\n`,
      messages: ["整体绩效目标表的部门支出预算数印作 300.23，支出合计是 300.32。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const overall = pack.performance.filter(({ kind }) => kind === "overall");
    const amounts = overall.flatMap(({ amounts: all }) =>
      all.filter(({ role, figure }) => role === "total" && figure !== undefined),
    );
    if (amounts.length === 0) {
      yield notPrinted("没有印有金额的整体绩效目标表", "no form for the whole body prints an amount");
      return;
    }
    const totals = departmentTotals(pack);
    for (const amount of amounts) yield judge(amount, totals);
  },
});

function judge(amount: PerformanceAmount, totals: readonly PackFact[]): RuleResult {
  const [total] = totals;
  const { figure } = amount;
  if (total === undefined || figure === undefined) {
    return {
      outcome: "could-not-check",
      reason: { zh: "没有读到支出合计", en: "no total expenditure was read" },
    };
  }
  const agreeing = totals.filter((fact) => compareSame(figure, fact.figure).verdict !== "conflict");
  if (agreeing.length > 0) return { outcome: "holds", ...at(amount.place), ...identityOf(amount, agreeing) };
  if (amount.unitAssumed || !/支出|整体|部门/u.test(amount.label)) {
    return {
      outcome: "could-not-check",
      reason: {
        zh: `“${amount.label}”与支出合计的口径或单位无法确认`,
        en: "whether the form's amount and the total measure the same is not certain",
      },
    };
  }
  return {
    outcome: "conflict",
    message: {
      zh: `整体绩效目标表的${amount.label}印作 ${amount.text}，支出合计是 ${total.text}。`,
      en: `The overall form prints ${amount.text}; the total expenditure is ${total.text}.`,
    },
    remedy: { zh: "核对口径，改正有误的一个。", en: "Check both and correct the wrong one." },
    ...at(amount.place),
    quote: amount.text,
    printed: amount.text,
    expected: total.text,
    difference: figureText(compareSame(figure, total.figure).difference),
    facts: [amount.id, total.id],
    ...identityOf(amount, totals),
  };
}

/** The form repeats a total for sure only where all totals that it may mean print the same. */
function identityOf(
  amount: PerformanceAmount,
  [first, ...others]: readonly PackFact[],
): { readonly identity?: Identity } {
  const [printed] = printedAmount(amount);
  const sure = others.every(
    ({ figure }) => first !== undefined && compareSame(first.figure, figure).verdict !== "conflict",
  );
  return printed !== undefined && first !== undefined && sure
    ? { identity: sameIdentity(printed, first) }
    : {};
}
