import { isFigure } from "./cellText.ts";
import { type Line, linesOf, textOf } from "./lines.ts";
import type { Glyph } from "./page.ts";

/** A stretch of a line with no wide gap in it. */
export interface Part {
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** It is a printed figure. */
  readonly figure: boolean;
}

/** A line taken apart at its wide gaps. */
export interface PartLine {
  readonly parts: readonly Part[];
  readonly baseline: number;
  readonly size: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

/** The gap in em that parts two columns which no rule parts. */
export const COLUMN_GAP = 0.9;

/** Takes a line apart where characters stand further apart than `gap` em. */
export function partsOf(line: Line, gap: number): Part[] {
  const groups: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of line.glyphs) {
    const apart = last === undefined || glyph.left - last.right > gap * Math.min(last.size, glyph.size);
    if (apart) groups.push([glyph]);
    else groups.at(-1)?.push(glyph);
    last = glyph;
  }
  return groups.map((glyphs) => {
    const text = textOf(glyphs);
    const right = Math.max(...glyphs.map((glyph) => glyph.right));
    return { glyphs, text, left: glyphs[0]?.left ?? 0, right, figure: isFigure(text) };
  });
}

export function partLines(glyphs: readonly Glyph[]): PartLine[] {
  return linesOf(glyphs.filter((glyph) => glyph.turn === 0)).map((line) => ({
    parts: partsOf(line, COLUMN_GAP),
    baseline: line.baseline,
    size: line.size,
    top: line.top,
    bottom: line.bottom,
    text: line.text,
  }));
}
