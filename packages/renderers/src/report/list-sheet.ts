import { type Cell, cut, LONGEST_TEXT, rangeAddress, type Sheet } from "../workbook/index.ts";
import type { ReportStyle } from "./styles.ts";

/** One column of a list: its heading, its width in characters, and the value of each record. */
export interface ListColumn<T> {
  readonly heading: string;
  readonly width: number;
  readonly value: (record: T) => string | number | undefined;
  readonly style?: (record: T) => ReportStyle;
  /** Where a click on the cell leads, see `Cell.link`. */
  readonly link?: (record: T) => string | undefined;
}

/** A sheet with one record a row, filtered, its heading row kept in sight and repeated in print. */
export function listSheet<T>(name: string, columns: readonly ListColumn<T>[], records: readonly T[]): Sheet {
  const headings = columns.map(({ heading }): Cell => ({ value: heading, style: "heading" }));
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      { cells: headings },
      ...records.map((record) => ({ cells: columns.map((column) => listCell(column, record)) })),
    ],
    frozen: { rows: 1, columns: 1 },
    autoFilter: rangeAddress(0, 0, records.length, columns.length - 1),
    print: { orientation: "landscape", titleRows: [0, 0] },
  };
}

function listCell<T>({ value, style, link }: ListColumn<T>, record: T): Cell {
  const shown = value(record);
  const target = link?.(record);
  if (typeof shown === "number") return { value: { number: String(shown) }, style: "number" };
  const look = style?.(record) ?? "text";
  return shown === undefined || shown === ""
    ? { style: look }
    : { value: cut(shown, LONGEST_TEXT), style: look, ...(target !== undefined && { link: target }) };
}
