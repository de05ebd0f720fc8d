import type { Box } from "@mingzhang/core";
import { doublesAt, type Engine, floatsAt } from "./engine.ts";
import { contains, type Matrix, mapBox, mapPoint, scaleOf } from "./geometry.ts";
import type { Glyph } from "./page.ts";
import { asTurn, type Turn, turnOfAngle } from "./upright.ts";

/** A character as PDFium gives it: page space, y upwards. */
export interface RawGlyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly originX: number;
  readonly originY: number;
  readonly style: TextStyle;
}

/** What all characters of one text object share. */
interface TextStyle {
  readonly size: number;
  readonly turn: Turn;
  readonly invisible: boolean;
}

export interface RawText {
  readonly glyphs: readonly RawGlyph[];
  readonly cut: boolean;
}

const INVISIBLE_MODE = 3;
const CLIP_ONLY_MODE = 7;
const REPLACEMENT = 0xfffd;

/** The printed characters of a page: no blanks, nothing that PDFium adds itself, no slanted watermark. */
export function readGlyphs(engine: Engine, page: number, limit: number): RawText {
  const { calls } = engine;
  const text = calls.FPDFText_LoadPage(page);
  if (text === 0) return { glyphs: [], cut: false };
  const count = calls.FPDFText_CountChars(text);
  const glyphs: RawGlyph[] = [];
  let object = 0;
  let style: TextStyle | undefined;
  for (let index = 0; index < Math.min(count, limit); index++) {
    const code = calls.FPDFText_GetUnicode(text, index);
    if (isBlank(code) || calls.FPDFText_IsGenerated(text, index) === 1) continue;
    const owner = calls.FPDFText_GetTextObject(text, index);
    if (owner !== object || style === undefined) {
      style = readStyle(engine, { text, index, owner });
      object = owner;
    }
    if (style !== undefined) glyphs.push(readGlyph(engine, { text, index, code, style }));
  }
  calls.FPDFText_ClosePage(text);
  return { glyphs, cut: count > limit };
}

function isBlank(code: number): boolean {
  return (
    code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200f) || code === 0xfeff
  );
}

function readStyle(
  engine: Engine,
  at: { readonly text: number; readonly index: number; readonly owner: number },
): TextStyle | undefined {
  const { calls, scratch } = engine;
  calls.FPDFText_GetMatrix(at.text, at.index, scratch);
  const [a = 1, b = 0, c = 0, d = 1] = floatsAt(engine, scratch, 4);
  const turn = turnOfAngle(Math.atan2(b, a));
  if (turn === undefined) return undefined;
  const mode = at.owner === 0 ? 0 : calls.FPDFTextObj_GetTextRenderMode(at.owner);
  const size = calls.FPDFText_GetFontSize(at.text, at.index) * scaleOf([a, b, c, d, 0, 0]);
  return { size, turn, invisible: mode === INVISIBLE_MODE || mode === CLIP_ONLY_MODE };
}

interface GlyphAddress {
  readonly text: number;
  readonly index: number;
  readonly code: number;
  readonly style: TextStyle;
}

function readGlyph(engine: Engine, { text, index, code, style }: GlyphAddress): RawGlyph {
  const { calls, scratch } = engine;
  calls.FPDFText_GetLooseCharBox(text, index, scratch);
  const [left = 0, top = 0, right = 0, bottom = 0] = floatsAt(engine, scratch, 4);
  calls.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
  const [originX = 0, originY = 0] = doublesAt(engine, scratch, 2);
  const usable = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  const character = String.fromCodePoint(usable ? code : REPLACEMENT);
  return { text: character, left, top, right, bottom, originX, originY, style };
}

export interface PageFrame {
  readonly matrix: Matrix;
  readonly turn: Turn;
  readonly bounds: Box;
}

/** Characters in upright coordinates; those outside the page are not printed and left out. */
export function placeGlyphs(glyphs: readonly RawGlyph[], frame: PageFrame): Glyph[] {
  const placed: Glyph[] = [];
  for (const glyph of glyphs) {
    const box = mapBox(frame.matrix, { x: glyph.left, y: glyph.bottom }, { x: glyph.right, y: glyph.top });
    const origin = mapPoint(frame.matrix, glyph.originX, glyph.originY);
    const turn = asTurn(frame.turn - glyph.style.turn);
    const size = glyph.style.size || box.bottom - box.top;
    const x = (box.left + box.right) / 2;
    // Fonts lie about their ascent, and a comma or a dash has a box far off the middle of its line.
    const y = turn === 0 ? origin.y - MIDDLE * size : (box.top + box.bottom) / 2;
    if (!contains(frame.bounds, x, y)) continue;
    placed.push({ ...box, text: glyph.text, baseline: origin.y, size, x, y, turn });
  }
  return placed;
}

/** The middle of a line of text above its baseline, in em. */
const MIDDLE = 0.36;

/** Drops characters printed twice in almost the same place to look bold. */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    const key = `${glyph.text}${Math.round(glyph.y / 4)}`;
    const others = seen.get(key);
    if (others === undefined) seen.set(key, [glyph]);
    else if (others.some((other) => isDouble(glyph, other))) return false;
    else others.push(glyph);
    return true;
  });
}

function isDouble(glyph: Glyph, other: Glyph): boolean {
  const near = DOUBLE * Math.min(glyph.size, other.size);
  return Math.abs(glyph.x - other.x) < near && Math.abs(glyph.y - other.y) < near;
}

/** Fake bold shifts by a few hundredths of an em; even "ll" in the narrowest font stands 0.2 em apart. */
const DOUBLE = 0.12;
