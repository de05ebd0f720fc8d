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

/** Parts over several columns head these; all that stands in one column below each other is one cell. */
function headRows(head: readonly PartLine[], xs: readonly number[]): Omit<PieceRow, "page">[] {
  const rows: Omit<PieceRow, "page">[] = [];
  const single: PartLine[] = [];
  for (const line of head) {
    const placed = partsByColumn([line], xs, true);
    const wide = placed.filter((cell) => cell.colSpan > 1);
    if (wide.length > 0) rows.push(cellsOf(fillUp(wide, xs.length - 1), { lines: [line], xs }));
    const parts = line.parts.filter((part) => spanOf(part, xs).colSpan === 1);
    if (parts.length > 0) single.push({ ...line, parts });
  }
  if (single.length > 0) rows.push(cellsOf(partsByColumn(single, xs, false), { lines: single, xs }));
  return rows;
}

function fillUp(wide: readonly Placed[], columns: number): Placed[] {
  const filled: Placed[] = [];
  for (let column = 0; column < columns; ) {
    const cell = wide.find((own) => own.column === column) ?? { column, colSpan: 1, glyphs: [] };
    filled.push(cell);
    column += cell.colSpan;
  }
  return filled;
}

function partsByColumn(lines: readonly PartLine[], xs: readonly number[], spans: boolean): Placed[] {
  const columns = xs.length - 1;
  const cells = Array.from({ length: columns }, (_, column): Placed => ({ column, colSpan: 1, glyphs: [] }));
  for (const part of lines.flatMap((line) => line.parts)) {
    const { column, colSpan } = spanOf(part, xs);
    if (spans && colSpan > 1) cells[column] = { column, colSpan, glyphs: [...part.glyphs] };
    else cells[column]?.glyphs.push(...part.glyphs);
  }
  return cells;
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
