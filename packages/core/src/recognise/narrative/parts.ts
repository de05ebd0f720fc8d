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

/** The paragraphs of a list: as long as they are marked like the first one, or like it unmarked. */
function itemsAfter(index: number, paragraphs: readonly ReadParagraph[]): number[] {
  const kindOf = (text: string) => markerKind(MARKER.exec(text)?.[0] ?? "");
  const first = paragraphs[index + 1];
  if (first === undefined) return [];
  const kind = kindOf(first.compact.text);
  const items: number[] = [];
  for (let next = index + 1; next < paragraphs.length; next++) {
    const text = paragraphs[next]?.compact.text ?? "";
    if (kindOf(text) !== kind) {
      if (kind === "" || isDeeper(kindOf(text), kind)) {
        if (kind === "") break;
        continue;
      }
      break;
    }
    items.push(next);
  }
  return items;
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
