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
  const cells = rows.map((row) => {
    const long = row.some((cell) => linesIn(cell, textWidth(cell, widths)) > MOST_LINES_KEPT_TOGETHER);
    return row.map((cell) => cellData(cell, { fitted, advance, breakable: long || cell.rowSpan > 1 }));
  });
  return {
    type: "grid",
    label: cut(grid.label ?? ""),
    caption: cut(grid.caption),
    depth,
    aboveLeft: cut(grid.aboveLeft ?? ""),
    aboveRight: cut(grid.aboveRight ?? ""),
    size,
    aligns: grid.columns.map(({ align }) => align),
    widths: widths.map((width) => width * size),
    padding: { x: CELL_PADDING * size, y: rowPadding * size },
    header: cells.slice(0, headerRows).flat(),
    body: cells.slice(headerRows).flat(),
    below: grid.below.map(cut),
  };
}

interface CellContext {
  readonly fitted: FittedGrid;
  readonly advance: Advance;
  readonly breakable: boolean;
}

/** What differs from a plain cell of its column; a plain cell is its text alone. */
function cellData(measured: MeasuredCell, { fitted, advance, breakable }: CellContext): unknown {
  const { cell, column, colSpan, rowSpan } = measured;
  const strong = isStrong(cell);
  const text = breakWords(tidy(cell.text), textWidth(measured, fitted.widths), { advance, strong });
  const columnAlign = fitted.grid.columns[column]?.align ?? "left";
  const align = cell.align ?? (cell.header === "column" ? "center" : columnAlign);
  const plain = { colSpan: 1, rowSpan: 1, align: columnAlign, indent: 0, strong: false, breakable: false };
  const own = { colSpan, rowSpan, align, indent: cell.indent ?? 0, strong, breakable };
  return JSON.stringify(own) === JSON.stringify(plain) ? text : { text, ...own };
}
