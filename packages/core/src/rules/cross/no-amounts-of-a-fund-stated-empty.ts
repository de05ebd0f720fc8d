import type { Place } from "../../document/document.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import { plain } from "../../recognise/text.ts";
import { conflict, couldNotCheck, notApplicable } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs } from "../tables/sum-results.ts";
import { statedTotals } from "./stated-totals.ts";
import { carriedOver, tableTotals } from "./table-totals.ts";

const FUNDS = {
  "government-fund": { zh: "政府性基金预算", en: "the government-fund budget" },
  "state-capital": { zh: "国有资本经营预算", en: "the state-capital budget" },
} as const;
type Fund = keyof typeof FUNDS;

export default defineRule({
  id: "cross/no-amounts-of-a-fund-stated-empty",
  level: "error",
  title: {
    zh: "写明“无”的政府性基金、国有资本经营预算不应另有数字",
    en: "A fund that is stated to be empty has no amounts elsewhere",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "文字或表下说明写明本年没有政府性基金（国有资本经营）预算收支，而表或文字中又有该项不为零的数，必有一误。只用每个词都读懂、说本部门本年全部该项收支的句子；表中只有一个孤立的数时不作判断。",
    en: "Where the text or a note says that the body has no revenue or expenditure of a fund this year, and the tables or the text print amounts of it, one of them is wrong. Only sentences of which every word is understood are used, and a single lone figure of a table does not count.",
  },
  examples: [
    {
      name: "the table prints what the text says is not there",
      text: "某局2023年部门预算\n（二）政府性基金预算财政拨款收支\n本部门2023年无政府性基金预算财政拨款收入和安排的支出。\n\n部门公开表11\n2023年部门政府性基金预算财政拨款支出预算表\n单位：万元\n\n科目编码\t科目名称\t总计\t基本支出\t项目支出\n\t合计\t5.00\t\t5.00\n212\t城乡社区支出\t5.00\t\t5.00\n",
      messages: [
        "“本部门2023年无政府性基金预算财政拨款收入和安排的支出”，而部门公开表11 《2023年部门政府性基金预算财政拨款支出预算表》 合计 总计印有 5.00。",
      ],
    },
    {
      name: "nothing is carried over, which says nothing of the year",
      text: "某局2023年部门预算\n本部门无2022年结转的政府性基金预算拨款支出。\n\n部门公开表11\n2023年部门政府性基金预算财政拨款支出预算表\n单位：万元\n\n科目编码\t科目名称\t总计\t基本支出\t项目支出\n\t合计\t5.00\t\t5.00\n212\t城乡社区支出\t5.00\t\t5.00\n",
      messages: [],
    },
  ],
  check({ pack }) {
    const claims = claimsOf(pack);
    if (claims.length === 0)
      return [notApplicable("没有写明无政府性基金或国有资本经营预算", "nothing says that a fund is empty")];
    const amounts = amountsOf(pack);
    return claims.map((claim) => resultOf(pack, claim, amounts));
  },
});

/** A clause that says that the body has none of a fund this year. */
interface Claim {
  readonly fund: Fund;
  readonly side: "revenue" | "expenditure" | undefined;
  /** 当年: without what is carried over. */
  readonly current: boolean;
  readonly text: string;
  readonly place?: Place;
}

const NONE =
  /^(?<who>.*?)(?:无|没有|未安排|未编制)(?:使用|安排)?(?<what>[^无没未]*(?:政府性基金|国有资本经营)[^无没未]*)$/u;
const WHO =
  /^(?:注|备注|说明|:|\d{1,2}[.、]|\([一二三四五六七八九十]+\)|20\d\d年?|年度?|当年|本年度?|本|我|部门|单位|[局委办院部厅])*$/u;
const WHAT =
  /^(?:20\d\d年|年|当年|本年|政府性基金|国有资本经营|预算|财政|拨款|使用|安排|相关|项目|的|收支|收入|支出|、|和|及)+$/u;
const OTHER_MATTERS = /采购|绩效|转移支付|资产/u;

function claimsOf(pack: Pack): readonly Claim[] {
  const prose = pack.paragraphs
    .filter(({ headings }) => !headings.some((heading) => OTHER_MATTERS.test(heading)))
    .map(({ text, place }) => ({ text, place }));
  const notes = pack.tables.flatMap(({ notes: own, place }) => own.map((text) => ({ text, place })));
  return [...prose, ...notes].flatMap(({ text, place }) =>
    text.split(/[。；，;,]/u).flatMap((clause) => claimsIn(clause, pack, place)),
  );
}

function claimsIn(clause: string, { body, year }: Pack, place: Place | undefined): Claim[] {
  const { who = "", what = "" } = NONE.exec(plain(clause))?.groups ?? {};
  const named = body === undefined ? who : who.replace(plain(body), "");
  if (what === "" || !WHO.test(named) || !WHAT.test(what)) return [];
  const stated = /20\d\d/u.exec(who + what)?.[0];
  if (stated !== undefined && Number(stated) !== year) return [];
  const both = /收支/u.test(what) || (/收入/u.test(what) && /支出/u.test(what));
  const side = both
    ? undefined
    : /收入/u.test(what)
      ? "revenue"
      : /支出/u.test(what)
        ? "expenditure"
        : undefined;
  return (["government-fund", "state-capital"] as const)
    .filter((fund) => what.includes(FUNDS[fund].zh.replace("预算", "")))
    .map((fund) => ({
      fund,
      side,
      current: /当年/u.test(who + what),
      text: clause.trim(),
      ...(place === undefined ? {} : { place }),
    }));
}

interface Amounts {
  readonly cells: readonly PackFact[];
  readonly stated: readonly PackFact[];
  readonly carried: boolean;
}

/** Amounts other than nil, of tables and of sentences. */
function amountsOf(pack: Pack): Amounts {
  const totals = tableTotals(pack);
  const ids = new Set(
    statedTotals(pack).map(({ statement, amount }) => `p${statement.paragraph}:${amount.start}`),
  );
  return {
    cells: totals.filter(({ figure }) => figure.scaled > 0n),
    stated: pack.facts.filter(({ id, figure }) => ids.has(id) && figure.scaled > 0n),
    carried: carriedOver(undefined, totals).some(({ figure }) => figure.scaled > 0n),
  };
}

function resultOf(pack: Pack, claim: Claim, { cells, stated, carried }: Amounts): RuleResult {
  const ofFund = ({ measure }: PackFact) =>
    measure.fund === claim.fund &&
    measure.flow !== "carry-over" &&
    (claim.side === undefined || measure.side === undefined || measure.side === claim.side);
  const found = cells.filter(ofFund);
  const told = stated.filter(ofFund);
  const first = told[0] ?? found[0];
  if (first === undefined) return { outcome: "holds" };
  if ((found.length < 2 && told.length === 0) || (claim.current && carried))
    return couldNotCheck({
      zh: `“${claim.text}”与表中的数是否同一口径无法确认`,
      en: `whether “${claim.text}” and the figures of the tables mean the same is not certain`,
    });
  const where = whereIs(pack, first);
  return conflict({
    message: {
      zh: `“${claim.text}”，而${where}印有 ${first.text}。`,
      en: `“${claim.text}” says that ${FUNDS[claim.fund].en} is empty; ${where} prints ${first.text}.`,
    },
    remedy: {
      zh: "核对该项预算，改正文字或表。",
      en: "Check that budget and correct the text or the table.",
    },
    ...(claim.place === undefined ? {} : { place: claim.place }),
    quote: claim.text,
    printed: first.text,
    facts: [...told, ...found].slice(0, 4).map(({ id }) => id),
  });
}
