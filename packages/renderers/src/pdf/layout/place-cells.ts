import type { Cell, Grid } from "@mingzhang/core";

/** A cell with its position, its spans cut to what the grid can hold. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/**
 * The rows of a grid as positions that cover it exactly: cells without room are dropped, holes are filled with
 * blanks, and no span leaves the header rows or the grid. The typesetter refuses anything less.
 */
export function placeCells(grid: Grid): PlacedCell[][] {
  const width = grid.columns.length;
  /** For each column, up to which row (exclusive) a span from above covers it. */
  const coveredUntil = new Array<number>(width).fill(0);
  return grid.rows.map((cells, row) => {
    const end = row < grid.headerRows ? Math.min(grid.headerRows, grid.rows.length) : grid.rows.length;
    const waiting = [...cells];
    const placed: PlacedCell[] = [];
    for (let column = 0; column < width; column++) {
      if ((coveredUntil[column] ?? 0) > row) continue;
      const cell = waiting.shift() ?? { text: "" };
      const colSpan = freeColumns(coveredUntil, { row, column, wanted: cell.colSpan ?? 1 });
      const rowSpan = Math.max(1, Math.min(cell.rowSpan ?? 1, end - row));
      coveredUntil.fill(row + rowSpan, column, column + colSpan);
      placed.push({ cell, column, colSpan, rowSpan });
      column += colSpan - 1;
    }
    return placed;
  });
}

interface Wanted {
  readonly row: number;
  readonly column: number;
  readonly wanted: number;
}

function freeColumns(coveredUntil: readonly number[], { row, column, wanted }: Wanted): number {
  let span = 1;
  while (span < wanted && (coveredUntil[column + span] ?? Number.POSITIVE_INFINITY) <= row) span++;
  return span;
}
