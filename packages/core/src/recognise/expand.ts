import type { Cell, Grid } from "../document/document.ts";

/** A position of a grid: its cell, and whether the cell starts here or only reaches here by a span. */
export interface Spot {
  readonly cell: Cell;
  readonly origin: boolean;
  /** The row in which the cell starts. */
  readonly row: number;
}

/** The grid as a dense matrix: every position knows the cell that covers it. */
export function expand(grid: Grid): readonly (readonly (Spot | undefined)[])[] {
  const matrix: (Spot | undefined)[][] = grid.rows.map(() => []);
  for (const [row, cells] of grid.rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (matrix[row]?.[column] !== undefined) column++;
      place(matrix, cell, row, column);
      column += cell.colSpan ?? 1;
    }
  }
  return matrix;
}

function place(matrix: (Spot | undefined)[][], cell: Cell, row: number, column: number): void {
  for (let down = 0; down < (cell.rowSpan ?? 1); down++) {
    for (let across = 0; across < (cell.colSpan ?? 1); across++) {
      const line = matrix[row + down];
      if (line !== undefined) line[column + across] = { cell, origin: down === 0 && across === 0, row };
    }
  }
}
