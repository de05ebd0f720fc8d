import { compareSame, fineValue } from "../../money/compare.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import { compact } from "../../recognise/narrative/compact.ts";
import { type Identity, sameIdentity } from "../identity.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs } from "../tables/sum-results.ts";

export default defineRule({
  id: "cross/items-agree-with-tables",
  level: "error",
  title: {
    zh: "文字中的科目金额、“三公”经费应与表一致",
    en: "Amounts of items and of the three public expenses in the text agree with the tables",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "文字写到某一科目（项级）或“三公”经费某项的金额，应能在表中同一科目、同一项的数字里找到；一处也找不到，必有一误。文字四舍五入到整数时按其精度比较。",
    en: "An amount that the text gives for an item must stand among the tables' figures for that item; where none agrees one of them is wrong. The text is compared at its own precision.",
  },
  examples: [
    {
      name: "the text prints another amount for an item",
      text: `一、支出预算\n“社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）”8.62万元，主要用于缴纳养老保险。\n\n部门公开表5\n2023年部门一般公共预算财政拨款支出预算表\n单位：万元\n\n科目编码\t科目名称\t小计\t基本支出\t项目支出\n208\t社会保障和就业支出\t8.26\t8.26\t\n20805\t行政事业单位养老支出\t8.26\t8.26\t\n2080505\t机关事业单位基本养老保险缴费支出\t8.26\t8.26\t\n`,
      messages: [
        "文字中 2080505 写作 8.62，表中是 8.26（部门公开表5 《2023年部门一般公共预算财政拨款支出预算表》 2080505 机关事业单位基本养老保险缴费支出 小计）。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const index = indexTables(pack);
    let compared = 0;
    for (const fact of pack.facts) {
      const subject = subjectOf(fact);
      const candidates =
        subject === undefined ? undefined : index.get(`${subject}|${fact.measure.year ?? 0}`);
      if (fact.source.kind !== "sentence" || subject === undefined || candidates === undefined) continue;
      if (statesLimit(pack, fact.source)) continue;
      compared++;
      yield judge(pack, fact, subject, candidates);
    }
    if (compared === 0) {
      yield {
        outcome: "not-applicable",
        reason: {
          zh: "文字中没有可与表对照的科目金额",
          en: "the text gives no amounts of items that tables print",
        },
      };
    }
  },
});

/** “按批复额度89.60万元” states a limit or an approval within the year's amount, not the amount. */
function statesLimit(
  { paragraphs }: Pack,
  source: Extract<PackFact["source"], { kind: "sentence" }>,
): boolean {
  const { text } = compact(paragraphs[source.paragraph]?.text ?? "");
  return /(?:额度|限额|上限|控制数|不超过)[^，。；]{0,6}$/u.test(
    text.slice(Math.max(0, source.start - 16), source.start),
  );
}

/** Item codes and the parts of the three public expenses are named alike everywhere; totals are not. */
function subjectOf({ kind, measure, figure }: PackFact): string | undefined {
  if (
    kind !== "amount" ||
    figure.unit === "count" ||
    figure.unit === "percent" ||
    measure.stage !== undefined
  )
    return undefined;
  if (measure.functional !== undefined && measure.functional.length === 7) return measure.functional;
  return measure.item?.startsWith("three-public/") ? measure.item : undefined;
}

function indexTables(pack: Pack): ReadonlyMap<string, readonly PackFact[]> {
  const index = new Map<string, PackFact[]>();
  const threePublic = new Set(
    pack.tables.filter((table) => table.concept === "three-public-expenses").map((table) => table.id),
  );
  for (const fact of pack.facts) {
    const subject = subjectOf(fact);
    if (subject === undefined || fact.source.kind !== "cell") continue;
    // Elsewhere the same words name an economic code, whatever the source of its funds.
    if (subject.startsWith("three-public") && !threePublic.has(fact.source.table)) continue;
    const key = `${subject}|${fact.measure.year ?? 0}`;
    index.set(key, [...(index.get(key) ?? []), fact]);
  }
  return index;
}

function judge(pack: Pack, fact: PackFact, subject: string, candidates: readonly PackFact[]): RuleResult {
  const agreeing = candidates.filter(({ figure }) => compareSame(fact.figure, figure).verdict !== "conflict");
  if (agreeing.length > 0) return { outcome: "holds", ...identityOf(fact, agreeing) };
  if (isTruncated(fact, candidates)) return { outcome: "holds" };
  const nearest = nearestOf(fact, candidates);
  const name = subject.startsWith("three-public") ? "“三公”经费" : subject;
  const where = nearest === undefined ? "" : whereIs(pack, nearest);
  return {
    outcome: "conflict",
    message: {
      zh: `文字中 ${name} 写作 ${fact.text}，表中是 ${nearest?.text ?? ""}（${where}）。`,
      en: `The text gives ${fact.text} for ${name}; the table prints ${nearest?.text ?? ""} (${where}).`,
    },
    remedy: {
      zh: "核对文字和表，改正有误的一处。",
      en: "Check the text and the table and correct the wrong one.",
    },
    ...(fact.place === undefined ? {} : { place: fact.place }),
    quote: fact.text,
    printed: fact.text,
    expected: nearest?.text ?? "",
    facts: [fact.id, ...(nearest === undefined ? [] : [nearest.id])],
    ...identityOf(fact, candidates),
  };
}

/** The text repeats a cell for sure only where all cells that it may mean print the same. */
function identityOf(
  fact: PackFact,
  [first, ...others]: readonly PackFact[],
): { readonly identity?: Identity } {
  const sure = others.every(
    ({ figure }) => first !== undefined && compareSame(first.figure, figure).verdict !== "conflict",
  );
  return first !== undefined && sure ? { identity: sameIdentity(fact, first) } : {};
}

/** The figure that the text most likely means: an item may stand in a table for several sources of funds. */
function nearestOf(fact: PackFact, candidates: readonly PackFact[]): PackFact | undefined {
  const distance = ({ figure }: PackFact) => {
    const apart = fineValue(figure) - fineValue(fact.figure);
    return apart < 0n ? -apart : apart;
  };
  return candidates.reduce<PackFact | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined,
  );
}

/** Some bodies cut figures off instead of rounding them. */
function isTruncated(fact: PackFact, candidates: readonly PackFact[]): boolean {
  return candidates.some(({ figure }) => {
    const { verdict } = compareSame({ ...fact.figure, scaled: fact.figure.scaled + 1n }, figure);
    const finer = figure.unit !== fact.figure.unit || figure.decimals > fact.figure.decimals;
    return verdict !== "conflict" && finer;
  });
}
