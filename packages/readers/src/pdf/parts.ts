import { isAmount, isFigure } from "./cellText.ts";
import { type Line, linesOf, textOf } from "./lines.ts";
import type { Glyph } from "./page.ts";

/** A stretch of a line with no wide gap in it. */
export interface Part {
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** It is a printed figure, or several close to each other. */
  readonly figure: boolean;
  /** How many amounts it prints. */
  readonly amounts: number;
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
const COLUMN_GAP = 0.9;

/** Takes a line apart where characters stand further apart than `gap` em. */
export function partsOf(line: Line, gap: number): Part[] {
  return apart(line.glyphs, (before, after) => gapOf(before, after) > gap).map(partOf);
}

function gapOf(before: Glyph, after: Glyph): number {
  return (after.left - before.right) / Math.max(1, Math.min(before.size, after.size));
}

function apart(glyphs: readonly Glyph[], between: (before: Glyph, after: Glyph) => boolean): Glyph[][] {
  const groups: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    if (last === undefined || between(last, glyph)) groups.push([glyph]);
    else groups.at(-1)?.push(glyph);
    last = glyph;
  }
  return groups;
}

function partOf(glyphs: readonly Glyph[]): Part {
  const text = textOf(glyphs);
  const right = Math.max(...glyphs.map((glyph) => glyph.right));
  const words = text
    .split(" ")
    .flatMap((word) => (TOUCHING.test(word) ? (word.match(AMOUNT) ?? []) : [word]));
  const figure = words.every((word) => isFigure(word));
  const amounts = figure ? words.filter((word) => isAmount(word)).length : 0;
  return { glyphs, text, left: glyphs[0]?.left ?? 0, right, figure, amounts };
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

/** The smallest gap in em that two words leave between them. */
const WORD_GAP = 0.15;
const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const HAN = /\p{Script=Han}/u;

/**
 * The line of a table with its parts taken apart once more: columns can stand so close that only what they hold
 * tells them apart, a code and a name, a name and an amount, two amounts.
 */
export function withFineParts(line: PartLine): PartLine {
  return { ...line, parts: line.parts.flatMap((part) => fineParts(part)) };
}

function fineParts(part: Part): Part[] {
  const words = apart(part.glyphs, (before, after) => gapOf(before, after) > WORD_GAP).flatMap(splitAmounts);
  const groups: Glyph[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    if (last === undefined || isColumnBreak(plain(last), plain(word))) groups.push([...word]);
    else last.push(...word);
  }
  return groups.map(partOf);
}

function plain(glyphs: readonly Glyph[]): string {
  return glyphs.map((glyph) => glyph.text).join("");
}

function isColumnBreak(before: string, after: string): boolean {
  const first = after.charAt(0);
  if (isFigure(before) && isFigure(after)) return true;
  if (CODE.test(before)) return HAN.test(first) && !/^(?:年|万?元)/.test(after);
  return HAN.test(before) && isAmount(after);
}

/** Amounts of two decimals that touch: "168,441.81154,304.22". */
const TOUCHING = /^(?:\d{1,3}(?:,\d{3})*\.\d{2}){2,}$/;

const AMOUNT = /\d{1,3}(?:,\d{3})*\.\d{2}/g;

function splitAmounts(glyphs: Glyph[]): Glyph[][] {
  const text = plain(glyphs);
  if (!TOUCHING.test(text) || text.length !== glyphs.length) return [glyphs];
  const groups: Glyph[][] = [];
  let from = 0;
  for (const [amount] of text.matchAll(AMOUNT)) {
    groups.push(glyphs.slice(from, from + amount.length));
    from += amount.length;
  }
  return groups;
}
