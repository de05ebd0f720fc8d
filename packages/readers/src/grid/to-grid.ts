import type { Cell, Grid, GridColumn } from "@mingzhang/core";
import { isAmount, isFigure, joinLines } from "../pdf/cellText.ts";
import { cellNumber } from "../pdf/number.ts";
import type { Surroundings } from "../pdf/table.ts";
import type { FlowTable, SourceCell, SourceRow } from "./flow.ts";
import { headerRowsOf } from "./header-rows.ts";

/** A table of a file as a Grid, with what is printed around it. */
export function toGrid(table: FlowTable, around: Surroundings, id: string): Grid {
  const headerRows = Math.min(table.headerRows ?? headerRowsOf(table.rows), table.rows.length);
  const columns = gridColumns(table, headerRows);
  return {
    type: "grid",
    id,
    caption: around.caption,
    ...(around.label !== undefined && { label: around.label }),
    ...(around.aboveLeft !== undefined && { aboveLeft: around.aboveLeft }),
    ...(around.aboveRight !== undefined && { aboveRight: around.aboveRight }),
    ...(table.name !== undefined && { shortName: table.name }),
    ...(table.hidden === true && { hidden: true }),
    columns,
    headerRows,
    rows: table.rows.map((row, index) => gridRow(row, columns, index < headerRows)),
    below: around.below,
    orientation: table.landscape === true ? "landscape" : "portrait",
    ...(table.place !== undefined && { place: table.place }),
  };
}

/** A column with amounts, most of whose texts are figures, is printed to the right. */
function gridColumns({ width, rows }: FlowTable, headerRows: number): GridColumn[] {
  const counts = Array.from({ length: width }, () => ({ filled: 0, figures: 0, amounts: 0 }));
  for (const { column, text } of rows.slice(headerRows).flat()) {
    const count = counts[column];
    if (count === undefined || text === "") continue;
    count.filled++;
    if (isFigure(text)) count.figures++;
    if (isAmount(text)) count.amounts++;
  }
  return counts.map(({ filled, figures, amounts }, column) => ({
    id: `column-${column + 1}`,
    width: 1,
    align: amounts > 0 && figures * 2 > filled ? "right" : "left",
  }));
}

function gridRow(row: SourceRow, columns: readonly GridColumn[], isHeader: boolean): Cell[] {
  return row.map((cell) => gridCell(cell, columns[cell.column]?.align === "right", isHeader));
}

function gridCell(cell: SourceCell, isFigureColumn: boolean, isHeader: boolean): Cell {
  const { colSpan, rowSpan, indent, strong, place } = cell;
  const number = isHeader ? undefined : (cell.number ?? (isFigureColumn ? cellNumber(cell.text) : undefined));
  const header = isHeader ? "column" : cell.header;
  return {
    text: isHeader ? oneLine(cell.text) : cell.text,
    ...(colSpan > 1 && { colSpan }),
    ...(rowSpan > 1 && { rowSpan }),
    ...(header !== undefined && { header }),
    ...(indent !== undefined && indent > 0 && indent <= DEEPEST && { indent }),
    ...(strong === true && { strong }),
    ...(number !== undefined && { number }),
    ...(place !== undefined && { place }),
  };
}

/** More blanks than this centre a text. */
const DEEPEST = 9;

/** The lines of a header cell are one text that was wrapped. */
function oneLine(text: string): string {
  return text.split("\n").reduce((whole, next) => joinLines({ text: whole, next: next.trim(), full: false }));
}
