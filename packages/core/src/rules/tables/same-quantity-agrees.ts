import { measureKey } from "../../measure/measure.ts";
import { type Comparison, compareSame } from "../../money/compare.ts";
import { figureText } from "../../money/figure.ts";
import type { Pack, PackFact, TableConcept } from "../../pack/pack.ts";
import { sameIdentity } from "../identity.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs, withUnit } from "./sum-results.ts";

export default defineRule({
  id: "tables/same-quantity-agrees",
  level: "error",
  title: { zh: "同一数字在各表应一致", en: "The same quantity agrees between tables" },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "含义相同的数字（同一科目、同一资金来源、同一支出类别、同一年度）印在几张表里，应当相同，只容许单位换算的舍入。两张表要有足够多的相同数字，才认定口径一致。",
    en: "A quantity printed in several tables must agree within rounding. Two tables count as comparable only when enough of their common quantities agree.",
  },
  examples: [
    {
      name: "an item differs between the expenditure table and the general public table",
      text: `部门公开表5\n2023年部门一般公共预算财政拨款支出预算表\n单位：万元\n\n科目编码\t科目名称\t小计\t基本支出\t项目支出\n201\t一般公共服务支出\t10.00\t8.00\t2.00\n208\t社会保障和就业支出\t10.00\t6.00\t4.00\n210\t卫生健康支出\t10.00\t6.00\t4.00\n\n部门公开表4\n2023年部门财政拨款收支预算总表\n单位：万元\n\n收入\t\t支出\t\t\t\n项目\t预算数\t项目\t合计\t一般公共预算\t政府性基金预算\n一、本年收入\t31.00\t一、本年支出\t31.00\t31.00\t\n一般公共预算财政拨款\t31.00\t一般公共服务支出\t10.00\t10.00\t\n\t\t社会保障和就业支出\t11.00\t11.00\t\n\t\t卫生健康支出\t10.00\t10.00\t\n`,
      messages: [
        "部门公开表5 《2023年部门一般公共预算财政拨款支出预算表》 208 社会保障和就业支出 小计印作 10.00，部门公开表4 《2023年部门财政拨款收支预算总表》 社会保障和就业支出 一般公共预算印作 11.00，相差 -1.00万元。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const pairs = pairsOf(pack);
    if (pairs.length === 0) {
      yield {
        outcome: "not-applicable",
        reason: { zh: "没有在几张表中都印出的数字", en: "no quantity stands in two tables" },
      };
    }
    for (const pair of confirm(pairs)) yield resultOf(pack, pair);
  },
});

interface Pair {
  readonly a: PackFact;
  readonly b: PackFact;
  readonly comparison: Comparison;
  /** Which two tables. */
  readonly tables: string;
}

/** The first printing of each quantity beside each later one in another table. */
function pairsOf(pack: Pack): readonly Pair[] {
  const concepts = new Map(pack.tables.map(({ id, concept }) => [id, concept]));
  const byKey = new Map<string, PackFact[]>();
  for (const fact of pack.facts) {
    if (fact.kind !== "amount" || fact.source.kind !== "cell" || !isSpecific(fact)) continue;
    if (!isComparable(fact, concepts.get(fact.source.table))) continue;
    const key = measureKey({ ...fact.measure, body: "", year: fact.measure.year ?? 0 });
    byKey.set(key, [...(byKey.get(key) ?? []), fact]);
  }
  return [...byKey.values()].flatMap((facts) => {
    const once = oncePerTable(facts);
    const [a, ...others] = once;
    return a === undefined
      ? []
      : others.map((b) => ({
          a,
          b,
          comparison: compareSame(a.figure, b.figure),
          tables: `${tableOf(a)}|${tableOf(b)}`,
        }));
  });
}

/** A project may be named after one of the three public expenses: only their own tables print them. */
function isComparable({ measure }: PackFact, concept: TableConcept | undefined): boolean {
  if (measure.item?.startsWith("three-public") === true) return concept === "three-public-expenses";
  return concept !== undefined && concept !== "other" && concept !== "project-list";
}

/** Enough dimensions to know what is meant: a side, and a code, a source or a kind. */
function isSpecific({ measure }: PackFact): boolean {
  if (measure.side === undefined) return false;
  return [measure.functional, measure.departmentEconomic, measure.governmentEconomic, measure.fund].some(
    (value) => value !== undefined,
  );
}

/** A quantity that one table prints twice (a unit's part, a continued table) is not compared. */
function oncePerTable(facts: readonly PackFact[]): PackFact[] {
  return facts.filter((fact) => facts.filter((other) => tableOf(other) === tableOf(fact)).length === 1);
}

function tableOf({ source }: PackFact): string {
  return source.kind === "cell" ? source.table : "";
}

/** Two tables are of the same scope when at least three of their common quantities, and two in three, agree. */
function confirm(pairs: readonly Pair[]): (Pair & { readonly confirmed: boolean })[] {
  const tally = new Map<string, { agree: number; all: number }>();
  for (const { tables, comparison } of pairs) {
    const entry = tally.get(tables) ?? { agree: 0, all: 0 };
    entry.all++;
    if (comparison.verdict !== "conflict") entry.agree++;
    tally.set(tables, entry);
  }
  return pairs.map((pair) => {
    const { agree, all } = tally.get(pair.tables) ?? { agree: 0, all: 1 };
    return { ...pair, confirmed: agree >= 2 && agree * 3 >= all * 2 };
  });
}

function resultOf(
  pack: Pack,
  { a, b, comparison, confirmed }: Pair & { readonly confirmed: boolean },
): RuleResult {
  const identity = confirmed ? { identity: sameIdentity(b, a) } : {};
  if (comparison.verdict !== "conflict") return { outcome: "holds", ...identity };
  const [first, second] = [whereIs(pack, a), whereIs(pack, b)];
  if (!confirmed) {
    return {
      outcome: "could-not-check",
      reason: {
        zh: `${first}与${second}的口径是否一致无法确认`,
        en: `whether ${first} and ${second} measure the same is not certain`,
      },
    };
  }
  return {
    outcome: "conflict",
    message: {
      zh: `${first}印作 ${a.text}，${second}印作 ${b.text}，相差 ${withUnit(comparison.difference)}。`,
      en: `${first} prints ${a.text}, ${second} prints ${b.text}, a difference of ${withUnit(comparison.difference)}.`,
    },
    remedy: { zh: "核对两表，改正有误的一个。", en: "Check both tables and correct the wrong one." },
    ...(b.place === undefined ? {} : { place: b.place }),
    quote: b.text,
    printed: b.text,
    expected: figureText(a.figure),
    difference: figureText(comparison.difference),
    facts: [b.id, a.id],
    ...identity,
  };
}
