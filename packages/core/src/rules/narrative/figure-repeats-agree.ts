import { compareSame } from "../../money/compare.ts";
import { figureText } from "../../money/figure.ts";
import { sameIdentity } from "../identity.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { conflict, orNotApplicable, Prose, shown } from "./context.ts";

export default defineRule({
  id: "narrative/figure-repeats-agree",
  level: "error",
  title: { zh: "同一事项前后写的数应一致", en: "An item that says its figure twice says the same" },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "一个事项开头写了预算数，后面又写“某年预算安排…”，两数应当相同。",
    en: "Where an item prints its amount at its head and again later, both are the same within rounding.",
  },
  examples: [
    {
      name: "the head of the item and its sentence differ",
      text: "某局2024年部门预算\n住房公积金（项）108.8万元。主要用于：缴纳住房公积金。2024年预算安排101.50万元，比2023年预算执行数增加5.27%。",
      messages: ["“住房公积金(项)”先写108.8万元，后写101.50万元，相差7.3万元。"],
    },
    {
      name: "the same figure with fewer decimals",
      text: "某局2024年部门预算\n住房公积金（项）108.8万元。主要用于：缴纳住房公积金。2024年预算安排108.80万元。",
      messages: [],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const results = prose.statements.flatMap((statement): RuleResult[] => {
      const lead = prose.statement(statement.restates);
      if (
        lead?.amount === undefined ||
        statement.amount === undefined ||
        !isBudgetOf(statement.subject, pack.year)
      )
        return [];
      if (lead.amount.figure.unit !== statement.amount.figure.unit) return [];
      const { verdict, difference } = compareSame(lead.amount.figure, statement.amount.figure);
      const identity = sameIdentity(
        prose.printed(statement, statement.amount),
        prose.printed(lead, lead.amount),
      );
      if (verdict !== "conflict") return [{ outcome: "holds", identity }];
      const name = prose.nameOf(lead);
      const gap = figureText(difference);
      return [
        conflict({
          message: {
            zh: `“${name}”先写${shown(lead.amount)}，后写${shown(statement.amount)}，相差${gap}${lead.amount.noun}。`,
            en: `“${name}” prints ${lead.amount.text} first and ${statement.amount.text} later.`,
          },
          remedy: {
            zh: "与预算表核对，改正有误的一处。",
            en: "Check with the table and correct the wrong one.",
          },
          ...prose.place(statement),
          quote: prose.quote(statement, statement.start, statement.end),
          printed: statement.amount.text,
          expected: lead.amount.text,
          difference: gap,
          facts: prose.facts(statement, lead.amount, statement.amount),
          identity,
        }),
      ];
    });
    return orNotApplicable(results, "没有事项两次写自己的数", "no item prints its amount twice");
  },
});

/** 2024年预算安排: words that can only mean the budget of the year. */
function isBudgetOf(subject: string, year: number | undefined): boolean {
  return (
    year !== undefined &&
    new RegExp(`^${year}年?(?:度)?(?:年初)?预算(?:数|安排|安排数)?为?$`, "u").test(subject)
  );
}
