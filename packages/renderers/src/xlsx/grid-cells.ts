import type { Grid, Cell as GridCell } from "@mingzhang/core";
import type { Cell, CellValue, FormulaValue, Style } from "../workbook/index.ts";
import { type Figure, toFigure } from "./figure.ts";
import { FONT_SIZE, type Looks } from "./looks.ts";
import type { PlacedCell } from "./placing.ts";

/** The cells of a grid's rows, every position bordered: a covered position of a span keeps the style of its cell. */
export function gridCells(
  grid: Grid,
  placed: readonly PlacedCell[],
  { count, totals, looks }: { count: number; totals: ReadonlyMap<string, FormulaValue>; looks: Looks },
): Cell[][] {
  const blank = { style: looks.of(RULED) };
  const rows = grid.rows.map(() => Array.from({ length: count }, (): Cell => blank));
  for (const place of placed) {
    const figure = toFigure(place.cell);
    const style = looks.of(styleOf(place.cell, grid.columns[place.column]?.align, figure));
    for (let row = place.row; row < place.row + place.rowSpan; row++) {
      rows[row]?.fill({ style }, place.column, place.column + place.columnSpan);
    }
    const value = cellValue(place, figure, totals);
    const numberFormat = figure?.numberFormat;
    rows[place.row]?.splice(place.column, 1, {
      style,
      ...(value !== undefined && { value }),
      ...(numberFormat !== undefined && { numberFormat }),
    });
  }
  return rows;
}

const RULED = { font: { size: FONT_SIZE.table }, border: "all", vertical: "center" } satisfies Style;

function styleOf(cell: GridCell, columnAlign: GridCell["align"], figure: Figure | undefined): Style {
  const isColumnHeader = cell.header === "column";
  const horizontal = cell.align ?? (isColumnHeader ? "center" : (columnAlign ?? "left"));
  return {
    ...RULED,
    font: { ...RULED.font, ...((cell.strong || isColumnHeader) && { bold: true }) },
    horizontal,
    ...(figure === undefined && { wrap: true }),
    ...(cell.indent && horizontal === "left" && { indent: Math.min(cell.indent, MOST_INDENT) }),
  };
}

/** Deeper than this a spreadsheet does not indent. */
const MOST_INDENT = 15;

function cellValue(
  { cell, row, column }: PlacedCell,
  figure: Figure | undefined,
  totals: ReadonlyMap<string, FormulaValue>,
): CellValue | undefined {
  if (cell.text === "") return undefined;
  return totals.get(`${row},${column}`) ?? (figure === undefined ? cell.text : { number: figure.number });
}
