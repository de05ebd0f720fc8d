import type { ReadParagraph } from "./read-statements.ts";
import type { Statement } from "./statement.ts";

/**
 * Joins lists that run over paragraphs: a paragraph that ends with 其中： or 包括： and the numbered or plain items
 * that follow it, each with a figure of its own.
 */
export function linkLists(
  statements: readonly Statement[],
  paragraphs: readonly ReadParagraph[],
): readonly Statement[] {
  const wholes = new Map<number, number>();
  for (const { index, compact } of paragraphs) {
    const opener = /(?:其中|包括|构成如下|具体(?:如下|为|包括))[:，,]?$/u.test(compact.text);
    const whole = opener ? lastHead(statements, index) : undefined;
    if (whole === undefined) continue;
    for (const item of itemsAfter(index, paragraphs)) {
      const first = statements.find(
        ({ paragraph, amount, role }) => paragraph === item && amount !== undefined && role === "head",
      );
      if (first === undefined) break;
      if (first.whole === undefined) wholes.set(first.id, whole.id);
    }
  }
  return statements.map((statement) => {
    const whole = wholes.get(statement.id);
    return whole === undefined ? statement : { ...statement, whole };
  });
}

function lastHead(statements: readonly Statement[], paragraph: number): Statement | undefined {
  return statements.findLast(
    (statement) =>
      statement.paragraph === paragraph &&
      statement.amount !== undefined &&
      statement.role === "head" &&
      statement.whole === undefined,
  );
}

const MARKER = /^(?:\(?[一二三四五六七八九十]{1,3}[)、.]|\(\d{1,2}\)|\d{1,2}[.、](?!\d)|[①-⑳])/u;

/** The paragraphs of a list: marked alike and counted on, or like the first one unmarked, up to the next heading. */
function itemsAfter(index: number, paragraphs: readonly ReadParagraph[]): number[] {
  const items: number[] = [];
  let kind: string | undefined;
  for (let next = index + 1; next < paragraphs.length; next++) {
    const found = paragraphs[next];
    if (found === undefined || found.paragraph.heading === true) break;
    const marker = MARKER.exec(found.compact.text)?.[0] ?? "";
    kind ??= markerKind(marker);
    if (markerKind(marker) === kind && (kind === "" || numberIn(marker) === items.length + 1))
      items.push(next);
    else if (kind === "" || !isDeeper(markerKind(marker), kind)) break;
  }
  return items;
}

const CHINESE = "一二三四五六七八九";

function numberIn(marker: string): number {
  const digits = /\d+/u.exec(marker)?.[0];
  if (digits !== undefined) return Number(digits);
  if (/[①-⑳]/u.test(marker)) return (marker.codePointAt(0) ?? 0) - 0x2460 + 1;
  const word = /[一二三四五六七八九十]+/u.exec(marker)?.[0] ?? "";
  const [tens = "", ones] = word.includes("十") ? word.split("十") : ["", word];
  const ten = word.includes("十") ? (tens === "" ? 1 : CHINESE.indexOf(tens) + 1) * 10 : 0;
  return ten + (ones === undefined || ones === "" ? 0 : CHINESE.indexOf(ones) + 1);
}

function markerKind(marker: string): string {
  return marker
    .replace(/[一二三四五六七八九十]+/u, "一")
    .replace(/\d+/u, "1")
    .replace(/[①-⑳]/u, "①")
    .replace(".", "、");
}

const ORDER = ["一、", "(一)", "1、", "(1)", "①"];

function isDeeper(kind: string, than: string): boolean {
  return kind === "" || ORDER.indexOf(kind) > ORDER.indexOf(than);
}
