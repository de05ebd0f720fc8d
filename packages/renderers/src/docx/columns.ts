import type { Grid } from "@mingzhang/core";
import type { Slot, SlotGrid } from "./slots.ts";
import { widestToken, width } from "./text-width.ts";

/** Font sizes of tables in half-points, largest first: 五号, 小五, 8 pt, 六号, 小六, 七号, 八号. */
export const GRID_SIZES = [21, 18, 16, 15, 13, 11, 10] as const;
export type GridSize = (typeof GRID_SIZES)[number];

/** Left and right inside a cell, each, in twips. */
export const CELL_PADDING = 50;

/** Room for the difference between the widths that are foreseen and those of the fonts at hand. */
const TOLERANCE = 1.08;
/** A longer run (an address, say) may break, so that it does not shrink the whole table. */
const LONGEST_TOKEN = 12;
/** Text of up to four ideographs stays on one line. */
const SHORTEST_LINE = 4;
/** In how many lines a column heading and a name should go; a longer text than the second is no name. */
const HEADER_LINES = 5;
const NAME_LINES = 3;
const LONGEST_NAME = 24;

/** Above and below the text of a cell, each, in twips. */
export const ROW_PADDING = 40;

export interface ColumnFit {
  readonly size: GridSize;
  /** Twips; they add up to the table's width. */
  readonly widths: readonly number[];
}

/** The largest font at which no figure breaks over two lines, and widths near those that the grid asks for. */
export function fitColumns(grid: Grid, slots: SlotGrid, total: number): ColumnFit {
  const ems = neededEms(slots, grid.headerRows);
  const asked = ems.map((_, column) => Math.max(grid.columns[column]?.width ?? 10, 0.1));
  const needed = (size: number) => ems.map((em) => em * TOLERANCE * size * 10 + 2 * CELL_PADDING);
  const size =
    GRID_SIZES.find((candidate) => sum(needed(candidate)) <= total) ??
    GRID_SIZES[GRID_SIZES.length - 1] ??
    11;
  return { size, widths: distribute(asked, needed(size), total) };
}

/** The least width of each column in ems of the table's font. */
function neededEms(slots: SlotGrid, headerRows: number): number[] {
  const ems = Array.from({ length: slots.columnCount }, () => 1);
  for (const [index, row] of slots.rows.entries()) {
    for (const slot of row) {
      if (slot.continued) continue;
      const share = neededBy(slot, index < headerRows) / slot.columnSpan;
      for (let column = slot.column; column < slot.column + slot.columnSpan; column += 1) {
        ems[column] = Math.max(ems[column] ?? 0, share);
      }
    }
  }
  return ems;
}

function neededBy({ cell }: Slot, heading: boolean): number {
  const token = Math.min(widestToken(cell.text), LONGEST_TOKEN);
  const length = width(cell.text);
  const perLine = heading ? length / HEADER_LINES : Math.min(length, LONGEST_NAME) / NAME_LINES;
  return (cell.indent ?? 0) + Math.max(token, Math.ceil(perLine), Math.min(length, SHORTEST_LINE));
}

/** Shares the total in the proportions asked for, but gives no column less than it needs while there is room. */
function distribute(asked: readonly number[], needed: readonly number[], total: number): number[] {
  const scale = Math.min(1, total / sum(needed));
  const least = needed.map((value) => value * scale);
  const fixed = new Set<number>();
  for (;;) {
    const rest = total - sum(least.filter((_, column) => fixed.has(column)));
    const parts = sum(asked.filter((_, column) => !fixed.has(column)));
    const share = (column: number) => ((asked[column] ?? 0) * rest) / parts;
    const short = least.findIndex((value, column) => !fixed.has(column) && share(column) < value);
    if (short === -1)
      return wholeTwips(
        least.map((value, column) => (fixed.has(column) ? value : share(column))),
        total,
      );
    fixed.add(short);
  }
}

/** Rounded so that the sum stays exact; the last column takes the remainder. */
function wholeTwips(widths: readonly number[], total: number): number[] {
  const rounded = widths.map((value) => Math.floor(value));
  const last = rounded.length - 1;
  return rounded.map((value, column) => (column === last ? value + total - sum(rounded) : value));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
