import { measureKey } from "../../measure/measure.ts";
import { compareSame, fineValue } from "../../money/compare.ts";
import { figureText } from "../../money/figure.ts";
import type { Pack, PackFact, PackTable } from "../../pack/pack.ts";
import { carriedOver, tableTotals } from "../cross/table-totals.ts";
import { sameIdentity } from "../identity.ts";
import { conflict, couldNotCheck, notApplicable } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs, withUnit } from "./sum-results.ts";

export default defineRule({
  id: "tables/totals-agree",
  level: "error",
  title: {
    zh: "各表的总计、基本支出和项目支出合计应一致",
    en: "Grand totals and totals of a kind or fund agree between tables",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "收入总计、支出总计、某项资金的收入或支出、基本支出或项目支出的合计印在几张表里：至少两张一致而一张不同，且不能以结转资金解释的，不同的一张有误。",
    en: "Totals of revenue and expenditure, of a fund and of a kind stand in several tables. Where two or more agree and a single one differs, and what is carried over does not explain it, that one is wrong.",
  },
  examples: [
    {
      name: "one of three tables prints another total of basic expenditure",
      text: "部门公开表5\n2023年部门一般公共预算财政拨款支出预算表\n单位：万元\n\n科目编码\t科目名称\t小计\t基本支出\t项目支出\n\t合计\t10.00\t8.00\t2.00\n201\t一般公共服务支出\t10.00\t8.00\t2.00\n\n部门公开表6\n2023年部门一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）\n单位：万元\n\n科目编码\t科目名称\t基本支出\n\t合计\t8.00\n302\t商品和服务支出\t8.00\n\n部门公开表7\n2023年部门一般公共预算财政拨款基本支出预算表（政府预算支出经济分类科目）\n单位：万元\n\n科目编码\t科目名称\t基本支出\n\t合计\t8.10\n502\t机关商品和服务支出\t8.10\n",
      messages: [
        "部门公开表7 《2023年部门一般公共预算财政拨款基本支出预算表（政府预算支出经济分类科目）》 合计 基本支出印作 8.10，部门公开表5 《2023年部门一般公共预算财政拨款支出预算表》 合计 基本支出等 2 张表印作 8.00，相差 0.10万元。",
      ],
    },
  ],
  check({ pack }) {
    const totals = tableTotals(pack).filter(({ measure }) => measure.functional === undefined);
    const carried = carriedOver(undefined, totals);
    const results = [...byQuantity(pack, totals).values()].flatMap((tables) =>
      resultsOf(pack, [...tables.values()], carried),
    );
    return results.length > 0
      ? results
      : [notApplicable("没有在三张表中都印出的总数", "no total stands in three tables")];
  },
});

/** All that one table prints for one quantity: with and without what is carried over, of parts of the body. */
type OfTable = readonly PackFact[];

/** By quantity, whatever its flow, the figures of each table. */
function byQuantity(
  pack: Pack,
  facts: readonly PackFact[],
): ReadonlyMap<string, ReadonlyMap<string, OfTable>> {
  const tables = new Map(
    pack.tables.filter((table) => !isPartial(table)).map((table) => [table.id, totalRows(table)]),
  );
  const found = new Map<string, Map<string, PackFact[]>>();
  for (const fact of facts) {
    const { source, measure } = fact;
    const { flow, year: _year, ...rest } = measure;
    if (source.kind !== "cell" || tables.get(source.table)?.has(source.row) !== true) continue;
    if (rest.side === undefined || flow === "carry-over") continue;
    const key = measureKey({ ...rest, body: "", year: 0 });
    const ofQuantity = found.get(key) ?? new Map<string, PackFact[]>();
    const ofTable = ofQuantity.get(source.table);
    if (ofTable === undefined) ofQuantity.set(source.table, [fact]);
    else ofTable.push(fact);
    found.set(key, ofQuantity);
  }
  return found;
}

/** In a table of items only its total row is one; each row of a summary is the total of something. */
function totalRows({ concept, rows }: PackTable): ReadonlySet<number> {
  const totals = concept.endsWith("-summary") ? rows : rows.filter(({ role }) => role === "total");
  return new Set(totals.map(({ index }) => index));
}

function isPartial({ caption, notes }: PackTable): boolean {
  return /不含|本级|下属|所属|明细|重点/u.test(caption + notes.join(""));
}

function resultsOf(pack: Pack, tables: readonly OfTable[], carried: readonly PackFact[]): RuleResult[] {
  if (tables.length < 3) return [];
  const supported = tables.map((own) =>
    own.find((fact) => tables.filter((other) => other !== own && printsSame(fact, other)).length > 0),
  );
  const agreeing = supported.filter((fact) => fact !== undefined);
  const [first] = agreeing;
  if (first === undefined) return [];
  const lone = tables.filter((_, index) => supported[index] === undefined);
  const [own, ...others] = lone;
  if (own === undefined) return agreeing.map(() => ({ outcome: "holds" }));
  const nearest = nearestTo(first, own);
  if (others.length > 0 || agreeing.some((fact) => !printsSame(fact, [first])) || nearest === undefined)
    return [couldNotCheck(NOT_CONFIRMED)];
  if (explainedBy(first, nearest, carried)) return [couldNotCheck(NOT_CONFIRMED)];
  return [violation(pack, nearest, first, agreeing.length)];
}

const NOT_CONFIRMED = {
  zh: "各表的总数口径是否一致无法确认",
  en: "whether the totals of the tables measure the same is not certain",
};

function printsSame(fact: PackFact, others: OfTable): boolean {
  return others.some((other) => compareSame(fact.figure, other.figure).verdict !== "conflict");
}

function nearestTo(fact: PackFact, own: OfTable): PackFact | undefined {
  const apart = (other: PackFact) => {
    const gap = fineValue(other.figure) - fineValue(fact.figure);
    return gap < 0n ? -gap : gap;
  };
  return own.toSorted((a, b) => (apart(a) < apart(b) ? -1 : 1))[0];
}

function explainedBy(a: PackFact, b: PackFact, carried: readonly PackFact[]): boolean {
  const gap = fineValue(a.figure) - fineValue(b.figure);
  const apart = gap < 0n ? -gap : gap;
  return carried.some(({ figure }) => fineValue(figure) > 0n && apart <= fineValue(figure));
}

function violation(pack: Pack, own: PackFact, other: PackFact, count: number): RuleResult {
  const { difference } = compareSame(own.figure, other.figure);
  const [here, there] = [whereIs(pack, own), whereIs(pack, other)];
  return conflict({
    message: {
      zh: `${here}印作 ${own.text}，${there}等 ${count} 张表印作 ${other.text}，相差 ${withUnit(difference)}。`,
      en: `${here} prints ${own.text}; ${count} tables (${there}, …) print ${other.text}, a difference of ${withUnit(difference)}.`,
    },
    remedy: { zh: "核对各表，改正有误的一个。", en: "Check the tables and correct the wrong figure." },
    ...(own.place === undefined ? {} : { place: own.place }),
    quote: own.text,
    printed: own.text,
    expected: figureText(other.figure),
    difference: figureText(difference),
    facts: [own.id, other.id],
    identity: sameIdentity(own, other),
  });
}
