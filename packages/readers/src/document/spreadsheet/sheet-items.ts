import { type FlowItem, type FlowLine, flowLine, type SourceCell } from "../../grid/flow.ts";
import { isLabelled, rowLine } from "../../grid/title-rows.ts";
import { NOTE } from "../../pdf/assemble.ts";
import { LABEL } from "../../pdf/captions.ts";
import type { SheetRow, SheetRows } from "./sheet-rows.ts";

/** The tables of a sheet, one under another, and the lines above, between and below them. */
export function sheetItems({ rows, width }: SheetRows): FlowItem[] {
  const items: FlowItem[] = [];
  let at = 0;
  while (at < rows.length) {
    const start = findRow(rows, at, (row) => isTableRow(row));
    for (const row of rows.slice(at, start)) items.push(...linesOf(row, width));
    if (start === rows.length) break;
    const end = tableEnd(rows, start, width);
    items.push(tableOf(rows.slice(start, end)));
    at = end;
  }
  return items;
}

function findRow(rows: readonly SheetRow[], from: number, is: (row: SheetRow) => boolean): number {
  for (let at = from; at < rows.length; at++) {
    const row = rows[at];
    if (row !== undefined && is(row)) return at;
  }
  return rows.length;
}

/** Two texts or more beside each other, unless they are "name: value" pairs above a table. */
function isTableRow({ filled }: SheetRow): boolean {
  if (filled.length < 2) return false;
  return filled.length > 3 || !isLabelled(filled);
}

const TITLE = /.{4}表(?:\s*[（(][^（）()]*[）)])*$/;
const LONGEST_TITLE = 100;
const UNIT = /单\s*位\s*[:：]\s*(?:人民币)?[百千万亿]?元/;

/** Where the table that begins here ends: at the title of the next one, or where only lines are left. */
function tableEnd(rows: readonly SheetRow[], start: number, width: number): number {
  const next = findRow(rows, start + 1, (row) => beginsAnother(row, width));
  let end = next;
  while (end > start + 1 && isTitleAbove(rows, end - 1)) end--;
  while (end > start + 1 && isLineBelow(rows[end - 1], width)) end--;
  return end;
}

function beginsAnother(row: SheetRow, width: number): boolean {
  const [first, ...others] = row.filled;
  if (first === undefined) return false;
  if (others.length > 0)
    return others.length < 3 && isLabelled(row.filled) && others.some((cell) => UNIT.test(cell.text));
  if (LABEL.test(first.text) || UNIT.test(first.text)) return true;
  return first.text.length <= LONGEST_TITLE && TITLE.test(first.text) && (row.apart || isWide(first, width));
}

const ATTACHMENT = /^附[件表]\s*[\d一二三四五六七八九十]*\s*[:：]?$/;

/** The lines between the last row of a table and the place where the next one is known to begin. */
function isTitleAbove(rows: readonly SheetRow[], at: number): boolean {
  const [first, ...others] = rows[at]?.filled ?? [];
  if (first === undefined || others.length > 0 || first.text.length > LONGEST_TITLE) return false;
  return TITLE.test(first.text) || ATTACHMENT.test(first.text);
}

/** A total alone in its row is no text below the table. */
const LONGEST_LABEL = 30;

/** A text over the whole width, or a note, after the last row of a table. */
function isLineBelow(row: SheetRow | undefined, width: number): boolean {
  const [first, ...others] = row?.filled ?? [];
  if (first === undefined) return true;
  if (others.length > 0) return row !== undefined && !isTableRow(row);
  const isText = /[:：。]/.test(first.text) || first.text.length > LONGEST_LABEL;
  return NOTE.test(first.text) || isWide(first, width) || (row?.apart === true && isText);
}

function isWide({ column, colSpan }: SourceCell, width: number): boolean {
  return column === 0 && colSpan > 1 && colSpan >= width;
}

/** A cell with several lines is several lines. */
function linesOf(row: SheetRow, width: number): FlowLine[] {
  const [first, ...others] = row.filled;
  if (first === undefined) return [];
  if (others.length > 0 || !first.text.includes("\n")) return [rowLine(row.cells, width)];
  const place = first.place === undefined ? {} : { place: first.place };
  return first.text.split("\n").map((text) => flowLine(text, { parts: [text], ...place }));
}

/** The columns that the table uses, counted from its own left edge. */
function tableOf(rows: readonly SheetRow[]): FlowItem {
  const filled = rows.flatMap((row) => row.filled);
  const left = filled.reduce((least, cell) => Math.min(least, cell.column), Number.POSITIVE_INFINITY);
  const right = filled.reduce((most, cell) => Math.max(most, cell.column + cell.colSpan), 0);
  const place = filled[0]?.place;
  return {
    kind: "table",
    width: right - left,
    titles: [],
    rows: rows.map((row, index) =>
      row.cells
        .filter((cell) => cell.column >= left && cell.column < right)
        .map((cell) => ({
          ...cell,
          column: cell.column - left,
          colSpan: Math.min(cell.colSpan, right - cell.column),
          rowSpan: Math.min(cell.rowSpan, rows.length - index),
        })),
    ),
    ...(place !== undefined && { place }),
  };
}
