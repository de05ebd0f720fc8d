import type { Figure } from "../../money/figure.ts";

/** A figure in a text, with the unit that stands behind it. Positions are those of the compact text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** As printed, without unit. */
  readonly text: string;
  readonly kind: "amount" | "percent" | "count" | "bare";
  readonly figure: Figure;
  /** What is counted (辆, 台, 个), or the unit as printed. */
  readonly noun: string;
}

const NUMBER = /(?<![\d.,])(-?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?![\d.])/gu;
const UNIT =
  /^(?:万元|亿元|个百分点|元|%|万(?![人方吨米公亩户次辆个台件平册株元])|台\(套\)|台套|[辆台套个家批]次?|人次|人|名|次|批|团组|处|项|件|平方米)/u;
/** Numbers that count or order nothing that a budget states: dates, articles, numbers of documents and codes. */
const NOT_A_FIGURE_AFTER =
  /^(?:年|月|日|号|时|分钟|点|届|类|款|项\)|条|岁|周年|级|℃|[-—–~至]\d|\/|[、.．](?!\d)|\))/u;
const NOT_A_FIGURE_BEFORE = /(?:第|表|图|附件|附|\(|〔|[A-Za-z_./-])$/u;

/** Every figure of a text with its unit; years, ordinals, codes and dates are none. */
export function mentionsOf(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const mention = mentionAt(text, match);
    if (mention !== undefined) found.push(mention);
  }
  return found;
}

function mentionAt(text: string, match: RegExpExecArray): Mention | undefined {
  const [whole, sign = "", digits = ""] = match;
  const before = text.slice(Math.max(0, match.index - 3), match.index);
  const after = text.slice(match.index + whole.length);
  const unit = UNIT.exec(after)?.[0] ?? "";
  if (unit === "" && !standsAlone(before, after, digits)) return undefined;
  if (unit !== "" && isThreshold(after.slice(unit.length))) return undefined;
  if (unit === "项" && /^项\)/u.test(after)) return undefined;
  const negative = sign === "-" && !/[\d%年月日元]$/u.test(before);
  const end = match.index + whole.length + unit.length;
  const start = match.index + (sign === "-" && !negative ? 1 : 0);
  return { start, end, text: (negative ? "-" : "") + digits, ...figureAndNoun(digits, unit, negative) };
}

/** A number without unit that is a figure all the same: an amount that lost its unit, or a nil. */
function standsAlone(before: string, after: string, digits: string): boolean {
  if (NOT_A_FIGURE_AFTER.test(after) || NOT_A_FIGURE_BEFORE.test(before)) return false;
  if (digits === "0") return /[为费入出算款]$/u.test(before) && /^(?:[，,;。)]|$)/u.test(after);
  return /\.\d{1,6}$|,\d{3}$/u.test(digits) && /\p{Script=Han}$/u.test(before);
}

function isThreshold(after: string): boolean {
  return /^(?:\(?含\)?|及|\(含\))?以[上下内]|^\(?不?含\)?以[上下]|^\/|^[-—~至]\d/u.test(after);
}

function figureAndNoun(
  digits: string,
  unit: string,
  negative: boolean,
): Pick<Mention, "kind" | "figure" | "noun"> {
  const plain = digits.replaceAll(",", "");
  const decimals = plain.split(".")[1]?.length ?? 0;
  const magnitude = BigInt(plain.replace(".", ""));
  const number = { decimals, scaled: negative ? -magnitude : magnitude };
  if (unit === "万元" || unit === "万")
    return { kind: "amount", figure: { ...number, unit: "wan-yuan" }, noun: unit };
  if (unit === "亿元") return { kind: "amount", figure: { ...number, unit: "yi-yuan" }, noun: unit };
  if (unit === "元") return { kind: "amount", figure: { ...number, unit: "yuan" }, noun: unit };
  if (unit === "%") return { kind: "percent", figure: { ...number, unit: "percent" }, noun: unit };
  if (unit === "" && magnitude === 0n)
    return { kind: "amount", figure: { unit: "wan-yuan", decimals: 2, scaled: 0n }, noun: "" };
  return {
    kind: unit === "" ? "bare" : "count",
    figure: { ...number, unit: "count" },
    noun: unit,
  };
}
