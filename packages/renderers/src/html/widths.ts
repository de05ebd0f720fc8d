import type { Grid } from "@mingzhang/core";
import type { PlacedCell } from "./layout.ts";

/** Longest run of text, in em, that a column of words is kept wide enough for; the rest wraps. */
const wrapWords = 12;
/** Head cells wrap onto about this many lines. */
const headLines = 3;
const padding = 1.3;

/** Width in em at the table's size: a Chinese character counts 1, anything else a bit over a half. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.58;
  return width;
}

function cellWidth({ cell, row }: PlacedCell, headerRows: number): number {
  const width = textWidth(cell.text);
  if (cell.number !== undefined) return width;
  if (row < headerRows) return Math.min(width, Math.max(4.5, width / headLines));
  return Math.min(width + (cell.indent ?? 0), wrapWords);
}

/** The least width of a whole table, in em: below it the table scrolls instead of breaking words apart. */
export function leastWidth(grid: Grid, rows: readonly (readonly PlacedCell[])[]): number {
  const widths = grid.columns.map(() => 2);
  for (const placed of rows.flat()) {
    if (placed.colSpan > 1) continue;
    const width = cellWidth(placed, grid.headerRows);
    widths[placed.column] = Math.max(widths[placed.column] ?? 0, width);
  }
  return Math.ceil(widths.reduce((sum, width) => sum + width + padding, 0));
}

/** Each column's share of the table, in whole per cent. */
export function columnShares(grid: Grid): number[] {
  const total = grid.columns.reduce((sum, column) => sum + column.width, 0);
  return grid.columns.map(({ width }) => Math.max(1, Math.round((100 * width) / (total || 1))));
}
