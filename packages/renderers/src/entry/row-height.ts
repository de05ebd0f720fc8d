import type { Cell, Row, Style } from "../workbook/index.ts";
import { countLines } from "../xlsx/text-size.ts";
import { ENTRY_STYLES } from "./styles.ts";

const LOWEST = 20;
/** A spreadsheet refuses higher rows. */
const HIGHEST = 409;
const LINE = 16.5;
/** Column widths are measured in characters of this size. */
const DEFAULT_SIZE = 11;
const PADDING = 6;

const STYLES: Readonly<Record<string, Style>> = ENTRY_STYLES;

/** A row in which every wrapped text shows; `widths` are those of its columns. */
export function fittedRow(cells: readonly Cell[], widths: readonly number[]): Row {
  const lines = cells.map(({ value, style = "" }, column) => {
    const { wrap = false, font } = STYLES[style] ?? {};
    const capacity = ((widths[column] ?? 10) - 1) * (DEFAULT_SIZE / (font?.size ?? DEFAULT_SIZE));
    return typeof value === "string" && wrap ? countLines(value, capacity) : 1;
  });
  const height = Math.max(...lines) * LINE + PADDING;
  return { cells, height: Math.min(Math.max(height, LOWEST), HIGHEST) };
}
