import type { Cell, Grid } from "@mingzhang/core";

/** One position of a row of a table file: a cell with its span, or the continuation of a cell from the row above. */
export interface Slot {
  readonly cell: Cell;
  readonly column: number;
  readonly columnSpan: number;
  /** How many rows the cell covers from here, 1 for most. */
  readonly rowSpan: number;
  readonly continued: boolean;
}

export interface SlotGrid {
  readonly columnCount: number;
  readonly rows: readonly (readonly Slot[])[];
}

const EMPTY: Cell = { text: "" };

/**
 * A grid's rows with every position filled: spans that reach beyond the grid are cut, missing cells are blank.
 * Word calls a file damaged whose rows do not add up to the same columns.
 */
export function slotsOf(grid: Grid): SlotGrid {
  const open = new Map<number, Slot>();
  const rows: Slot[][] = [];
  let columnCount = grid.columns.length;
  for (const [index, cells] of grid.rows.entries()) {
    const row = placeRow(cells, open, grid.rows.length - index);
    const last = row.at(-1);
    if (last !== undefined) columnCount = Math.max(columnCount, last.column + last.columnSpan);
    rows.push(row);
  }
  for (const row of rows) fill(row, columnCount);
  return { columnCount, rows };
}

/** Puts a row's cells beside those that still reach down into it; `open` then holds those that reach further. */
function placeRow(cells: readonly Cell[], open: Map<number, Slot>, rowsLeft: number): Slot[] {
  const row = [...open.values()].map(
    (slot): Slot => ({ ...slot, rowSpan: slot.rowSpan - 1, continued: true }),
  );
  const taken = new Set(row.flatMap(columnsOf));
  let column = 0;
  for (const cell of cells) {
    while (taken.has(column)) column += 1;
    const columnSpan = freeSpan(column, cell.colSpan ?? 1, taken);
    const rowSpan = Math.max(1, Math.min(cell.rowSpan ?? 1, rowsLeft));
    row.push({ cell, column, columnSpan, rowSpan, continued: false });
    column += columnSpan;
  }
  row.sort((left, right) => left.column - right.column);
  open.clear();
  for (const slot of row) if (slot.rowSpan > 1) open.set(slot.column, slot);
  return row;
}

function freeSpan(column: number, wanted: number, taken: ReadonlySet<number>): number {
  let span = 1;
  while (span < wanted && !taken.has(column + span)) span += 1;
  return span;
}

function fill(row: Slot[], columnCount: number): void {
  const taken = new Set(row.flatMap(columnsOf));
  for (let column = 0; column < columnCount; column += 1) {
    if (!taken.has(column)) row.push({ cell: EMPTY, column, columnSpan: 1, rowSpan: 1, continued: false });
  }
  row.sort((left, right) => left.column - right.column);
}

function columnsOf(slot: Slot): number[] {
  return Array.from({ length: slot.columnSpan }, (_, offset) => slot.column + offset);
}
