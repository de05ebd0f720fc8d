import type { Cell, Grid } from "@mingzhang/core";

/** A cell at its position in the grid, its spans cut to the part of the table (head or body) it starts in. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** The cells of each row with the grid column they start in. */
export function placeCells(grid: Grid): PlacedCell[][] {
  const taken = new Set<string>();
  return grid.rows.map((cells, row) => {
    const end = row < grid.headerRows ? grid.headerRows : grid.rows.length;
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row},${column}`)) column += 1;
      const placed = {
        cell,
        row,
        column,
        colSpan: Math.max(1, cell.colSpan ?? 1),
        rowSpan: Math.min(Math.max(1, cell.rowSpan ?? 1), end - row),
      };
      occupy(taken, placed);
      column += placed.colSpan;
      return placed;
    });
  });
}

function occupy(taken: Set<string>, placed: PlacedCell): void {
  for (let row = placed.row + 1; row < placed.row + placed.rowSpan; row += 1)
    for (let column = placed.column; column < placed.column + placed.colSpan; column += 1)
      taken.add(`${row},${column}`);
}
