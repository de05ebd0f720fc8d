import type { Box } from "@mingzhang/core";
import { surround } from "./geometry.ts";
import type { Glyph } from "./page.ts";

/** Characters on one baseline, from left to right. */
export interface Line extends Box {
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
}

/** The lines of some characters from top to bottom; sideways text is read along its own direction. */
export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const upright = glyphs.filter((glyph) => glyph.turn === 0);
  if (upright.length === glyphs.length) return group(upright).map(lineOf);
  return [...group(upright), ...[1, 2, 3].flatMap((turn) => sideways(glyphs, turn))].map(lineOf);
}

function group(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.left - b.left);
  const rows: { glyphs: Glyph[]; y: number; size: number }[] = [];
  for (const glyph of sorted) {
    const row = rows.at(-1);
    if (row !== undefined && glyph.y - row.y < SAME_LINE * Math.max(row.size, glyph.size)) {
      row.glyphs.push(glyph);
      // The larger character says where the line is; a superscript does not.
      if (glyph.size > row.size) Object.assign(row, { y: glyph.y, size: glyph.size });
    } else rows.push({ glyphs: [glyph], y: glyph.y, size: glyph.size });
  }
  return rows.map((row) => row.glyphs.sort((a, b) => a.left - b.left));
}

/** Middles closer than this share of an em stand on one line. */
const SAME_LINE = 0.5;

function sideways(glyphs: readonly Glyph[], turn: number): Glyph[][] {
  const originals = new Map<Glyph, Glyph>();
  const turned = glyphs
    .filter((glyph) => glyph.turn === turn)
    .map((glyph) => {
      const copy = turnBack(glyph, turn);
      originals.set(copy, glyph);
      return copy;
    });
  return group(turned).map((row) => row.flatMap((copy) => originals.get(copy) ?? []));
}

function turnBack(glyph: Glyph, turn: number): Glyph {
  const { left, right, top, bottom, x, y } = glyph;
  if (turn === 1) return { ...glyph, left: top, right: bottom, top: -right, bottom: -left, x: y, y: -x };
  if (turn === 3) return { ...glyph, left: -bottom, right: -top, top: left, bottom: right, x: -y, y: x };
  return { ...glyph, left: -right, right: -left, top: -bottom, bottom: -top, x: -x, y: -y };
}

function lineOf(glyphs: readonly Glyph[]): Line {
  const size = Math.max(...glyphs.map((glyph) => glyph.size));
  const main = glyphs.find((glyph) => glyph.size === size);
  return {
    ...surround(glyphs),
    glyphs,
    size,
    baseline: main?.baseline ?? 0,
    text: textOf(glyphs),
  };
}

const WIDE = /[⺀-鿿豈-﫿＀-￯　-〿“”‘’—…]/u;

/**
 * The text of a line. Blanks are set by the gaps between characters, since a PDF need not print them: between
 * words from a quarter of an em, between Chinese characters only where a gap stands out from the others, so that
 * "合 计" spaced over its cell stays one word.
 */
export function textOf(glyphs: readonly Glyph[]): string {
  const gaps = glyphs.slice(1).map((glyph, index) => gapBetween(glyphs[index], glyph));
  const spread = spreadOf(glyphs, gaps);
  let text = glyphs[0]?.text ?? "";
  for (const [index, gap] of gaps.entries()) {
    const next = glyphs[index + 1]?.text ?? "";
    const wide = WIDE.test(text.slice(-1)) || WIDE.test(next);
    const numeric = /[\d.,，]$/.test(text) && /^[\d.,，%]/.test(next);
    const split = /\d$/.test(text) && /^[.,]/.test(next);
    const least = wide
      ? Math.max(WIDE_GAP, spread * 1.6)
      : split
        ? SPLIT_GAP
        : numeric
          ? NUMBER_GAP
          : WORD_GAP;
    text += gap > least ? ` ${next}` : next;
  }
  return text;
}

/** Gaps in em from which a blank is set. */
const WORD_GAP = 0.2;
const NUMBER_GAP = 0.45;
const WIDE_GAP = 0.7;
/** No figure begins with its point, so it belongs to the digits before it however they are set. */
const SPLIT_GAP = 1.5;

function gapBetween(before: Glyph | undefined, after: Glyph): number {
  if (before === undefined) return 0;
  const size = Math.max(1, Math.min(before.size, after.size));
  if (before.turn !== 0) return 0;
  return (after.left - before.right) / size;
}

/** The usual gap of a line of Chinese characters spread over its width; 0 where they stand close. */
function spreadOf(glyphs: readonly Glyph[], gaps: readonly number[]): number {
  if (!glyphs.every((glyph) => WIDE.test(glyph.text))) return 0;
  const least = Math.min(...gaps);
  return gaps.length > 0 && least > 0.3 ? Math.max(least, 0) : 0;
}
