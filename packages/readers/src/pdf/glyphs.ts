import type { Box } from "@mingzhang/core";
import { readClip } from "./clips.ts";
import { doubleAt, type Engine, floatAt, integerAt } from "./engine.ts";
import { scaleOf } from "./geometry.ts";
import { type Turn, turnOfAngle } from "./upright.ts";

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
export interface TextStyle {
  readonly size: number;
  readonly turn: Turn;
  readonly invisible: boolean;
  /** Drawn in a colour that hardly shows. */
  readonly pale: boolean;
  /** Handle of the text object. */
  readonly owner: number;
  /** What the text is clipped to, in the space of the page or form that holds it. */
  readonly clip?: Box;
}

export interface RawText {
  readonly glyphs: readonly RawGlyph[];
  /** Characters that the font maps to none. */
  readonly unmapped: number;
  readonly cut: boolean;
}

const INVISIBLE_MODE = 3;
const CLIP_ONLY_MODE = 7;
const REPLACEMENT = 0xfffd;

/** The printed characters of a page: no blanks, nothing that PDFium adds itself, no slanted watermark. */
export function readGlyphs(engine: Engine, page: number, limit: number): RawText {
  const { calls, direct } = engine;
  const text = calls.FPDFText_LoadPage(page);
  if (text === 0) return { glyphs: [], unmapped: 0, cut: false };
  const count = calls.FPDFText_CountChars(text);
  const glyphs: RawGlyph[] = [];
  let unmapped = 0;
  let object = 0;
  let style: TextStyle | undefined;
  for (let index = 0; index < Math.min(count, limit); index++) {
    const code = direct.FPDFText_GetUnicode(text, index);
    if (direct.FPDFText_HasUnicodeMapError(text, index) === 1 && !isPlausible(code)) unmapped++;
    if (isBlank(code) || direct.FPDFText_IsGenerated(text, index) === 1) continue;
    const owner = direct.FPDFText_GetTextObject(text, index);
    if (owner !== object || style === undefined) {
      style = readStyle(engine, { text, index, owner });
      object = owner;
    }
    if (style !== undefined) glyphs.push(readGlyph(engine, { text, index, code, style }));
  }
  calls.FPDFText_ClosePage(text);
  return { glyphs, unmapped, cut: count > limit };
}

/** A font without a map may still use the numbers of the characters themselves. */
function isPlausible(code: number): boolean {
  return (
    (code >= 0x20 && code < 0x7f) ||
    (code >= 0x2010 && code <= 0x2042) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xff00 && code <= 0xffef)
  );
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
  const { direct, scratch } = engine;
  direct.FPDFText_GetMatrix(at.text, at.index, scratch);
  const a = floatAt(engine, scratch);
  const b = floatAt(engine, scratch, 1);
  const turn = turnOfAngle(Math.atan2(b, a));
  if (turn === undefined) return undefined;
  const mode = at.owner === 0 ? 0 : direct.FPDFTextObj_GetTextRenderMode(at.owner);
  const size =
    direct.FPDFText_GetFontSize(at.text, at.index) *
    scaleOf([a, b, floatAt(engine, scratch, 2), floatAt(engine, scratch, 3), 0, 0]);
  const clip = at.owner === 0 ? undefined : readClip(engine, at.owner);
  const invisible = mode === INVISIBLE_MODE || mode === CLIP_ONLY_MODE;
  const pale = isPale(engine, at);
  return { size, turn, invisible, pale, owner: at.owner, ...(clip !== undefined && { clip }) };
}

/** Light enough, or transparent enough, for text to be read over it. */
const PALE_LUMINANCE = 175;
const PALE_OPACITY = 140;

function isPale(engine: Engine, at: { readonly text: number; readonly index: number }): boolean {
  const { direct, scratch } = engine;
  const known = direct.FPDFText_GetFillColor(
    at.text,
    at.index,
    scratch,
    scratch + 4,
    scratch + 8,
    scratch + 12,
  );
  if (Number(known) !== 1) return false;
  const [red = 0, green = 0, blue = 0, opacity = 255] = [0, 1, 2, 3].map((index) =>
    integerAt(engine, scratch, index),
  );
  return opacity < PALE_OPACITY || 0.3 * red + 0.6 * green + 0.1 * blue > PALE_LUMINANCE;
}

interface GlyphAddress {
  readonly text: number;
  readonly index: number;
  readonly code: number;
  readonly style: TextStyle;
}

function readGlyph(engine: Engine, { text, index, code, style }: GlyphAddress): RawGlyph {
  const { direct, scratch } = engine;
  direct.FPDFText_GetLooseCharBox(text, index, scratch);
  const left = floatAt(engine, scratch);
  const top = floatAt(engine, scratch, 1);
  const right = floatAt(engine, scratch, 2);
  const bottom = floatAt(engine, scratch, 3);
  direct.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8);
  const originX = doubleAt(engine, scratch);
  const originY = doubleAt(engine, scratch, 1);
  const usable = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  const character = String.fromCodePoint(usable ? code : REPLACEMENT);
  return { text: character, left, top, right, bottom, originX, originY, style };
}
