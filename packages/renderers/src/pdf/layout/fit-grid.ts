import type { Grid } from "@mingzhang/core";
import { CELL_PADDING, type Demand, demandOf, shares, spanWidth, sum } from "./column-widths.ts";
import type { Advance } from "./measure.ts";
import { linesIn, type MeasuredCell, measureCells } from "./measure-cells.ts";
import { LANDSCAPE, LARGE_LANDSCAPE, type Paper, PORTRAIT } from "./paper.ts";

/** How a grid is printed so that nothing is clipped: on which sheet, in which size, how wide each column. */
export interface FittedGrid {
  readonly grid: Grid;
  readonly rows: readonly (readonly MeasuredCell[])[];
  readonly paper: Paper;
  /** Type size in points. */
  readonly size: number;
  /** Column widths in em of that size. */
  readonly widths: readonly number[];
  /** Space above and below a cell's text, in em. */
  readonly rowPadding: number;
  /** Estimated height of everything from label to notes, in points. */
  readonly height: number;
}

/** 五号 down to 7 pt, below which print is not legible. */
const LARGEST = 10.5;
export const SMALLEST = 7;
/** A table too wide for one line a cell takes this size, so that its columns are not slivers of large type. */
const LARGEST_WRAPPED = 9;
/** A table is not made smaller than this only to save pages, and only where it saves a quarter of them. */
const SMALLEST_TO_SAVE_PAGES = 8;
const WORTH_SAVING = 0.75;
/** Beyond so many pages only the smallest size is tried: the search costs time and a half point no longer matters. */
const FEW_PAGES = 3;
const ROOMY = 0.5;
const TIGHT = 0.32;
const MOST_TIGHT_PAGES = 2;
/** Distance between the lines of a cell, in em. */
const LINE_GAP = 0.3;

/** `reserved` is the height in points of the headings that share the table's first page. */
export function fitGrid(grid: Grid, advance: Advance, reserved = 0): FittedGrid {
  const rows = measureCells(grid, advance);
  const demand = demandOf(grid, rows);
  const needed = sum(demand.least);
  const papers = [...(grid.orientation === "portrait" ? [PORTRAIT] : []), LANDSCAPE, LARGE_LANDSCAPE];
  const paper = papers.find(({ width }) => needed * SMALLEST <= width) ?? LARGE_LANDSCAPE;
  const wrapless = paper.width / sum(demand.natural);
  const limit = Math.min(paper.width / needed, Math.max(wrapless, LARGEST_WRAPPED));
  const sizes = sizesUpTo(limit);
  const fit = (size: number, rowPadding: number) => fitAt({ grid, rows, demand, paper, size, rowPadding });
  const comfortable = fit(sizes[0] ?? limit, ROOMY);
  const pages = (fitted: FittedGrid) => Math.ceil((fitted.height + reserved) / paper.height);
  if (pages(comfortable) === 1) return comfortable;
  const worthwhile = WORTH_SAVING * pages(comfortable);
  const smaller = sizes.filter((size) => size >= SMALLEST_TO_SAVE_PAGES);
  for (const size of pages(comfortable) > FEW_PAGES ? smaller.slice(-1) : smaller) {
    const roomy = fit(size, ROOMY);
    if (pages(roomy) <= worthwhile) return roomy;
    const tight = fit(size, TIGHT);
    if (pages(tight) <= Math.min(worthwhile, MOST_TIGHT_PAGES)) return tight;
  }
  return comfortable;
}

/** Sizes from the largest to the smallest, none beyond `limit`; the limit itself where all are. */
function sizesUpTo(limit: number): number[] {
  const sizes: number[] = [];
  for (let size = LARGEST; size >= SMALLEST; size -= 0.5) if (size <= limit) sizes.push(size);
  return sizes.length > 0 ? sizes : [limit];
}

/** The width in em that a cell's text has. */
export function textWidth(cell: MeasuredCell, widths: readonly number[]): number {
  return Math.max(1, spanWidth(cell, widths) - 2 * CELL_PADDING - (cell.cell.indent ?? 0));
}

type Candidate = Omit<FittedGrid, "widths" | "height"> & { readonly demand: Demand };

/** Takes the grid's own proportions unless its text needs fewer lines in others. */
function fitAt({ demand, ...candidate }: Candidate): FittedGrid {
  const { grid, size, paper } = candidate;
  const [own, other] = shares(grid, demand, paper.width / size).map((widths) => {
    const height = rowsHeight(candidate, widths) * size + linesAround(grid);
    return { ...candidate, widths, height };
  }) as [FittedGrid, FittedGrid];
  return other.height < own.height ? other : own;
}

function rowsHeight({ rows, rowPadding }: Omit<Candidate, "demand">, widths: readonly number[]): number {
  const heights = rows.map(() => 2 * rowPadding + 1);
  for (const [row, cells] of rows.entries()) {
    for (const cell of cells) {
      const lines = linesIn(cell, textWidth(cell, widths));
      const last = row + cell.rowSpan - 1;
      const held = cell.rowSpan === 1 ? (heights[row] ?? 0) : sum(heights.slice(row, last + 1));
      const lacking = lines + (lines - 1) * LINE_GAP + 2 * rowPadding - held;
      if (lacking > 0) heights[last] = (heights[last] ?? 0) + lacking;
    }
  }
  return sum(heights);
}

/** Label, caption, the line above and the notes, as the template sets them, in points. */
function linesAround(grid: Grid): number {
  const label = grid.label === undefined ? 0 : 29;
  const above = grid.aboveLeft === undefined && grid.aboveRight === undefined ? 0 : 20;
  return label + 44 + above + grid.below.length * 16;
}
