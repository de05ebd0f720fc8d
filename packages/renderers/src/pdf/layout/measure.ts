import type { Library } from "../fonts/library.ts";

export type Advance = Library["advance"];

/** Chinese characters, kana, full-width signs, dashes and quotation marks: a line may break at each. */
const IDEOGRAPH = /[\u2014-\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const TOKEN = new RegExp(`${IDEOGRAPH.source}|\\s|[^\\s${IDEOGRAPH.source.slice(1)}+`, "gu");

/** Text cut where a line may break: single ideographs and blanks, and unbreakable runs (figures, words). */
export function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

export interface Style {
  readonly advance: Advance;
  readonly strong: boolean;
}

/** Width in em. */
export function widthOf(text: string, { advance, strong }: Style): number {
  let width = 0;
  for (const character of text) width += advance(character.codePointAt(0) ?? 0, strong);
  return width;
}
