import type { Grid } from "@mingzhang/core";
import { INDENT_WIDTH, PAGE_WIDTH } from "./page.ts";
import type { PlacedCell } from "./placing.ts";
import { textWidth, unbrokenWidth } from "./text-size.ts";

/** Room left and right of a text in its cell. */
const PADDING = 2;
const NARROWEST = 4;
/** A word longer than this is broken rather than given a wider column. */
const LONGEST_WORD = 40;
/** The print is rather made smaller by up to an eighth than its labels are broken. */
const MOST_SHRINKING = 8 / 7;
/** Widths up to which labels and column headers stay on one line: the first choice that the page has room for. */
const ONE_LINE = [
  { label: 48, header: 14 },
  { label: 40, header: 14 },
  { label: 32, header: 14 },
  { label: 24, header: 14 },
  { label: 24, header: 10 },
  { label: 24, header: 8 },
  { label: 24, header: 0 },
  { label: 16, header: 0 },
  { label: 0, header: 0 },
] as const;

/**
 * Column widths in half-width characters: the page shared out as the grid asks, but never so narrow that a
 * figure shows as #### or a code breaks, nor, where there is room, that a label wraps. What that takes comes
 * from the columns that have width to spare.
 */
export function columnWidths(grid: Grid, placed: readonly PlacedCell[], count: number): number[] {
  const asked = Array.from({ length: count }, (_, column) =>
    Math.max(grid.columns[column]?.width ?? 10, 0.1),
  );
  const page = PAGE_WIDTH[grid.orientation];
  const shared = asked.map((width) => (width / sum(asked)) * page);
  const least = leastWidths(placed, count, page);
  const pairs = shared.map((width, column) => ({ width, least: least[column] ?? NARROWEST }));
  const lacking = sum(pairs.map(({ width, least }) => Math.max(least - width, 0)));
  const spare = sum(pairs.map(({ width, least }) => Math.max(width - least, 0)));
  const given = spare === 0 ? 0 : Math.min(lacking / spare, 1);
  return pairs.map(({ width, least }) => round(width > least ? width - (width - least) * given : least));
}

function leastWidths(placed: readonly PlacedCell[], count: number, page: number): number[] {
  const figures = widest(placed, count, ({ cell, figure }) =>
    figure === undefined ? Math.min(unbrokenWidth(cell.text), LONGEST_WORD) : textWidth(cell.text),
  );
  const labels = widest(placed, count, ({ cell }) =>
    cell.header === "column" ? 0 : textWidth(cell.text) + (cell.indent ?? 0) * INDENT_WIDTH,
  );
  const headers = widest(placed, count, ({ cell }) => (cell.header === "column" ? textWidth(cell.text) : 0));
  const choices = ONE_LINE.map(({ label, header }) =>
    figures.map((figure, column) =>
      Math.max(figure, Math.min(labels[column] ?? 0, label), Math.min(headers[column] ?? 0, header)),
    ),
  );
  return choices.find((widths) => sum(widths) <= page * MOST_SHRINKING) ?? figures;
}

function widest(
  placed: readonly PlacedCell[],
  count: number,
  widthOf: (place: PlacedCell) => number,
): number[] {
  const widths = Array.from({ length: count }, () => NARROWEST);
  for (const place of placed) {
    if (place.columnSpan > 1) continue;
    widths[place.column] = Math.max(widths[place.column] ?? 0, widthOf(place) + PADDING);
  }
  return widths;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(width: number): number {
  return Math.round(width * 100) / 100;
}
