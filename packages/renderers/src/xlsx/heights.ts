import { FONT_SIZE, linesHeight } from "./looks.ts";
import { INDENT_WIDTH } from "./page.ts";
import type { PlacedCell } from "./placing.ts";
import { countLines } from "./text-size.ts";

const LOWEST = 20;
/** A table is printed smaller than the font that column widths are measured in. */
const CHARACTERS_PER_WIDTH = 1.05;

/** Row heights in points in which every wrapped text of the grid shows; a spanning text grows its last row. */
export function rowHeights(
  placed: readonly PlacedCell[],
  widths: readonly number[],
  count: number,
): number[] {
  const heights = Array.from({ length: count }, () => LOWEST);
  const byEnd = placed.toSorted((a, b) => a.row + a.rowSpan - (b.row + b.rowSpan));
  for (const place of byEnd) {
    const last = place.row + place.rowSpan - 1;
    let above = 0;
    for (let row = place.row; row < last; row++) above += heights[row] ?? LOWEST;
    heights[last] = Math.max(heights[last] ?? LOWEST, heightOf(place, widths) - above);
  }
  return heights;
}

function heightOf({ cell, column, columnSpan }: PlacedCell, widths: readonly number[]): number {
  let width = -1;
  for (let at = column; at < column + columnSpan; at++) width += widths[at] ?? 0;
  const capacity = (width - (cell.indent ?? 0) * INDENT_WIDTH) * CHARACTERS_PER_WIDTH;
  return linesHeight(countLines(cell.text, capacity), FONT_SIZE.table);
}
