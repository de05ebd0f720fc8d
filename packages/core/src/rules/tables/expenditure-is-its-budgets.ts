import { compareSum } from "../../money/compare.ts";
import { figureText } from "../../money/figure.ts";
import type { Pack, PackFact, TableConcept } from "../../pack/pack.ts";
import { sumIdentity } from "../identity.ts";
import { conflict, couldNotCheck, notApplicable } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs, withUnit } from "./sum-results.ts";

export default defineRule({
  id: "tables/expenditure-is-its-budgets",
  level: "error",
  title: {
    zh: "支出总表应等于各项财政拨款支出表之和",
    en: "The expenditure table is the sum of the tables of its budgets",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "支出全部来自财政拨款时（支出总表的合计等于一般公共预算、政府性基金、国有资本经营各支出表合计之和），每个科目的合计、基本支出、项目支出也应等于各表之和。有其他资金时不适用。",
    en: "Where all expenditure is appropriated (the total of the expenditure table is that of the general public, government-fund and state-capital tables together), each code and kind is their sum too. With other funds the rule does not apply.",
  },
  examples: [
    {
      name: "an item differs from the general public table",
      text: "部门公开表3\n2023年部门支出预算总表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t30.00\t20.00\t10.00\n201\t一般公共服务支出\t10.00\t8.00\t2.00\n208\t社会保障和就业支出\t11.00\t6.00\t4.00\n210\t卫生健康支出\t10.00\t6.00\t4.00\n\n部门公开表5\n2023年部门一般公共预算财政拨款支出预算表\n单位：万元\n\n科目编码\t科目名称\t小计\t基本支出\t项目支出\n\t合计\t30.00\t20.00\t10.00\n201\t一般公共服务支出\t10.00\t8.00\t2.00\n208\t社会保障和就业支出\t10.00\t6.00\t4.00\n210\t卫生健康支出\t10.00\t6.00\t4.00\n",
      messages: [
        "部门公开表3 《2023年部门支出预算总表》 208 社会保障和就业支出 合计印作 11.00，各项拨款支出表为 10.00万元（部门公开表5 《2023年部门一般公共预算财政拨款支出预算表》 208 社会保障和就业支出 小计），相差 1.00万元。",
      ],
    },
  ],
  check({ pack }) {
    const whole = figuresOf(pack, ["department-expenditure"]);
    const parts = figuresOf(pack, [
      "general-public-expenditure",
      "government-fund-expenditure",
      "state-capital-expenditure",
    ]);
    if (!isAppropriated(whole, parts))
      return [
        notApplicable(
          "支出不全是财政拨款，或没有印出可比的合计",
          "not all expenditure is appropriated, or no comparable totals are printed",
        ),
      ];
    const compared = [...whole].flatMap(([key, facts]) => {
      const own = parts.get(key) ?? [];
      const [fact, ...others] = facts;
      if (fact === undefined || others.length > 0 || own.length === 0 || !onePerTable(own)) return [];
      const terms = own.map(({ figure }) => ({ figure, sign: 1 as const }));
      return [{ fact, own, ...compareSum(fact.figure, terms) }];
    });
    const agreeing = compared.filter(({ verdict }) => verdict !== "conflict").length;
    const confirmed = agreeing >= 4 && agreeing * 4 >= compared.length * 3;
    return compared.map((each): RuleResult => {
      const identity = sumIdentity(
        each.fact,
        each.own.map((fact) => ({ fact, sign: 1 as const })),
      );
      if (each.verdict !== "conflict") return { outcome: "holds", ...(confirmed ? { identity } : {}) };
      return confirmed ? violation(pack, each, identity) : couldNotCheck(NOT_CONFIRMED);
    });
  },
});

const NOT_CONFIRMED = {
  zh: "支出总表与各项拨款支出表的口径是否一致无法确认",
  en: "whether the expenditure table and those of its budgets measure the same is not certain",
};

type Figures = ReadonlyMap<string, readonly PackFact[]>;

/** The year's amounts of tables by code and kind. */
function figuresOf(pack: Pack, concepts: readonly TableConcept[]): Figures {
  const tables = new Set(
    pack.tables
      .filter(({ concept, caption }) => concepts.includes(concept) && !/项目支出|基本支出/u.test(caption))
      .map(({ id }) => id),
  );
  const found = new Map<string, PackFact[]>();
  for (const fact of pack.facts) {
    const { source, kind, measure } = fact;
    if (source.kind !== "cell" || !tables.has(source.table) || kind !== "amount") continue;
    const { functional = "", kind: spent = "", year, flow, side: _side, fund: _fund, ...rest } = measure;
    if (year === -1 || flow === "carry-over" || Object.keys(rest).length > 0) continue;
    const key = `${functional}|${spent}`;
    found.set(key, [...(found.get(key) ?? []), fact]);
  }
  return found;
}

/** The grand total is that of the appropriated budgets. */
function isAppropriated(whole: Figures, parts: Figures): boolean {
  const [total, ...others] = whole.get("|") ?? [];
  const own = parts.get("|") ?? [];
  if (total === undefined || others.length > 0 || own.length === 0 || !onePerTable(own)) return false;
  const terms = own.map(({ figure }) => ({ figure, sign: 1 as const }));
  return compareSum(total.figure, terms).verdict !== "conflict";
}

/** A table that prints a quantity twice prints it of parts of the body too. */
function onePerTable(facts: readonly PackFact[]): boolean {
  const tables = facts.map(({ source }) => (source.kind === "cell" ? source.table : ""));
  return new Set(tables).size === tables.length;
}

function violation(
  pack: Pack,
  {
    fact,
    own,
    expected,
    difference,
  }: { readonly fact: PackFact; readonly own: readonly PackFact[] } & ReturnType<typeof compareSum>,
  identity: ReturnType<typeof sumIdentity>,
): RuleResult {
  const where = whereIs(pack, fact);
  const there = own.map((each) => whereIs(pack, each)).join("、");
  return conflict({
    message: {
      zh: `${where}印作 ${fact.text}，各项拨款支出表为 ${withUnit(expected)}（${there}），相差 ${withUnit(difference)}。`,
      en: `${where} prints ${fact.text}; the tables of its budgets come to ${withUnit(expected)} (${there}), a difference of ${withUnit(difference)}.`,
    },
    remedy: { zh: "核对各表，改正有误的一个。", en: "Check the tables and correct the wrong figure." },
    ...(fact.place === undefined ? {} : { place: fact.place }),
    quote: fact.text,
    printed: fact.text,
    expected: figureText(expected),
    difference: figureText(difference),
    facts: [fact.id, ...own.map(({ id }) => id)],
    identity,
  });
}
