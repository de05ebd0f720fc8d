import { fineValue } from "../../money/compare.ts";
import type { Figure } from "../../money/figure.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import { couldNotCheck, notApplicable, Prose } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { agreeingWith, conflictWith, holdsWith } from "./compare-with-cells.ts";
import { type StatedTotal, statedTotals } from "./stated-totals.ts";
import { candidatesFor, carriedOver, tableTotals } from "./table-totals.ts";

export default defineRule({
  id: "cross/totals-agree-with-tables",
  level: "error",
  title: {
    zh: "文字中的收支总数、来源、支出类别应与表一致",
    en: "Totals, sources and kinds of expenditure in the text agree with the tables",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "文字写到收入或支出总计、某一资金来源、类级支出、基本支出、项目支出等，应能在表中含义相同的数字里找到。只比较每个词都读懂的句子；多数总数与表一致，才认定文字和表说的是同一单位、同一口径。",
    en: "Totals, sources of funds, categories and kinds of expenditure in the text must stand among the tables' figures of the same meaning. Only sentences of which every word is understood are compared, and only where most of them agree, so that text and tables speak of the same body.",
  },
  examples: [
    {
      name: "the text prints another total of expenditure",
      text: "一、部门收支总体情况\n收入预算：2023年年初预算数30.00万元，其中：一般公共预算财政拨款30.00万元。\n支出预算：2023年年初预算数33.00万元，其中：一般公共服务支出10.00万元，卫生健康支出20.00万元。\n\n部门公开表1\n2023年部门收支预算总表\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一般公共预算财政拨款\t30.00\t一般公共服务支出\t10.00\n\t\t卫生健康支出\t20.00\n收入总计\t30.00\t支出总计\t30.00\n",
      messages: [
        "文字中“支出预算”写作33.00万元，表中是 30.00（部门公开表1 《2023年部门收支预算总表》 支出总计 预算数）。",
      ],
    },
    {
      name: "the text rounds, and covers a part only",
      text: "一、部门收支总体情况\n收入预算：2023年年初预算数30万元，其中：一般公共预算财政拨款30.0万元。\n涉及支出预算12万元。\n\n部门公开表1\n2023年部门收支预算总表\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一般公共预算财政拨款\t30.04\t一般公共服务支出\t30.04\n收入总计\t30.04\t支出总计\t30.04\n",
      messages: [],
    },
  ],
  check({ pack }) {
    const compared = comparisonsOf(pack);
    if (compared.length === 0)
      return [notApplicable("文字中没有可与表对照的总数", "the text states no totals that the tables print")];
    const agreeing = compared.filter((each) => each.agreeing.length > 0).length;
    const confirmed = agreeing >= 2 && agreeing * 3 >= compared.length * 2;
    const prose = new Prose(pack);
    return compared.map((each) => resultOf(pack, prose, each, confirmed));
  },
});

interface Compared {
  readonly total: StatedTotal;
  readonly candidates: readonly PackFact[];
  readonly agreeing: readonly PackFact[];
  /** The tables carry over so much that the text may mean the total with it. */
  readonly maybeCarried: boolean;
}

function comparisonsOf(pack: Pack): readonly Compared[] {
  const totals = tableTotals(pack);
  return statedTotals(pack).flatMap((total): Compared[] => {
    const candidates = candidatesFor(total.measure, totals);
    if (candidates.length === 0) return [];
    const carried = total.measure.flow === undefined ? carriedOver(total.measure.side, totals) : [];
    return [
      {
        total,
        candidates,
        agreeing: agreeingWith(total, candidates),
        maybeCarried: candidates.some((printed) => liesWithin(total.figure, printed.figure, carried)),
      },
    ];
  });
}

/** More than printed, and not by more than what is carried over. */
function liesWithin(stated: Figure, printed: Figure, carried: readonly PackFact[]): boolean {
  const above = fineValue(stated) - fineValue(printed);
  return above > 0n && carried.some(({ figure }) => above <= fineValue(figure));
}

function resultOf(pack: Pack, prose: Prose, compared: Compared, confirmed: boolean): RuleResult {
  const { total, candidates, agreeing, maybeCarried } = compared;
  if (agreeing.length > 0) return holdsWith(total, agreeing);
  if (maybeCarried)
    return couldNotCheck({
      zh: "文字的数可能含结转资金，无法确认",
      en: "the text may include what is carried over, which is not certain",
    });
  if (!confirmed)
    return couldNotCheck({
      zh: "文字中的总数多与表不同，文字和表是否同一口径无法确认",
      en: "most totals of the text differ from the tables: whether both measure the same is not certain",
    });
  return conflictWith(pack, prose, total, candidates);
}
