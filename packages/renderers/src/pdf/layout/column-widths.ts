import type { Grid } from "@mingzhang/core";
import type { MeasuredCell } from "./measure-cells.ts";

/** Space left and right of a cell's text, in em of the table's type size. */
export const CELL_PADDING = 0.35;
/** Keeps a figure that fills its column to the last hundredth from being wrapped by rounding. */
const SLACK = 0.05;

type Rows = readonly (readonly MeasuredCell[])[];

/** Per column, in em: what no figure and no word is split at, and what reads well. */
export interface Demand {
  readonly least: readonly number[];
  readonly natural: readonly number[];
}

export function demandOf(grid: Grid, rows: Rows): Demand {
  const least = widest(grid, rows, (cell) => cell.least);
  const natural = widest(grid, rows, (cell) => cell.natural);
  return { least, natural: natural.map((width, column) => Math.max(width, least[column] ?? 0)) };
}

function widest(grid: Grid, rows: Rows, width: (cell: MeasuredCell) => number): number[] {
  const outer = (cell: MeasuredCell) => width(cell) + 2 * CELL_PADDING + SLACK + (cell.cell.indent ?? 0);
  const widths = grid.columns.map(() => 2 * CELL_PADDING + 1);
  const cells = rows.flat();
  for (const cell of cells.filter(({ colSpan }) => colSpan === 1)) {
    widths[cell.column] = Math.max(widths[cell.column] ?? 0, outer(cell));
  }
  for (const cell of cells.filter(({ colSpan }) => colSpan > 1)) {
    const lacking = outer(cell) - spanWidth(cell, widths);
    for (let column = cell.column; lacking > 0 && column < cell.column + cell.colSpan; column++) {
      widths[column] = (widths[column] ?? 0) + lacking / cell.colSpan;
    }
  }
  return widths;
}

/** The width that a cell's columns have together. */
export function spanWidth(cell: { column: number; colSpan: number }, widths: readonly number[]): number {
  let width = 0;
  for (let column = cell.column; column < cell.column + cell.colSpan; column++) width += widths[column] ?? 0;
  return width;
}

/** Ways to share a width out, each summing to `total`: as the grid asks, and as its text needs. */
export function shares(grid: Grid, demand: Demand, total: number): readonly (readonly number[])[] {
  return [byGrid(grid, demand.least, total), byText(demand, total)];
}

function byGrid(grid: Grid, least: readonly number[], total: number): number[] {
  const widths = [...least];
  let open = grid.columns.map((column, index) => ({ index, weight: Math.max(column.width, 0.1) }));
  let rest = total;
  for (;;) {
    const unit = rest / sum(open.map(({ weight }) => weight));
    const narrow = open.filter(({ index, weight }) => unit * weight < (least[index] ?? 0));
    if (narrow.length === 0 || narrow.length === open.length) {
      for (const { index, weight } of open) widths[index] = unit * weight;
      return widths;
    }
    for (const { index } of narrow) rest -= least[index] ?? 0;
    open = open.filter((column) => !narrow.includes(column));
  }
}

function byText({ least, natural }: Demand, total: number): number[] {
  const wanted = sum(natural);
  if (wanted <= total) return natural.map((width) => (width * total) / wanted);
  const held = sum(least);
  const part = held >= total ? 0 : (total - held) / (wanted - held);
  const widths = least.map((width, column) => width + ((natural[column] ?? width) - width) * part);
  return widths.map((width) => (width * total) / sum(widths));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
