import type { Grid, Tone } from "@mingzhang/core";
import { TONES } from "../tones.ts";
import type { Cell, CellValue, Font, FormulaValue, Style } from "../workbook/index.ts";
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
  const styleOf = styler(grid, looks);
  for (const place of placed) {
    const style = styleOf(place);
    for (let row = place.row; row < place.row + place.rowSpan; row++) {
      rows[row]?.fill({ style }, place.column, place.column + place.columnSpan);
    }
    const value = cellValue(place, totals);
    const cells = rows[place.row];
    if (cells === undefined || value === undefined) continue;
    const { figure } = place;
    cells[place.column] =
      figure === undefined ? { value, style } : { value, style, numberFormat: figure.numberFormat };
  }
  return rows;
}

const RULED = { font: { size: FONT_SIZE.table }, border: "all", vertical: "center" } satisfies Style;

/** A large table has few styles, so each is worked out once. */
function styler(grid: Grid, looks: Looks): (place: PlacedCell) => string {
  const known = new Map<string, string>();
  return ({ cell, column, figure }) => {
    const isColumnHeader = cell.header === "column";
    const horizontal = cell.align ?? (isColumnHeader ? "center" : (grid.columns[column]?.align ?? "left"));
    const indent = horizontal === "left" ? Math.min(cell.indent ?? 0, MOST_INDENT) : 0;
    const bold = cell.strong === true || isColumnHeader;
    const wrap = figure === undefined;
    const { tone } = cell;
    const summary = `${horizontal} ${indent} ${bold} ${wrap} ${tone}`;
    const style =
      known.get(summary) ??
      looks.of({ ...RULED, ...toned({ ...RULED.font, bold }, tone), horizontal, indent, wrap });
    known.set(summary, style);
    return style;
  };
}

function toned(font: Font, tone: Tone | undefined): Pick<Style, "font" | "fill"> {
  if (tone === undefined) return { font };
  const { ink, ground } = TONES[tone];
  return { font: { ...font, color: ink }, fill: ground };
}

/** Deeper than this a spreadsheet does not indent. */
const MOST_INDENT = 15;

function cellValue(
  { cell, row, column, figure }: PlacedCell,
  totals: ReadonlyMap<string, FormulaValue>,
): CellValue | undefined {
  if (cell.text === "") return undefined;
  return totals.get(`${row},${column}`) ?? (figure === undefined ? cell.text : { number: figure.number });
}
