import type { Cell, Grid } from "@mingzhang/core";
import { type Advance, tokens, widthOf } from "./measure.ts";
import { type PlacedCell, placeCells } from "./place-cells.ts";

/** A cell with the widths of its text, in em; they hold for every type size. */
export interface MeasuredCell extends PlacedCell {
  /** Widths of its lines as they were written. */
  readonly lines: readonly number[];
  readonly longestLine: number;
  /** Width below which a figure or a word would be split. */
  readonly least: number;
  /** Width at which it reads well: figures and short texts on one line, headers on two. */
  readonly natural: number;
}

/** Words longer than this may be broken rather than widen the column without end. */
const LONGEST_WORD = 14;
/** Columns of Chinese text are at least so many characters wide, those of long text more. */
const FEWEST_CHARACTERS = 4;
const FEWEST_OF_LONG_TEXT = 8;
/** Up to so many characters a header stands on one line. */
const SHORT_HEADER = 7;
/** Longer text gains nothing from a wider column. */
const LONG_TEXT = 22;

export function measureCells(grid: Grid, advance: Advance): MeasuredCell[][] {
  return placeCells(grid).map((row) => row.map((placed) => measureCell(placed, advance)));
}

function measureCell(placed: PlacedCell, advance: Advance): MeasuredCell {
  const { cell } = placed;
  const style = { advance, strong: isStrong(cell) };
  const lines = cell.text.split("\n").map((line) => widthOf(line, style));
  const longestLine = lines.reduce((longest, line) => Math.max(longest, line), 0);
  const isFigure = cell.number !== undefined;
  const words = tokens(cell.text).map((token) => widthOf(token, style));
  const longestWord = words.reduce((longest, word) => Math.max(longest, word), 0);
  const most = cell.header === "column" ? FEWEST_CHARACTERS : FEWEST_OF_LONG_TEXT;
  const fewest = Math.min(longestLine, Math.max(FEWEST_CHARACTERS, Math.min(longestLine / 2 + 0.1, most)));
  const least = Math.max(isFigure ? longestWord : Math.min(longestWord, LONGEST_WORD), fewest);
  const halved = cell.header === "column" ? Math.max(SHORT_HEADER, longestLine / 2 + 1) : LONG_TEXT;
  return { ...placed, lines, longestLine, least, natural: Math.max(least, Math.min(longestLine, halved)) };
}

/** Column headers and totals are printed strong. */
export function isStrong(cell: Cell): boolean {
  return cell.strong === true || cell.header === "column";
}

/** Estimated lines of a cell in a width given in em. Chinese breaks anywhere but at punctuation: hence the slack. */
export function linesIn({ lines, longestLine }: MeasuredCell, width: number): number {
  if (longestLine <= width) return lines.length;
  return lines.reduce((sum, line) => sum + (line <= width ? 1 : Math.ceil((line / width) * 1.03)), 0);
}
