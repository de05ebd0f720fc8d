import { fineValue } from "../../money/compare.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import type { PublishedFigures } from "../../prior/published-figures.ts";
import { usablePrior } from "../../prior/usable-prior.ts";
import { magnitude } from "../narrative/intervals.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs, withUnit } from "../tables/sum-results.ts";

/** Percent of last year's figure beyond which a change is shown to the reader. */
const THRESHOLD = 50n;
/** A change of less than this part of the largest item of the table is no news. */
const SMALLEST_PART = 20n;
const SHOWN = 5;

const TABLE = (year: number, items: readonly string[]) =>
  `示例区民政局${year}年部门预算\n部门公开表5\n${year}年部门一般公共预算财政拨款支出预算表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n${items.join("\n")}\n`;

export default defineRule({
  id: "prior/large-deviations-are-shown",
  level: "notice",
  title: {
    zh: "项级科目比上年公开数增减超过50%的",
    en: "Items that change by more than half since last year's pack",
  },
  basis: [],
  doc: {
    zh: "与上年公开件逐个项级科目对照，列出增减超过50%、金额也不小的（最多五个），供复核是否填错、是否已说明。变化大不等于有错。",
    en: "Lists the items that differ from last year's pack by more than half and by an amount that matters, five at most. A large change is not an error.",
  },
  examples: [
    {
      name: "one item doubles",
      text: TABLE(2024, ["2010101\t行政运行\t100.00\t100.00\t", "2010102\t一般行政管理事务\t40.00\t\t40.00"]),
      prior: TABLE(2023, ["2010101\t行政运行\t90.00\t90.00\t", "2010102\t一般行政管理事务\t20.00\t\t20.00"]),
      messages: ["比上年公开数增减超过50%的项级科目1个：2010102 一般行政管理事务（20.00万元→40.00万元）。"],
    },
    {
      name: "nothing changes by much",
      text: TABLE(2024, ["2010101\t行政运行\t100.00\t100.00\t"]),
      prior: TABLE(2023, ["2010101\t行政运行\t90.00\t90.00\t"]),
      messages: [],
    },
  ],
  *check(context): Generator<RuleResult> {
    const usable = usablePrior(context);
    if ("outcome" in usable) {
      yield usable;
      return;
    }
    const pairs = pairsIn(context.pack, usable.published);
    if (pairs.length === 0)
      yield {
        outcome: "not-applicable",
        reason: {
          zh: "两年的一般公共预算支出表没有共同的项级科目",
          en: "the two tables of general public expenditure share no item",
        },
      };
    const large = pairs.filter((pair) => isLarge(pair, largestOf(pairs)));
    for (const pair of pairs) if (!large.includes(pair)) yield { outcome: "holds" };
    if (large.length > 0) yield noticeOf(context.pack, large);
  },
});

interface Pair {
  readonly now: PackFact;
  readonly before: PackFact;
  readonly change: bigint;
}

/** Items of the table of general public expenditure, each in its total column, in both years. */
function pairsIn(pack: Pack, published: PublishedFigures): readonly Pair[] {
  const tables = new Set(
    pack.tables.filter(({ concept }) => concept === "general-public-expenditure").map(({ id }) => id),
  );
  return pack.facts.flatMap((now) => {
    const { measure, source, kind } = now;
    const total = measure.kind === undefined && measure.year === undefined && measure.stage === undefined;
    if (source.kind !== "cell" || !tables.has(source.table) || kind !== "amount" || !total) return [];
    if (measure.functional?.length !== 7 || measure.fund !== "general-public") return [];
    const before = published
      .find(measure)
      .find((fact) => fact.source.kind === "cell" && fact.measure.fund === "general-public");
    return before === undefined
      ? []
      : [{ now, before, change: fineValue(now.figure) - fineValue(before.figure) }];
  });
}

function largestOf(pairs: readonly Pair[]): bigint {
  const values = pairs.map(({ now }) => fineValue(now.figure));
  return values.toSorted((a, b) => (a > b ? -1 : 1))[0] ?? 0n;
}

function isLarge({ before, change }: Pair, largest: bigint): boolean {
  const size = magnitude(change);
  return size * 100n > fineValue(before.figure) * THRESHOLD && size * SMALLEST_PART > largest;
}

function noticeOf(pack: Pack, large: readonly Pair[]): RuleResult {
  const sorted = large.toSorted((a, b) => (magnitude(a.change) > magnitude(b.change) ? -1 : 1));
  const shown = sorted
    .slice(0, SHOWN)
    .map(({ now, before }) => `${nameOf(pack, now)}（${withUnit(before.figure)}→${withUnit(now.figure)}）`);
  const [first] = sorted;
  return {
    outcome: "conflict",
    message: {
      zh: `比上年公开数增减超过50%的项级科目${large.length}个：${shown.join("、")}${large.length > SHOWN ? "等" : ""}。`,
      en: `${large.length} items change by more than half since last year's pack: ${shown.join(", ")}.`,
    },
    remedy: { zh: "复核这些科目，确认已说明原因。", en: "Review these items and their explanation." },
    ...(first?.now.place === undefined ? {} : { place: first.now.place }),
    ...(first === undefined ? {} : { quote: first.now.text, printed: first.now.text }),
  };
}

/** 2010102 一般行政管理事务: the code and the label of the row. */
function nameOf(pack: Pack, fact: PackFact): string {
  const { source } = fact;
  if (source.kind !== "cell") return whereIs(pack, fact);
  const row = pack.tables
    .find(({ id }) => id === source.table)
    ?.rows.find(({ cells }) => cells[source.column] === fact.id);
  return row === undefined ? whereIs(pack, fact) : `${row.code ?? ""} ${row.label}`.trim();
}
