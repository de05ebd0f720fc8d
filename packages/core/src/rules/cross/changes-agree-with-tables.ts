import { measureKey } from "../../measure/measure.ts";
import { compareSame, compareSum } from "../../money/compare.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import type { Mention } from "../../recognise/narrative/mention.ts";
import type { Comparison, Statement } from "../../recognise/narrative/statement.ts";
import { sumIdentity } from "../identity.ts";
import { conflict, orNotApplicable, Prose, shown } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs, withUnit } from "../tables/sum-results.ts";
import { statedTotals } from "./stated-totals.ts";

export default defineRule({
  id: "cross/changes-agree-with-tables",
  level: "error",
  title: {
    zh: "文字中的增减额应等于表中两年数之差",
    en: "A change in the text is the difference of the two years in the table",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "文字写“比上年增加（减少）多少”，而表中同一项目并列印有本年和上年预算数、本年数又与文字一致时，增减额应等于两数之差，只容许舍入。与执行数、决算数相比的不用。",
    en: "Where a table prints this year's and last year's budget of an item side by side, and this year's is the amount of the sentence, the change that the sentence states is their difference within rounding. Comparisons with executed or final figures are not used.",
  },
  examples: [
    {
      name: "the reception expenses change by another amount",
      text: "某局2023年部门预算\n一、“三公”经费\n公务接待费0.2万元，比2022年减少3.1万元，主要原因是接待减少。\n\n部门公开表10\n2023年部门“三公”经费支出预算表\n单位：万元\n\n2023年预算数\t\t2022年预算数\t\n因公出国（境）费\t公务接待费\t因公出国（境）费\t公务接待费\n0.00\t0.20\t0.00\t1.50\n",
      messages: [
        "文字中“公务接待费”0.2万元减少3.1万元，表中两年数为 0.20 和 1.50（部门公开表10 《2023年部门“三公”经费支出预算表》 公务接待费），相差 -1.30万元。",
      ],
    },
    {
      name: "the change is rounded",
      text: "某局2023年部门预算\n一、“三公”经费\n公务接待费0.2万元，比2022年减少1.3万元，主要原因是接待减少。\n\n部门公开表10\n2023年部门“三公”经费支出预算表\n单位：万元\n\n2023年预算数\t\t2022年预算数\t\n因公出国（境）费\t公务接待费\t因公出国（境）费\t公务接待费\n0.00\t0.21\t0.00\t1.50\n",
      messages: [],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const pairs = pairsOf(pack);
    const totals = new Map(statedTotals(pack).map(({ statement, measure }) => [statement.id, measure]));
    const results = prose.statements.flatMap((statement) => {
      const key = keyOf(statement, totals.get(statement.id));
      const own = key === undefined ? [] : (pairs.get(key) ?? []);
      return own.length === 0 ? [] : resultsOf(pack, prose, statement, own);
    });
    return orNotApplicable(
      results,
      "没有可与表中两年数对照的增减额",
      "no change is stated of what a table prints for both years",
    );
  },
});

/** The same item of two years, side by side in one row. */
interface Pair {
  readonly now: PackFact;
  readonly base: PackFact;
}

function pairsOf(pack: Pack): ReadonlyMap<string, readonly Pair[]> {
  const bases = new Map<string, PackFact>();
  for (const fact of pack.facts) if (fact.measure.year === -1) bases.set(cellKey(pack, fact), fact);
  const pairs = new Map<string, Pair[]>();
  for (const now of pack.facts) {
    if (now.source.kind !== "cell" || now.kind !== "amount" || now.measure.year === -1) continue;
    const base = bases.get(cellKey(pack, now));
    if (base === undefined) continue;
    const key = tableKey(pack, now);
    pairs.set(key, [...(pairs.get(key) ?? []), { now, base }]);
  }
  return pairs;
}

/** One row and all that is measured in it but the year. */
function cellKey({ tables }: Pack, { source, measure, kind }: PackFact): string {
  if (source.kind !== "cell" || kind !== "amount" || measure.stage !== undefined) return "";
  const block = tables.find(({ id }) => id === source.table)?.columns[source.column]?.block ?? 0;
  const header = tables.find(({ id }) => id === source.table)?.columns[source.column]?.header ?? [];
  return /增减|变化/u.test(header.join(""))
    ? ""
    : `${source.table}|${source.row}|${block}|${measureKey({ ...measure, body: "", year: 0 })}`;
}

function tableKey(pack: Pack, { source, measure }: PackFact): string {
  const { year: _year, fund, item, ...rest } = measure;
  const table = source.kind === "cell" ? pack.tables.find(({ id }) => id === source.table) : undefined;
  if (table?.concept === "three-public-expenses") return item ?? "three-public";
  return measureKey({ ...rest, ...(fund === undefined ? {} : { fund }), body: "", year: 0 });
}

/** What the sentence speaks of, in the form of the keys of tables; totals only where every word is understood. */
function keyOf({ measure }: Statement, total: Statement["measure"] | undefined): string | undefined {
  if (measure.year === -1 || measure.stage !== undefined) return undefined;
  if (measure.item?.startsWith("three-public") === true) return measure.item;
  if (total?.fund === undefined || total.side === "balance") return undefined;
  return measureKey({ ...total, body: "", year: 0 });
}

function resultsOf(pack: Pack, prose: Prose, statement: Statement, pairs: readonly Pair[]): RuleResult[] {
  const { amount, comparisons } = statement;
  if (amount?.kind !== "amount") return [];
  const same = pairs.filter(({ now }) => compareSame(amount.figure, now.figure).verdict !== "conflict");
  const [first] = same;
  return comparisons.flatMap((comparison): RuleResult[] => {
    const { change, base, direction, unsure } = comparison;
    if (first === undefined || change?.kind !== "amount" || unsure) return [];
    if (base?.relative !== -1 || base.stage !== undefined) return [];
    if (direction !== "up" && direction !== "down") return [];
    const sign = direction === "up" ? 1 : -1;
    const fitting = same.find((pair) => fits(pair, change, sign));
    if (fitting !== undefined)
      return [{ outcome: "holds", identity: identityOf(prose, statement, change, sign, fitting) }];
    return [violation(pack, prose, statement, comparison, change, first)];
  });
}

function fits({ now, base }: Pair, change: Mention, sign: 1 | -1): boolean {
  const { verdict } = compareSum(now.figure, [
    { figure: base.figure, sign: 1 },
    { figure: change.figure, sign },
  ]);
  return verdict !== "conflict";
}

function identityOf(prose: Prose, statement: Statement, change: Mention, sign: 1 | -1, { now, base }: Pair) {
  return sumIdentity(now, [
    { fact: base, sign: 1 },
    { fact: prose.printed(statement, change, "的增减额"), sign },
  ]);
}

function violation(
  pack: Pack,
  prose: Prose,
  statement: Statement,
  comparison: Comparison,
  change: Mention,
  { now, base }: Pair,
): RuleResult {
  const { difference } = compareSum(now.figure, [{ figure: base.figure, sign: 1 }]);
  const gap = withUnit(difference);
  const name = prose.nameOf(statement);
  const where = whereIs(pack, now);
  const own = statement.amount === undefined ? "" : shown(statement.amount);
  return conflict({
    message: {
      zh: `文字中“${name}”${own}${comparison.word ?? ""}${shown(change)}，表中两年数为 ${now.text} 和 ${base.text}（${where}），相差 ${gap}。`,
      en: `The text lets “${name}” change by ${shown(change)}; the table prints ${now.text} and ${base.text} (${where}), a difference of ${gap}.`,
    },
    remedy: {
      zh: "核对文字和表中两年数，改正有误的一处。",
      en: "Check the text and both years of the table and correct the wrong one.",
    },
    ...prose.place(statement),
    quote: prose.quote(statement, statement.start, comparison.end),
    printed: change.text,
    expected: gap,
    facts: [...prose.facts(statement, change), now.id, base.id],
    identity: identityOf(prose, statement, change, comparison.direction === "down" ? -1 : 1, { now, base }),
  });
}
