import { breakWords } from "../layout/break-words.ts";
import { CELL_PADDING } from "../layout/column-widths.ts";
import { type FittedGrid, textWidth } from "../layout/fit-grid.ts";
import type { Advance } from "../layout/measure.ts";
import { isStrong, linesIn, type MeasuredCell } from "../layout/measure-cells.ts";
import { tidy } from "./data.ts";

interface Tools {
  readonly cut: (text: string) => string;
  readonly advance: Advance;
  readonly depth: number;
}

/** A row of more lines than this may go over a page break; shorter ones stay whole. */
const MOST_LINES_KEPT_TOGETHER = 12;

/** A fitted grid as the template reads it; lengths in points, or in em of the table's type size. */
export function gridData(fitted: FittedGrid, { cut, advance, depth }: Tools): unknown {
  const { grid, rows, size, widths, rowPadding } = fitted;
  const headerRows = Math.min(grid.headerRows, rows.length);
  const cells = rows.map((row) => row.map((cell) => cellData(cell, fitted, advance)));
  return {
    type: "grid",
    label: cut(grid.label ?? ""),
    caption: cut(grid.caption),
    depth,
    aboveLeft: cut(grid.aboveLeft ?? ""),
    aboveRight: cut(grid.aboveRight ?? ""),
    size,
    widths: widths.map((width) => width * size),
    padding: { x: CELL_PADDING * size, y: rowPadding * size },
    header: cells.slice(0, headerRows).flat(),
    body: cells.slice(headerRows).flat(),
    below: grid.below.map(cut),
  };
}

function cellData(measured: MeasuredCell, { grid, widths }: FittedGrid, advance: Advance): unknown {
  const { cell, column, colSpan, rowSpan } = measured;
  const style = { advance, strong: isStrong(cell) };
  const width = textWidth(measured, widths);
  const long = linesIn(measured, width) > MOST_LINES_KEPT_TOGETHER;
  return {
    text: breakWords(tidy(cell.text), width, style),
    colspan: colSpan,
    rowspan: rowSpan,
    align: cell.align ?? (cell.header === "column" ? "center" : (grid.columns[column]?.align ?? "left")),
    indent: cell.indent ?? 0,
    strong: style.strong,
    breakable: long || rowSpan > 1,
  };
}
