import { type Figure, figureText } from "../../money/figure.ts";
import type { Pack, PackFact, PackTable } from "../../pack/pack.ts";
import { type Identity, sumIdentity } from "../identity.ts";
import type { RuleResult } from "../rule.ts";
import { type JudgedSum, judge, type Sum } from "./sums.ts";

const UNIT_WORDS = { yuan: "元", "wan-yuan": "万元", "yi-yuan": "亿元", percent: "%", count: "" } as const;

/** The results of sums: held, within rounding, contradictory, or not confirmed enough to say so. */
export function* sumResults(
  pack: Pack,
  sums: readonly Sum[],
  withheld: ReadonlySet<string> = new Set(),
): Generator<RuleResult> {
  for (const sum of judge(sums)) {
    if (sum.comparison.verdict === "exact") {
      const place = sum.total.place === undefined ? {} : { place: sum.total.place };
      yield { outcome: "holds", ...place, ...identityOf(sum) };
    } else if (sum.comparison.verdict === "conflict" && !sum.confirmed) {
      yield { outcome: "could-not-check", reason: notConfirmed(pack, sum) };
    } else if (withheld.has(sum.total.id)) {
      yield withheldResult(pack, sum);
    } else yield violationOf(pack, sum);
  }
}

function identityOf(sum: JudgedSum): { readonly identity?: Identity } {
  return sum.confirmed ? { identity: sumIdentity(sum.total, sum.parts) } : {};
}

function violationOf(pack: Pack, sum: JudgedSum): RuleResult {
  const { expected, difference, verdict } = sum.comparison;
  const where = whereIs(pack, sum.total);
  const parts = sum.parts
    .map(({ fact, sign }) => `${sign === 1 ? "" : "−"}${fact.text}`)
    .join("＋")
    .replaceAll("＋−", "−");
  const shown = parts.length > 160 ? `${sum.parts.length} 项` : parts;
  return {
    outcome: verdict === "conflict" ? "conflict" : "rounding",
    level: verdict === "conflict" ? "error" : "notice",
    message: {
      zh: `${where}印作 ${sum.total.text}，各项（${shown}）之和为 ${withUnit(expected)}，相差 ${withUnit(difference)}。`,
      en: `${where} prints ${sum.total.text}; its parts add up to ${withUnit(expected)}, a difference of ${withUnit(difference)}.`,
    },
    ...(verdict === "conflict"
      ? {
          remedy: {
            zh: "核对合计与各项，改正有误的一个。",
            en: "Check the total and its parts and correct the wrong one.",
          },
        }
      : {}),
    ...(sum.total.place === undefined ? {} : { place: sum.total.place }),
    quote: sum.total.text,
    printed: sum.total.text,
    expected: figureText(expected),
    difference: figureText(difference),
    facts: [sum.total.id, ...sum.parts.map(({ fact }) => fact.id)],
    ...identityOf(sum),
  };
}

/** A row that is not published (secret work): its parent falls short by the same amount wherever it is printed. */
function withheldResult(pack: Pack, { total, comparison }: JudgedSum): RuleResult {
  const where = whereIs(pack, total);
  return {
    outcome: "rounding",
    level: "notice",
    message: {
      zh: `${where}印作 ${total.text}，比所列下级科目多 ${withUnit(comparison.difference)}，各表一致：疑为不公开的科目（涉密等）未列。`,
      en: `${where} prints ${total.text}, ${withUnit(comparison.difference)} more than the rows below it, alike in every table: probably a row that is not published.`,
    },
    ...(total.place === undefined ? {} : { place: total.place }),
    printed: total.text,
    facts: [total.id],
  };
}

function notConfirmed(pack: Pack, sum: JudgedSum) {
  const where = whereIs(pack, sum.total);
  return {
    zh: `${where}：同类加总多数不成立，疑为表的结构未读懂，未作判断`,
    en: `${where}: most sums of this kind do not hold, so the table was probably not understood`,
  };
}

/** A cell in words: 表五 一般公共预算支出表 2080505 机关事业单位基本养老保险缴费支出 小计 */
export function whereIs(pack: Pack, fact: PackFact): string {
  const { source } = fact;
  if (source.kind !== "cell") return "正文";
  const table = pack.tables.find((candidate) => candidate.id === source.table);
  if (table === undefined) return "";
  const column = table.columns[source.column];
  const row = table.rows.find(
    (candidate) => candidate.index === source.row && candidate.block === column?.block,
  );
  return [tableName(table), row?.code, row?.label, column?.header.at(-1)]
    .filter((word) => word !== undefined && word !== "")
    .join(" ");
}

export function tableName(table: PackTable): string {
  return (
    [table.label, table.caption === "" ? undefined : `《${table.caption}》`]
      .filter((word) => word !== undefined)
      .join(" ") || "无标题表"
  );
}

export function withUnit(figure: Figure): string {
  return figureText(figure) + UNIT_WORDS[figure.unit];
}
