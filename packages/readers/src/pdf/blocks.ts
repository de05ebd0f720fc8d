import type { Cell, Grid, GridColumn, Heading, Paragraph } from "@mingzhang/core";
import { isAmount, isFigure } from "./cellText.ts";
import { roundBox } from "./geometry.ts";
import { cellNumber } from "./number.ts";
import type { TextBlock } from "./paragraphs.ts";
import type { Table, TableCell, TableRow } from "./table.ts";

/** Sizes of a document's text that are plainly larger than its body, the largest first. */
export interface TypeScale {
  readonly body: number;
  readonly headings: readonly number[];
}

const LARGER = 1.18;

/** Reads the body size from where most of the text is; every plainly larger size is a heading's. */
export function typeScaleOf(blocks: readonly TextBlock[]): TypeScale {
  const amounts = new Map<number, number>();
  for (const { size, text } of blocks) {
    const key = Math.round(size * 2) / 2;
    amounts.set(key, (amounts.get(key) ?? 0) + text.length);
  }
  const body = [...amounts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  return {
    body,
    headings: [...amounts.keys()].filter((size) => size >= LARGER * body).sort((a, b) => b - a),
  };
}

const LONGEST_HEADING = 50;
/** How numbered headings begin: 一、 and （一）. */
export const SECTION = /^[一二三四五六七八九十]{1,3}、|^第[一二三四五六七八九十]{1,3}部分/;
export const SUBSECTION = /^[（(][一二三四五六七八九十]{1,3}[）)]/;

/** A heading where size or numbering makes it plain, otherwise a paragraph. */
export function textBlock(block: TextBlock, scale: TypeScale, id: string): Heading | Paragraph {
  const { text, page, box } = block;
  const place = { kind: "page", page, box: roundBox(box) } as const;
  const level = headingLevel(block, scale);
  if (level !== undefined) return { type: "heading", level, text, id, place };
  return { type: "paragraph", children: [{ text }], place };
}

function headingLevel({ text, size, lines }: TextBlock, scale: TypeScale): 1 | 2 | 3 | undefined {
  if (text.length > LONGEST_HEADING || lines > 3 || /[。；，,;…]|\.{4}/.test(text)) return undefined;
  const larger = scale.headings.findIndex((heading) => Math.abs(heading - size) < 0.6);
  if (SUBSECTION.test(text) && !/[\d：:]/.test(text)) return 3;
  if (SECTION.test(text) && !/[：:]/.test(text)) return larger === 0 ? 1 : 2;
  if (larger === -1 || !/\p{Letter}/u.test(text)) return undefined;
  return larger === 0 ? 1 : larger === 1 ? 2 : 3;
}

/** A table as a Grid; each cell keeps the page and the box where it is printed. */
export function gridBlock(table: Table, id: string): Grid {
  const columns = gridColumns(table);
  return {
    type: "grid",
    id,
    caption: table.caption,
    ...(table.label !== undefined && { label: table.label }),
    ...(table.aboveLeft !== undefined && { aboveLeft: table.aboveLeft }),
    ...(table.aboveRight !== undefined && { aboveRight: table.aboveRight }),
    columns,
    headerRows: table.headerRows,
    rows: table.rows.map((row, index) => gridRow(row, { table, columns, header: index < table.headerRows })),
    below: table.below,
    orientation: table.landscape ? "landscape" : "portrait",
    place: { kind: "page", page: table.page, box: roundBox(table.box) },
  };
}

function gridColumns({ xs, rows, headerRows }: Table): GridColumn[] {
  return xs.slice(1).map((right, column) => {
    const texts = rows
      .slice(headerRows)
      .flatMap((row) => row.cells.filter((cell) => cell.column === column && cell.text !== ""))
      .map((cell) => cell.text);
    const figures = texts.filter((text) => isFigure(text)).length;
    const amounts = texts.some((text) => isAmount(text));
    const align = amounts && figures * 2 > texts.length ? "right" : "left";
    return { id: `column-${column + 1}`, width: Math.round((right - (xs[column] ?? 0)) * 10) / 10, align };
  });
}

interface RowContext {
  readonly table: Table;
  readonly columns: readonly GridColumn[];
  readonly header: boolean;
}

function gridRow(row: TableRow, { columns, header }: RowContext): Cell[] {
  const label = header ? undefined : row.cells.find((cell) => /\p{Script=Han}/u.test(cell.text));
  return row.cells.map((cell): Cell => {
    const figures = !header && columns[cell.column]?.align === "right";
    const number = figures ? cellNumber(cell.text) : undefined;
    return {
      text: cell.text,
      ...(cell.colSpan > 1 && { colSpan: cell.colSpan }),
      ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
      ...(header && { header: "column" as const }),
      ...(number !== undefined && { number }),
      ...indentOf(cell, cell === label),
      place: { kind: "page", page: cell.page, box: roundBox(cell.box) },
    };
  });
}

/** Two em of indentation are one step of a hierarchy; centred labels are none. */
function indentOf(cell: TableCell, isLabel: boolean): { indent?: number } {
  const indent = Math.round(cell.inset / 2);
  return isLabel && indent > 0 && cell.inset < MOST_INSET ? { indent } : {};
}

const MOST_INSET = 9;
