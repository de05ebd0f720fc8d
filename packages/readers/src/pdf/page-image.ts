import { discardEngine, type Engine, loadEngine } from "./engine.ts";
import { openFile } from "./file.ts";
import { readGlyphs } from "./glyphs.ts";
import { DEFAULT_LIMITS } from "./page.ts";
import { encodePng, type Raster } from "./png.ts";
import { asTurn, dominantTurn } from "./upright.ts";

/** A page as a picture, upright as `Place.box` has it. */
export interface PageImage {
  /** Counted from 1. */
  readonly page: number;
  /** In PDF points, as boxes are. */
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
}

const PIXELS_PER_POINT = 100 / 72;
/** A drawing of a plan, say, must not take all memory. */
const MOST_PIXELS = 12_000_000;

/** Pictures of some pages of a PDF. Never throws: pages that cannot be shown are left out. */
export async function renderPages(bytes: Uint8Array, pages: readonly number[]): Promise<PageImage[]> {
  try {
    const engine = await loadEngine();
    const file = openFile(engine, bytes, "");
    if (typeof file === "string") return [];
    try {
      return pages.flatMap((page) => imageOf(engine, file.handle, page) ?? []);
    } finally {
      file.close();
    }
  } catch {
    discardEngine();
    return [];
  }
}

function imageOf(engine: Engine, file: number, number: number): PageImage | undefined {
  const page = engine.calls.FPDF_LoadPage(file, number - 1);
  if (page === 0) return undefined;
  try {
    const { calls } = engine;
    const turns = uprightTurns(engine, page);
    const [across, down] = [calls.FPDF_GetPageWidthF(page), calls.FPDF_GetPageHeightF(page)];
    const [width, height] = turns % 2 === 0 ? [across, down] : [down, across];
    const raster = rasterOf(engine, page, { width, height, turns });
    return raster === undefined ? undefined : { page: number, width, height, png: encodePng(raster) };
  } finally {
    engine.calls.FPDF_ClosePage(page);
  }
}

/** Quarter turns beyond the page's own rotation that make its text stand upright, as the reader decides it. */
function uprightTurns(engine: Engine, page: number): number {
  const { glyphs } = readGlyphs(engine, page, DEFAULT_LIMITS.glyphsPerPage);
  const visible = glyphs.filter(({ style }) => !style.invisible);
  const shown = visible.length === 0 ? glyphs : visible;
  const own = asTurn(engine.calls.FPDFPage_GetRotation(page));
  const turn = dominantTurn(
    shown.map(({ style }) => style.turn),
    own,
  );
  return asTurn(turn - own);
}

const BGRX = 3;
const WHITE = 0xffffffff;
const WITH_ANNOTATIONS = 1;

function rasterOf(
  { calls, memory }: Engine,
  page: number,
  size: { readonly width: number; readonly height: number; readonly turns: number },
): Raster | undefined {
  const [width, height] = [size.width, size.height].map((points) => Math.round(points * PIXELS_PER_POINT));
  if (width === undefined || height === undefined || width * height > MOST_PIXELS) return undefined;
  const bitmap = calls.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  if (bitmap === 0) return undefined;
  try {
    calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    calls.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, size.turns, WITH_ANNOTATIONS);
    const [start, stride] = [calls.FPDFBitmap_GetBuffer(bitmap), calls.FPDFBitmap_GetStride(bitmap)];
    return toRaster(memory.HEAPU8.subarray(start, start + stride * height), { width, height, stride });
  } finally {
    calls.FPDFBitmap_Destroy(bitmap);
  }
}

/** From blue, green, red and a filler; pages without colour need a third of the samples. */
function toRaster(
  pixels: Uint8Array,
  { width, height, stride }: { width: number; height: number; stride: number },
): Raster {
  const colours = new Uint8Array(width * height * 3);
  let isGrey = true;
  for (let row = 0, to = 0; row < height; row++) {
    for (let column = 0, from = row * stride; column < width; column++, from += 4, to += 3) {
      const [red, green, blue] = [pixels[from + 2] ?? 0, pixels[from + 1] ?? 0, pixels[from] ?? 0];
      colours[to] = red;
      colours[to + 1] = green;
      colours[to + 2] = blue;
      isGrey &&= red === green && green === blue;
    }
  }
  if (!isGrey) return { width, height, channels: 3, samples: colours };
  return { width, height, channels: 1, samples: colours.filter((_, index) => index % 3 === 0) };
}
