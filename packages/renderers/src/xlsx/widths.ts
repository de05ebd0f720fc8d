import type { Grid } from "@mingzhang/core";
import { PAGE_WIDTH } from "./page.ts";
import type { PlacedCell } from "./placing.ts";
import { textWidth, unbrokenWidth } from "./text-size.ts";

/** Room left and right of a text in its cell. */
const PADDING = 2;
const NARROWEST = 4;
/** A word longer than this is broken rather than given a wider column. */
const LONGEST_WORD = 40;

/**
 * Column widths in half-width characters: the page shared out as the grid asks, but never so narrow that a
 * figure shows as #### or a code breaks; what that takes comes from the columns that have room to spare.
 */
export function columnWidths(grid: Grid, placed: readonly PlacedCell[], count: number): number[] {
  const asked = Array.from({ length: count }, (_, column) =>
    Math.max(grid.columns[column]?.width ?? 10, 0.1),
  );
  const total = asked.reduce((sum, width) => sum + width, 0);
  const page = PAGE_WIDTH[grid.orientation];
  const shared = asked.map((width) => (width / total) * page);
  const needed = neededWidths(placed, count);
  const lacking = sum(shared.map((width, column) => Math.max((needed[column] ?? 0) - width, 0)));
  const spare = sum(shared.map((width, column) => Math.max(width - (needed[column] ?? 0), 0)));
  const given = spare === 0 ? 0 : Math.min(lacking / spare, 1);
  return shared.map((width, column) => {
    const least = needed[column] ?? NARROWEST;
    return Math.round((width > least ? width - (width - least) * given : least) * 100) / 100;
  });
}

function neededWidths(placed: readonly PlacedCell[], count: number): number[] {
  const needed = Array.from({ length: count }, () => NARROWEST);
  for (const { cell, column, columnSpan, figure } of placed) {
    if (columnSpan > 1) continue;
    const width =
      figure === undefined ? Math.min(unbrokenWidth(cell.text), LONGEST_WORD) : textWidth(cell.text);
    needed[column] = Math.max(needed[column] ?? 0, width + PADDING);
  }
  return needed;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
