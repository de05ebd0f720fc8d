import { isFigure, joinLines } from "./cellText.ts";
import { alignColumns } from "./columns.ts";
import { isDataRow } from "./headerRows.ts";
import type { Table, TableCell, TableRow } from "./table.ts";

/** One table from two that follow each other over a page break, or undefined when they are two tables. */
export function joinTables(first: Table, second: Table): Table | undefined {
  if (second.page !== first.lastPage + 1 || first.below.length > 0) return undefined;
  if (!sameTitle(first, second)) return undefined;
  const sameHead = first.headerRows > 0 && repeatedHeader(first, second) === first.headerRows;
  const aligned = alignColumns(first, second, sameHead);
  if (aligned === undefined) return undefined;
  const [upper, lower] = aligned;
  const repeated = repeatedHeader(upper, lower);
  if (repeated === 0 && startsAnew(lower)) return undefined;
  const rows = lower.rows.slice(repeated);
  return {
    ...upper,
    lastPage: second.lastPage,
    lastXs: lower.xs,
    below: second.below,
    rows: joinRows(upper.rows, rows, upper.headerRows),
  };
}

function sameTitle(first: Table, second: Table): boolean {
  const title = plainTitle(second);
  return title === "" || title === plainTitle(first);
}

function plainTitle({ label, caption }: Table): string {
  return `${label ?? ""}${caption}`.replace(/[\s()（）]|续表?\d*/gu, "");
}

/** How many rows at the head of the second table say again what heads the first. */
function repeatedHeader(first: Table, second: Table): number {
  let count = 0;
  while (count < first.headerRows && count < second.rows.length && sameRow(first, second, count)) count++;
  const head = second.rows.slice(0, count);
  const reachesOut = head.some(({ cells }, row) => cells.some((cell) => row + cell.rowSpan > count));
  return reachesOut ? 0 : count;
}

function sameRow(first: Table, second: Table, index: number): boolean {
  const text = (row: TableRow | undefined) =>
    (row?.cells ?? []).map((cell) => `${cell.column}:${cell.text.replace(/\s/g, "")}`).join("|");
  return text(first.rows[index]) === text(second.rows[index]);
}

/** A head of its own, with cells over several columns or rows, begins another table. */
function startsAnew(table: Table): boolean {
  if (isDataRow(table.rows[0])) return false;
  return table.headerRows > 1 || (table.rows[0]?.cells ?? []).some((cell) => cell.colSpan > 1);
}

/** Puts a row together again that the page break has cut. */
function joinRows(upper: readonly TableRow[], lower: readonly TableRow[], header: number): TableRow[] {
  const last = upper.at(-1);
  const next = lower[0];
  if (last === undefined || next === undefined || upper.length <= header || !goesOn(last, next))
    return [...upper, ...lower];
  const merged: TableRow = {
    cells: last.cells.map((cell) => {
      const rest = next.cells.find((other) => other.column === cell.column);
      return rest === undefined || rest.text === "" ? cell : { ...cell, text: continued(cell, rest) };
    }),
  };
  return [...upper.slice(0, -1), merged, ...lower.slice(1)];
}

function continued(cell: TableCell, rest: TableCell): string {
  return joinLines({ text: cell.text, next: rest.text, full: cell.full });
}

/** Only text goes on, below text that filled its cell, and in every column that has any. */
function goesOn(last: TableRow, next: TableRow): boolean {
  const filled = next.cells.filter((cell) => cell.text !== "");
  if (filled.length === 0 || next.cells.some((cell) => cell.rowSpan > 1)) return false;
  if (filled.some((cell) => cell.column === 0 || isFigure(cell.text))) return false;
  return filled.every((cell) => {
    const above = last.cells.find((other) => other.column === cell.column);
    return above?.full === true && above.colSpan === cell.colSpan && !isFigure(above.text);
  });
}
