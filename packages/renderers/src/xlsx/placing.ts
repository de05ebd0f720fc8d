import type { Cell, Grid } from "@mingzhang/core";
import { type Figure, toFigure } from "./figure.ts";

/** A cell with its place in the grid; spans never overlap and never leave the grid. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Present where the cell is written as a number. */
  readonly figure: Figure | undefined;
}

/** A page that was read may claim any span; a sheet has no more columns. */
const WIDEST_SPAN = 16_384;

/** Places the cells of a dense grid as HTML does: each in the first free position of its row. */
export function placeCells({ rows }: Pick<Grid, "rows">): PlacedCell[] {
  const placed: PlacedCell[] = [];
  const takenUntil: number[] = [];
  rows.forEach((cells, row) => {
    const isFree = (column: number) => (takenUntil[column] ?? 0) <= row;
    let column = 0;
    for (const cell of cells) {
      while (!isFree(column)) column++;
      let columnSpan = 1;
      const asked = Math.min(cell.colSpan ?? 1, WIDEST_SPAN);
      while (columnSpan < asked && isFree(column + columnSpan)) columnSpan++;
      const rowSpan = Math.min(Math.max(cell.rowSpan ?? 1, 1), rows.length - row);
      placed.push({ cell, row, column, rowSpan, columnSpan, figure: toFigure(cell) });
      for (const end = column + columnSpan; column < end; column++) takenUntil[column] = row + rowSpan;
    }
  });
  return placed;
}

/** How many columns the grid has: those it names, or more where a row is longer. */
export function countColumns(grid: Grid, placed: readonly PlacedCell[]): number {
  return placed.reduce(
    (most, { column, columnSpan }) => Math.max(most, column + columnSpan),
    Math.max(grid.columns.length, 1),
  );
}
