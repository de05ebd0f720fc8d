import type { Place } from "@mingzhang/core";
import { type Cell, cellAddress, type Merge, type Row, type Style } from "../workbook/index.ts";
import { HIGHEST_ROW, type Looks, linesHeight } from "./looks.ts";
import type { Printable } from "./printable.ts";
import { countLines } from "./text-size.ts";

/** What all sheets of one workbook share while they are made. */
export interface Making {
  readonly looks: Looks;
  readonly printable: Printable;
}

export interface Line {
  readonly text: string;
  readonly style: Style;
  /** How many columns the line is merged over, and their width in half-width characters. */
  readonly span: number;
  readonly width: number;
  readonly link?: string;
}

/** The rows of one sheet from top to bottom. */
export class SheetRows {
  readonly rows: Row[] = [];
  readonly merges: Merge[] = [];
  readonly #sheet: string;
  readonly #making: Making;

  constructor(sheet: string, making: Making) {
    this.#sheet = sheet;
    this.#making = making;
  }

  /** The row that comes next. */
  get next(): number {
    return this.rows.length;
  }

  place(row: number, column: number): Place {
    return { kind: "sheet", sheet: this.#sheet, cell: cellAddress(row, column) };
  }

  /** A cell of printable text in the next row. */
  cell(text: string, column: number, style: Style): Cell {
    const value = this.#making.printable.text(text, this.place(this.next, column));
    return { ...(value !== "" && { value }), style: this.#making.looks.of(style) };
  }

  add(cells: readonly (Cell | undefined)[], height: number): void {
    this.rows.push({ cells, height: Math.min(height, HIGHEST_ROW) });
  }

  merge(merge: Merge): void {
    if (merge.rowSpan * merge.columnSpan > 1) this.merges.push(merge);
  }

  /** One text across the sheet, over as many rows as a long one takes, since the height of a row is limited. */
  line({ text, style, span, width, link }: Line): void {
    const cell = { ...this.cell(text, 0, style), ...(link !== undefined && { link }) };
    const size = style.font?.size ?? 11;
    const height = linesHeight(countLines(text, ((width - 2) * 11) / size), size);
    const rowSpan = Math.ceil(height / HIGHEST_ROW);
    this.merge({ row: this.next, column: 0, rowSpan, columnSpan: span });
    for (let row = 0; row < rowSpan; row++) this.add(row === 0 ? [cell] : [], height / rowSpan);
  }
}
