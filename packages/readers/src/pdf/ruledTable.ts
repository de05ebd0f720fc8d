import type { Box } from "@mingzhang/core";
import type { Lattice, Span } from "./lattice.ts";
import { intervalOf } from "./levels.ts";
import { linesOf } from "./lines.ts";
import { returnOverflow } from "./overflow.ts";
import type { Glyph, PageContent } from "./page.ts";
import type { Piece, PieceCell, PieceRow } from "./piece.ts";

/** Puts the characters of a page into the cells of a lattice. */
export function fillLattice(lattice: Lattice, page: PageContent, glyphs: readonly Glyph[]): Piece {
  const { xs, ys, spans } = lattice;
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const owner = new Array<number>(rows * columns).fill(-1);
  for (const [index, span] of spans.entries()) cover(owner, columns, span, index);
  const contents = spans.map((): Glyph[] => []);
  for (const glyph of glyphs) {
    const row = intervalOf(ys, glyph.y);
    const column = intervalOf(xs, glyph.x);
    if (row >= 0 && column >= 0) contents[owner[row * columns + column] ?? -1]?.push(glyph);
  }
  const lines = returnOverflow(
    lattice,
    contents.map((own) => linesOf(own)),
  );
  const cells = spans.map((span, index): [number, PieceCell] => [
    span.row,
    { ...span, box: spanBox(lattice, span), lines: lines[index] ?? [] },
  ]);
  return {
    page: page.number,
    box: latticeBox(lattice),
    xs,
    rows: rowsOf(cells, lattice, page.number),
    landscape: page.width > page.height,
  };
}

function cover(owner: number[], columns: number, span: Span, index: number): void {
  for (let row = span.row; row < span.row + span.rowSpan; row++)
    for (let column = span.column; column < span.column + span.colSpan; column++)
      owner[row * columns + column] = index;
}

function spanBox({ xs, ys }: Lattice, { row, column, rowSpan, colSpan }: Span): Box {
  return {
    left: xs[column] ?? 0,
    top: ys[row] ?? 0,
    right: xs[column + colSpan] ?? 0,
    bottom: ys[row + rowSpan] ?? 0,
  };
}

export function latticeBox({ xs, ys }: Pick<Lattice, "xs" | "ys">): Box {
  return { left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 };
}

function rowsOf(cells: readonly [number, PieceCell][], { ys }: Lattice, page: number): PieceRow[] {
  const byRow = ys.slice(1).map((): PieceCell[] => []);
  for (const [row, cell] of cells) byRow[row]?.push(cell);
  return byRow.map((own, row) => ({
    page,
    top: ys[row] ?? 0,
    bottom: ys[row + 1] ?? 0,
    cells: own.sort((a, b) => a.column - b.column),
  }));
}
