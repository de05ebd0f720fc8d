import { isAmount, isFigure } from "./cellText.ts";
import type { TableCell, TableRow } from "./table.ts";

/**
 * How many of the first rows head the columns. Structure decides, not words: the first row as deep as its cells
 * of one column, the rows that subdivide a wide cell above, and a row that numbers the columns.
 */
export function countHeaderRows(rows: readonly TableRow[]): number {
  const limit = rows.findIndex((row) => isDataRow(row));
  const last = limit === -1 ? rows.length : limit;
  if (last === 0) return 0;
  let end = depth(rows, 0);
  while (end < last && subdivides(rows, end)) end += depth(rows, end);
  end = Math.min(end, last);
  while (end < rows.length && isIndexRow(rows[end])) end++;
  return end;
}

/** How far down a head begins with this row: to the end of its lowest cell that no other cell can divide. */
function depth(rows: readonly TableRow[], index: number): number {
  const cells = rows[index]?.cells ?? [];
  const single = cells.filter((cell) => cell.colSpan === 1);
  return Math.max(1, Math.min(...(single.length > 0 ? single : cells).map((cell) => cell.rowSpan)));
}

/** Does a row stand under a wide cell and divide it? */
function subdivides(rows: readonly TableRow[], index: number): boolean {
  const row = rows[index]?.cells ?? [];
  const above = rows.slice(0, index).flatMap((cells, at) => cells.cells.map((cell) => ({ at, cell })));
  return above.some(({ at, cell }) => {
    if (cell.colSpan < 2 || at + cell.rowSpan !== index || cell.text === "") return false;
    const under = row.filter((part) => within(part, cell));
    return under.length > 1 && under.filter((part) => part.text !== "").length > 1;
  });
}

function within(part: TableCell, whole: TableCell): boolean {
  return part.column >= whole.column && part.column + part.colSpan <= whole.column + whole.colSpan;
}

const CODE = /^[[【(]?\d{3}(?:\d{2}){0,2}[\]】)]?(?![\d.,年月])/;

/** A row with an amount, or led by a code, holds data; one that numbers the columns does not. */
export function isDataRow(row: TableRow | undefined): boolean {
  const texts = filled(row);
  if (texts.length === 0 || isIndexRow(row)) return false;
  const first = texts[0] ?? "";
  return texts.some((text) => isAmount(text)) || CODE.test(first) || hasLabelledFigure(texts);
}

function hasLabelledFigure(texts: readonly string[]): boolean {
  const [first = "", ...others] = texts;
  if (isFigure(first)) return false;
  return others.length > 0 && others.every((text) => isFigure(text));
}

const INDEX = /^(?:\d{1,2}|[甲乙丙丁]|\*{1,2}|[—-]{1,2}|\d{1,2}[=＝].*|[a-zA-Z]|[（(]\d{1,2}[)）])$/;
const INDEX_LABEL = /^[栏行]\s*次$/;

/** A row that only numbers the columns: 1, 2, 3 or 甲, 乙, 1. */
function isIndexRow(row: TableRow | undefined): boolean {
  const texts = filled(row);
  const [first = "", ...others] = texts;
  if (texts.length < 2) return false;
  if (INDEX_LABEL.test(first)) return others.every((text) => INDEX.test(text));
  if (!texts.every((text) => INDEX.test(text))) return false;
  const numbers = texts.map(Number).filter((value) => !Number.isNaN(value));
  return (
    numbers.length >= 2 && numbers.every((value, at) => at === 0 || value === (numbers[at - 1] ?? 0) + 1)
  );
}

function filled(row: TableRow | undefined): string[] {
  return (row?.cells ?? []).map((cell) => cell.text).filter((text) => text !== "");
}
