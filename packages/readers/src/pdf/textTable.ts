import type { Box } from "@mingzhang/core";
import { surround } from "./geometry.ts";
import { intervalOf } from "./levels.ts";
import { linesOf } from "./lines.ts";
import type { Glyph, PageContent } from "./page.ts";
import { type Part, type PartLine, withFineParts } from "./parts.ts";
import type { Piece, PieceCell, PieceRow } from "./piece.ts";
import { columnGaps } from "./textColumns.ts";
import { rowsOfLines } from "./textRows.ts";

/** The lines of a table that has no upright rules. */
export interface TextRegion {
  readonly head: readonly PartLine[];
  /** Lines of the body, in bands where level rules part them. */
  readonly bands: readonly (readonly PartLine[])[];
}

/** Lays a table out by its white gaps; undefined when there are no columns. */
export function textTable(region: TextRegion, page: PageContent): Piece | undefined {
  const head = region.head.map(withFineParts);
  const bands = region.bands.map((band) => band.map(withFineParts));
  const body = bands.flat();
  const glyphs = [...head, ...body].flatMap((line) => line.parts.flatMap((part) => part.glyphs));
  const box = surround(glyphs);
  const gaps = columnGaps(body, head);
  if (gaps.length === 0) return undefined;
  const xs = [box.left - 1, ...gaps, box.right + 1];
  const groups = bands.flatMap((band) => rowsOfLines(band, xs));
  const rows = [
    ...headRows(head, xs),
    ...groups.map((lines) => cellsOf(partsByColumn(lines, xs, false), { lines, xs })),
  ];
  return {
    page: page.number,
    box: { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: box.top, bottom: box.bottom },
    xs,
    rows: rows.map((row) => ({ ...row, page: page.number })),
    landscape: page.width > page.height,
  };
}

type Placed = { readonly column: number; readonly colSpan: number; readonly glyphs: Glyph[] };

/** Head lines further apart than this many em are two levels of the head; closer ones are one text wrapped. */
const NEXT_LEVEL = 1.45;

/** The levels of the head from the top: what stands closely below each other in one column is one cell. */
function headRows(head: readonly PartLine[], xs: readonly number[]): Omit<PieceRow, "page">[] {
  const columns = xs.length - 1;
  const levels = Array.from({ length: columns }, (): PartLine[][] => []);
  for (const line of [...head].reverse()) {
    for (const part of line.parts) {
      const { column } = spanOf(part, xs);
      const own = levels[column]?.at(-1);
      const below = own?.at(-1);
      const single = { ...line, parts: [part] };
      if (below !== undefined && below.baseline - line.baseline < NEXT_LEVEL * line.size) own?.push(single);
      else levels[column]?.push([single]);
    }
  }
  const depth = Math.max(0, ...levels.map((own) => own.length));
  return Array.from({ length: depth }, (_, index) => depth - 1 - index).map((level) => {
    const lines = levels.flatMap((own) => (own[level] ?? []).toReversed());
    return cellsOf(partsByColumn(lines, xs, true), { lines, xs });
  });
}

/** With `spans`, a part that reaches over empty columns to its right takes them in. */
function partsByColumn(lines: readonly PartLine[], xs: readonly number[], spans: boolean): Placed[] {
  const columns = xs.length - 1;
  const cells = Array.from({ length: columns }, (_, column) => ({
    column,
    colSpan: 1,
    glyphs: [] as Glyph[],
  }));
  for (const part of lines.flatMap((line) => line.parts)) {
    const { column, colSpan } = spanOf(part, xs);
    const cell = cells[column];
    cell?.glyphs.push(...part.glyphs);
    if (spans && cell !== undefined) cell.colSpan = Math.max(cell.colSpan, colSpan);
  }
  return spans ? withoutCovered(cells) : cells;
}

function withoutCovered(cells: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  for (let column = 0; column < cells.length; ) {
    const cell = cells[column];
    if (cell === undefined) break;
    const next = cells.findIndex((other, at) => at > column && other.glyphs.length > 0);
    const room = (next === -1 ? cells.length : next) - column;
    const colSpan = Math.min(cell.colSpan, room);
    kept.push({ ...cell, colSpan });
    column += colSpan;
  }
  return kept;
}

/** A figure stands in one column; other parts reach as far as they cover half of a column or of themselves. */
function spanOf(part: Part, xs: readonly number[]): { column: number; colSpan: number } {
  const middle = Math.max(0, intervalOf(xs, (part.left + part.right) / 2));
  if (part.figure) return { column: middle, colSpan: 1 };
  const covered = xs.slice(1).flatMap((right, column) => {
    const left = xs[column] ?? 0;
    const overlap = Math.min(right, part.right) - Math.max(left, part.left);
    return overlap > HALF * Math.min(right - left, part.right - part.left) ? [column] : [];
  });
  const [first = middle] = covered;
  return { column: first, colSpan: (covered.at(-1) ?? first) - first + 1 };
}

const HALF = 0.55;

interface RowFrame {
  readonly lines: readonly PartLine[];
  readonly xs: readonly number[];
}

function cellsOf(placed: readonly Placed[], { lines, xs }: RowFrame): Omit<PieceRow, "page"> {
  const top = Math.min(...lines.map((line) => line.top));
  const bottom = Math.max(...lines.map((line) => line.bottom));
  const cells = placed.map(({ column, colSpan, glyphs }): PieceCell => {
    const box: Box = { left: xs[column] ?? 0, right: xs[column + colSpan] ?? 0, top, bottom };
    return { column, colSpan, rowSpan: 1, box, lines: linesOf(glyphs) };
  });
  return { top, bottom, cells };
}
