import type { Cell, Grid } from "@mingzhang/core";
import { rangeAddress, reference, type Sheet, type Style } from "../workbook/index.ts";
import { toFigure } from "./figure.ts";
import { gridCells } from "./grid-cells.ts";
import { rowHeights } from "./heights.ts";
import { FONT_SIZE, HIGHEST_ROW } from "./looks.ts";
import { printSettings } from "./page.ts";
import { countColumns, type PlacedCell, placeCells } from "./placing.ts";
import { type Making, SheetRows } from "./sheet-rows.ts";
import { liveTotals } from "./sums.ts";
import { textWidth } from "./text-size.ts";
import { columnWidths } from "./widths.ts";

const SMALL = { font: { size: FONT_SIZE.table }, vertical: "center" } satisfies Style;
const LEFT = { ...SMALL, horizontal: "left" } satisfies Style;
const RIGHT = { ...SMALL, horizontal: "right" } satisfies Style;
const NOTE = { ...LEFT, wrap: true } satisfies Style;
const CAPTION = {
  font: { size: FONT_SIZE.caption, bold: true },
  horizontal: "center",
  vertical: "center",
  wrap: true,
} satisfies Style;

/** One sheet in the statutory layout; `contents` is the sheet that the label leads back to. */
export function gridSheet(grid: Grid, name: string, contents: string, making: Making): Sheet {
  const rows = new SheetRows(name, making);
  const bare = placeCells(grid);
  const span = countColumns(grid, bare);
  const top = [grid.label, grid.caption, grid.aboveLeft ?? grid.aboveRight].filter((line) => line).length;
  const placed = bare.map((place) => printablePlace(place, top, rows, making));
  const widths = columnWidths(grid, placed, span);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const back = reference(contents, "A1");
  if (grid.label) rows.line({ text: grid.label, style: LEFT, span, width, link: back });
  if (grid.caption) rows.line({ text: grid.caption, style: CAPTION, span, width });
  if (grid.aboveLeft || grid.aboveRight) addAbove(grid, widths, rows);
  addBody(grid, placed, widths, { rows, making });
  for (const text of grid.below) rows.line({ text, style: NOTE, span, width });
  return { name, columns: widths.map((one) => ({ width: one })), ...frame(grid, rows, span, top) };
}

function frame({ headerRows, orientation }: Grid, rows: SheetRows, span: number, top: number) {
  const titles = headerRows > 0 ? ([top, top + headerRows - 1] as const) : undefined;
  const area = rangeAddress(0, 0, Math.max(rows.next - 1, 0), span - 1);
  return {
    rows: rows.rows,
    merges: rows.merges,
    ...(titles && { frozen: { rows: top + headerRows } }),
    print: printSettings(orientation, area, titles),
  };
}

function printablePlace(place: PlacedCell, top: number, rows: SheetRows, { printable }: Making): PlacedCell {
  const { cell } = place;
  const text = printable.text(cell.text, cell.place ?? rows.place(top + place.row, place.column));
  return text === cell.text ? place : withCell(place, { ...cell, text });
}

function withCell(place: PlacedCell, cell: Cell): PlacedCell {
  return { ...place, cell, figure: toFigure(cell) };
}

/** The line above the grid: the right text gets as many columns as it needs, the left one the rest. */
function addAbove(
  { aboveLeft = "", aboveRight = "" }: Grid,
  widths: readonly number[],
  rows: SheetRows,
): void {
  const last = widths.length - 1;
  let split = last;
  for (
    let room = widths[last] ?? 0;
    room < textWidth(aboveRight) + 2 && split > 1;
    room += widths[split] ?? 0
  ) {
    split--;
  }
  const isAlone = aboveLeft === "" || aboveRight === "" || last === 0;
  if (isAlone) {
    const text = [aboveLeft, aboveRight].filter((part) => part !== "").join("　");
    const style = aboveLeft === "" ? RIGHT : LEFT;
    rows.line({ text, style, span: widths.length, width: widths.reduce((sum, one) => sum + one, 0) });
    return;
  }
  rows.merge({ row: rows.next, column: 0, rowSpan: 1, columnSpan: split });
  rows.merge({ row: rows.next, column: split, rowSpan: 1, columnSpan: last - split + 1 });
  const cells = Array.from({ length: split }, (_, column) =>
    column === 0 ? rows.cell(aboveLeft, 0, LEFT) : undefined,
  );
  rows.add([...cells, rows.cell(aboveRight, split, RIGHT)], 20);
}

function addBody(
  grid: Grid,
  placed: readonly PlacedCell[],
  widths: readonly number[],
  { rows, making }: { rows: SheetRows; making: Making },
): void {
  const top = rows.next;
  const totals = liveTotals(placed, top);
  const heights = rowHeights(placed, widths, grid.rows.length);
  for (const { row, column, rowSpan, columnSpan } of placed) {
    rows.merge({ row: top + row, column, rowSpan, columnSpan });
  }
  gridCells(grid, placed, { count: widths.length, totals, looks: making.looks }).forEach((cells, row) => {
    const height = heights[row] ?? 0;
    if (height > HIGHEST_ROW) making.printable.rowTooHigh(rows.place(top + row, 0));
    rows.add(cells, height);
  });
}
