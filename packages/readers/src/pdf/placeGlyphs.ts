import type { Box } from "@mingzhang/core";
import { mapClip } from "./clips.ts";
import { contains, type Matrix, mapBox, mapPoint } from "./geometry.ts";
import type { RawGlyph, TextStyle } from "./glyphs.ts";
import type { Glyph } from "./page.ts";
import { asTurn, type Turn } from "./upright.ts";

export interface PageFrame {
  readonly matrix: Matrix;
  readonly turn: Turn;
  readonly bounds: Box;
  readonly formTexts: ReadonlyMap<number, Matrix>;
}

/** Characters in upright coordinates; those outside the page are not printed and left out. */
export function placeGlyphs(glyphs: readonly RawGlyph[], frame: PageFrame): Glyph[] {
  const clips = new Map<TextStyle, Box>();
  const clipOf = ({ style }: RawGlyph): Box => {
    const known = clips.get(style);
    if (known !== undefined) return known;
    const space = frame.formTexts.get(style.owner) ?? frame.matrix;
    const box = style.clip === undefined ? frame.bounds : mapClip(space, style.clip);
    clips.set(style, box);
    return box;
  };
  const placed = glyphs.map((raw) => ({ glyph: placeGlyph(raw, frame), clip: clipOf(raw) }));
  const shown = placed.filter(({ glyph }) => contains(frame.bounds, glyph.x, glyph.y));
  return runsOf(shown).flatMap((run) => clippedRun(run));
}

function placeGlyph(raw: RawGlyph, { matrix, turn: pageTurn }: PageFrame): Glyph {
  const box = mapBox(matrix, { x: raw.left, y: raw.bottom }, { x: raw.right, y: raw.top });
  const origin = mapPoint(matrix, raw.originX, raw.originY);
  const turn = asTurn(pageTurn - raw.style.turn);
  const size = raw.style.size || box.bottom - box.top;
  const x = (box.left + box.right) / 2;
  // Fonts lie about their ascent, and a comma or a dash has a box far off the middle of its line.
  const y = turn === 0 ? origin.y - MIDDLE * size : (box.top + box.bottom) / 2;
  const { left, top, right, bottom } = box;
  // Spelled out: copying with a spread made this the slowest step of all.
  return { left, top, right, bottom, text: raw.text, baseline: origin.y, size, x, y, turn };
}

/** The middle of a line of text above its baseline, in em. */
const MIDDLE = 0.36;

interface ClippedGlyph {
  readonly glyph: Glyph;
  readonly clip: Box;
}

/** Neighbours on one line within one clip. */
function runsOf(glyphs: readonly ClippedGlyph[]): ClippedGlyph[][] {
  const runs: ClippedGlyph[][] = [];
  let last: ClippedGlyph | undefined;
  for (const item of glyphs) {
    if (last !== undefined && sameRun(last, item)) runs.at(-1)?.push(item);
    else runs.push([item]);
    last = item;
  }
  return runs;
}

function sameRun(before: ClippedGlyph, after: ClippedGlyph): boolean {
  if (before.glyph.baseline !== after.glyph.baseline) return false;
  const { left, top, right, bottom } = before.clip;
  const { clip } = after;
  return clip.left === left && clip.top === top && clip.right === right && clip.bottom === bottom;
}

/**
 * A run that its clip cuts off is read whole and counted to the cell of the part that shows: a name too long
 * for its cell does not spill into the next. A run that its clip hides altogether is not printed.
 */
function clippedRun(run: readonly ClippedGlyph[]): Glyph[] {
  const shown = run.filter(({ glyph, clip }) => contains(widened(clip), glyph.x, glyph.y));
  if (shown.length === run.length) return run.map(({ glyph }) => glyph);
  if (shown.length === 0) return [];
  return run.map(({ glyph, clip }) => ({
    ...glyph,
    x: Math.min(Math.max(glyph.x, clip.left + EDGE), clip.right - EDGE),
    y: Math.min(Math.max(glyph.y, clip.top + EDGE), clip.bottom - EDGE),
  }));
}

const EDGE = 1.5;

function widened({ left, top, right, bottom }: Box): Box {
  return { left: left - 1, top: top - 1, right: right + 1, bottom: bottom + 1 };
}

/** Drops characters printed twice in almost the same place to look bold. */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const row = `${glyph.text}${Math.round(glyph.y / CELL)}`;
    const column = Math.round(glyph.x / CELL);
    // Only neighbouring places are compared, so that a page of one character repeated takes no longer.
    for (const near of [column - 1, column, column + 1])
      if (seen.get(`${row}:${near}`)?.some((other) => isDouble(glyph, other))) return false;
    const own = seen.get(`${row}:${column}`);
    if (own === undefined) seen.set(`${row}:${column}`, [glyph]);
    else own.push(glyph);
    return true;
  });
}

const CELL = 4;

function isDouble(glyph: Glyph, other: Glyph): boolean {
  const near = DOUBLE * Math.min(glyph.size, other.size);
  return Math.abs(glyph.x - other.x) < near && Math.abs(glyph.y - other.y) < near;
}

/** Fake bold shifts by a few hundredths of an em; even "ll" in the narrowest font stands 0.2 em apart. */
const DOUBLE = 0.12;
