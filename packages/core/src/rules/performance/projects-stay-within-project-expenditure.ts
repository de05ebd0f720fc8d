import { fineValue, halfUnit } from "../../money/compare.ts";
import { type Figure, figureText } from "../../money/figure.ts";
import type { PackFact } from "../../pack/pack.ts";
import type { PerformanceAmount, PerformanceForm } from "../../pack/performance-form.ts";
import { plain } from "../../recognise/text.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { departmentTotals, sumOf } from "./department-figures.ts";
import { at, notPrinted } from "./forms.ts";

export default defineRule({
  id: "performance/projects-stay-within-project-expenditure",
  level: "notice",
  title: {
    zh: "各项目绩效目标表的金额合计不应超过项目支出",
    en: "The projects' forms together stay within project expenditure",
  },
  basis: [],
  doc: {
    zh: "逐个项目公开绩效目标的，金额相加应等于支出总表的项目支出；只公开一部分的，不应超过。包含不列入本部门支出的专项资金、对下转移支付时可以超过，须人工判断。",
    en: "The amounts of all projects equal project expenditure; of some, they stay within it. Special funds outside the body's budget may exceed it.",
  },
  examples: [
    {
      name: "two projects exceed project expenditure",
      text: `部门公开表3\n2023年部门支出预算总表\n单位：万元\n\n科目编码\t科目名称\t总计\t基本支出\t项目支出\n合计\t\t130.00\t50.00\t80.00\n201\t一般公共服务支出\t130.00\t50.00\t80.00\n\n2023年示例区一般性项目绩效目标表\n单位：万元\n\n序号\t项目名称\t当年预算\t当年绩效目标\t指标名称\t指标性质\t指标值\t计量单位\t指标权重\n1\t道路养护\t45.00\t养护50公里。\t养护里程\t≥\t50\t公里\t100\n2\t桥梁检测\t45.00\t检测5座。\t检测数量\t≥\t5\t座\t100\n`,
      messages: ["2 张项目绩效目标表的金额合计 90.00 万元，大于项目支出 80.00 万元。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const groups = groupsOf(pack.performance.filter((form) => form.kind === "project" && !form.blank));
    if (groups.length === 0) yield notPrinted("没有读到项目绩效目标表", "no form of a project was found");
    const totals = departmentTotals(pack, "project");
    for (const forms of groups) yield judge(forms, forms.map(amountOf), totals);
  },
});

/** All forms with indicators together; lists of projects with their goals each by itself: one may repeat another. */
function groupsOf(forms: readonly PerformanceForm[]): readonly (readonly PerformanceForm[])[] {
  const groups = new Map<string, PerformanceForm[]>();
  for (const form of distinct(forms)) {
    const key = form.indicators.length > 0 ? "forms" : `list ${form.title}`;
    groups.set(key, [...(groups.get(key) ?? []), form]);
  }
  return [...groups.values()];
}

/** Projects that a list and a table of the key ones both print count once. */
function distinct(forms: readonly PerformanceForm[]): readonly PerformanceForm[] {
  const keyOf = (form: PerformanceForm) => {
    const figure = amountOf(form)?.figure;
    return figure === undefined ? form.id : `${plain(form.project?.text ?? "")}|${fineValue(figure)}`;
  };
  return [...new Map(forms.map((form) => [keyOf(form), form])).values()];
}

/** What the body itself spends this year: without what it passes on, and without later years. */
function amountOf({ amounts }: PerformanceForm): PerformanceAmount | undefined {
  const printed = amounts.filter(({ figure }) => figure !== undefined);
  const totals = printed.filter(({ role }) => role === "total");
  return printed.find(({ role }) => role === "local") ?? totals.find(({ period }) => !period) ?? totals[0];
}

function judge(
  forms: readonly PerformanceForm[],
  amounts: readonly (PerformanceAmount | undefined)[],
  totals: readonly PackFact[],
): RuleResult {
  const known = amounts.flatMap((amount) => amount ?? []);
  const figures = known.flatMap(({ figure }) => figure ?? []);
  const sum = sumOf(figures);
  const [total] = totals;
  if (sum === undefined || total === undefined)
    return couldNot(
      "没有读到项目支出合计或项目金额",
      "no total of project expenditure or no amounts were read",
    );
  const slack = [...figures, total.figure].reduce((all, figure) => all + halfUnit(figure), 0n);
  if (fineValue(sum) - fineValue(total.figure) <= slack) {
    if (known.length < amounts.length)
      return couldNot("有的项目没有读到金额", "the amounts of some projects were not read");
    return { outcome: "holds", ...at(forms[0]?.place) };
  }
  if (forms.some(isSpecial))
    return couldNot(
      "各项目金额合计大于项目支出，可能包括不列入本部门支出的专项资金或转移支付",
      "the projects exceed project expenditure and may include funds outside this body's budget",
    );
  if (known.some(({ unitAssumed }) => unitAssumed))
    return couldNot("有的项目金额没有印单位", "some amounts carry no unit");
  return exceeds(forms, sum, total);
}

function exceeds(forms: readonly PerformanceForm[], sum: Figure, total: PackFact): RuleResult {
  const inWan = figureText({ unit: "wan-yuan", decimals: 2, scaled: fineValue(sum) / 10n ** 14n });
  return {
    outcome: "conflict",
    message: {
      zh: `${forms.length} 张项目绩效目标表的金额合计 ${inWan} 万元，大于项目支出 ${total.text} ${total.figure.unit === "yuan" ? "元" : "万元"}。`,
      en: `${forms.length} forms of projects add up to ${inWan} ten thousand yuan, more than project expenditure of ${total.text}.`,
    },
    remedy: {
      zh: "核对各项目金额；包括不列入本部门支出的资金时说明。",
      en: "Check the amounts, or say which funds lie outside the budget.",
    },
    ...at(forms[0]?.place),
    printed: inWan,
    expected: `≤ ${total.text}`,
    facts: [total.id],
  };
}

function isSpecial({ title, project }: PerformanceForm): boolean {
  return /专项资金|转移支付/u.test(title + (project?.text ?? ""));
}

function couldNot(zh: string, en: string): RuleResult {
  return { outcome: "could-not-check", reason: { zh, en } };
}
