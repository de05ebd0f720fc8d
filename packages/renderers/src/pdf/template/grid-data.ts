import { TONES } from "../../tones.ts";
import { breakWords } from "../layout/break-words.ts";
import { CELL_PADDING } from "../layout/column-widths.ts";
import { type FittedGrid, textWidth } from "../layout/fit-grid.ts";
import { fitTitle } from "../layout/fit-title.ts";
import type { Advance } from "../layout/measure.ts";
import { isStrong, linesIn, type MeasuredCell } from "../layout/measure-cells.ts";
import { cut, tidy } from "./tidy.ts";

interface Tools {
  readonly advance: Advance;
  readonly depth: number;
}

/** Characters that surely stand on a line above or below a table. */
const LINE = 18;
/** 小二, or 三号 where that saves a line. */
const CAPTION_SIZES = [18, 16];
/** A row of more lines than this may go over a page break; shorter ones stay whole. */
const MOST_LINES_KEPT_TOGETHER = 12;

/** A fitted grid as the template reads it; lengths in points, or in em of the table's type size. */
export function gridData(fitted: FittedGrid, { advance, depth }: Tools): unknown {
  const { grid, rows, size, widths, rowPadding } = fitted;
  const line = (text = "") => cut(text, LINE, advance);
  const headerRows = Math.min(grid.headerRows, rows.length);
  const cells = rows.map((row) => {
    const long = row.some((cell) => linesIn(cell, textWidth(cell, widths)) > MOST_LINES_KEPT_TOGETHER);
    return row.map((cell) => cellData(cell, { fitted, advance, breakable: long || cell.rowSpan > 1 }));
  });
  return {
    type: "grid",
    label: line(grid.label),
    caption: line(grid.caption),
    title: fitTitle(tidy(grid.caption), advance, { sizes: CAPTION_SIZES, width: fitted.paper.width }),
    depth,
    aboveLeft: line(grid.aboveLeft),
    aboveRight: line(grid.aboveRight),
    size,
    aligns: grid.columns.map(({ align }) => align),
    widths: widths.map((width) => width * size),
    padding: { x: CELL_PADDING * size, y: rowPadding * size },
    header: cells.slice(0, headerRows).flat(),
    body: cells.slice(headerRows).flat(),
    below: grid.below.map(line),
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
  const colours = cell.tone === undefined ? {} : TONES[cell.tone];
  const own = { colSpan, rowSpan, align, indent: cell.indent ?? 0, strong, breakable, ...colours };
  return JSON.stringify(own) === JSON.stringify(plain) ? text : { text, ...own };
}
