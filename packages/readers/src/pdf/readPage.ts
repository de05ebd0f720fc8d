import { readDrawings } from "./drawings.ts";
import { type Engine, floatAt } from "./engine.ts";
import { mapBox } from "./geometry.ts";
import { type RawGlyph, readGlyphs } from "./glyphs.ts";
import { countNotes } from "./notes.ts";
import type { Limits, PageContent } from "./page.ts";
import { placeGlyphs, withoutDoubles } from "./placeGlyphs.ts";
import { rulesOf } from "./segments.ts";
import { asTurn, dominantTurn, type Frame, uprightMatrix } from "./upright.ts";

/** Reads one page (counted from 0), or gives undefined when the file cannot show it. */
export function readPage(
  engine: Engine,
  file: number,
  index: number,
  limits: Limits,
): PageContent | undefined {
  const page = engine.calls.FPDF_LoadPage(file, index);
  if (page === 0) return undefined;
  try {
    return pageContent(engine, page, index + 1, limits);
  } finally {
    engine.calls.FPDF_ClosePage(page);
  }
}

function pageContent(engine: Engine, page: number, number: number, limits: Limits): PageContent {
  const raw = readGlyphs(engine, page, limits.glyphsPerPage);
  const visible = withoutWatermark(raw.glyphs.filter((glyph) => !glyph.style.invisible));
  const recognised = visible.length === 0 && raw.glyphs.length > 0;
  const glyphs = recognised ? raw.glyphs : visible;
  const turns = glyphs.map((glyph) => glyph.style.turn);
  const turn = dominantTurn(turns, asTurn(engine.calls.FPDFPage_GetRotation(page)));
  const frame = pageFrame(engine, page);
  const matrix = uprightMatrix(frame, turn);
  const bounds = mapBox(matrix, { x: frame.left, y: frame.bottom }, { x: frame.right, y: frame.top });
  const drawn = readDrawings(engine, page, matrix, limits.objectsPerPage);
  return {
    number,
    width: bounds.right,
    height: bounds.bottom,
    glyphs: withoutDoubles(placeGlyphs(glyphs, { matrix, turn, bounds, formTexts: drawn.formTexts })),
    rules: rulesOf(drawn.drawings, bounds),
    images: drawn.images,
    unmapped: raw.unmapped,
    notes: countNotes(engine, page),
    recognised,
    cut: raw.cut || drawn.cut,
  };
}

/** How much larger than the usual text of its page pale text is where it is a watermark. */
const WATERMARK = 1.8;

/** Without large pale text, which lies behind the rest. */
function withoutWatermark(glyphs: readonly RawGlyph[]): readonly RawGlyph[] {
  const plain = glyphs.filter(({ style }) => !style.pale).map(({ style }) => style.size);
  if (plain.length === 0 || plain.length === glyphs.length) return glyphs;
  const usual = plain.sort((a, b) => a - b)[Math.floor(plain.length / 2)] ?? 0;
  return glyphs.filter(({ style }) => !style.pale || style.size < WATERMARK * usual);
}

/** The visible part of the page: its crop box within its media box. */
function pageFrame(engine: Engine, page: number): Frame {
  engine.calls.FPDF_GetPageBoundingBox(page, engine.scratch);
  const at = (index: number) => floatAt(engine, engine.scratch, index);
  return { left: at(0), bottom: Math.min(at(1), at(3)), right: at(2), top: Math.max(at(1), at(3)) };
}
