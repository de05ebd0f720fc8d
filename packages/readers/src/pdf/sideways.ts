import { isFigure } from "./cellText.ts";
import type { Table, TableCell, TableRow } from "./table.ts";

/** Rows of two pages are the same row when they stand this near to one height. */
const SAME_HEIGHT = 2.5;

/**
 * A table too wide for its page goes on with its last columns on a page of its own: rows at the same heights,
 * without a title and with nothing but figures below the head. Undefined when the second is no such rest.
 */
export function joinSideways(first: Table, second: Table): Table | undefined {
  if (second.page !== first.lastPage + 1 || first.below.length > 0) return undefined;
  if (second.caption !== "" || second.label !== undefined || !isRest(first, second)) return undefined;
  const offset = first.xs.length - 1;
  const columns = second.xs.length - 1;
  const cells = second.rows.flatMap((row) => row.cells);
  const rows = first.rows.map((row, index): TableRow => {
    const page = pageOf(row) - first.page + second.page;
    const beside = cells.filter((cell) => cell.page === page);
    const added = cellsBeside(row, { rows: first.rows, beside, offset, columns });
    return index < first.headerRows
      ? { cells: joinHeads(row.cells, added) }
      : { cells: [...row.cells, ...added] };
  });
  const right = first.xs.at(-1) ?? 0;
  const xs = [...first.xs, ...second.xs.slice(1).map((x) => right + x - (second.xs[0] ?? 0))];
  const remark = first.aboveRight ?? second.aboveRight ?? second.aboveLeft;
  return {
    ...first,
    ...(remark !== undefined && { aboveRight: remark }),
    xs,
    lastXs: xs,
    lastPage: second.lastPage,
    below: second.below,
    rows,
  };
}

/** A head over several columns that the edge of the page cuts goes on in the empty cell beside it. */
function joinHeads(cells: readonly TableCell[], added: readonly TableCell[]): readonly TableCell[] {
  const last = cells.at(-1);
  const [next] = added;
  const cut = last !== undefined && last.colSpan > 1 && next?.text === "" && next.rowSpan === last.rowSpan;
  if (!cut) return [...cells, ...added];
  return [...cells.slice(0, -1), { ...last, colSpan: last.colSpan + next.colSpan }, ...added.slice(1)];
}

/** On the first page every row begins where a row of the table does; the body holds figures or nothing. */
function isRest(first: Table, second: Table): boolean {
  const upper = first.rows.filter((row) => pageOf(row) === first.page);
  const lower = second.rows.filter((row) => pageOf(row) === second.page && row.cells.length > 0);
  if (lower.length < 3 || lower.length > upper.length) return false;
  if (lower.length < upper.length - first.headerRows) return false;
  if (Math.abs(bottomOf(upper) - bottomOf(lower)) > SAME_HEIGHT) return false;
  if (!lower.every((row) => upper.some((other) => Math.abs(topOf(row) - topOf(other)) < SAME_HEIGHT)))
    return false;
  const head = first.rows[first.headerRows - 1];
  const body = second.rows
    .filter(
      (row) => pageOf(row) > second.page || head === undefined || topOf(row) > topOf(head) + SAME_HEIGHT,
    )
    .flatMap((row) => row.cells);
  return body.every((cell) => cell.text === "" || isFigure(cell.text));
}

function pageOf(row: TableRow): number {
  return row.cells[0]?.page ?? 0;
}

function topOf(row: TableRow): number {
  return row.cells[0]?.box.top ?? Number.NaN;
}

function bottomOf(rows: readonly TableRow[]): number {
  return Math.max(...rows.flatMap((row) => row.cells.map((cell) => cell.box.bottom)));
}

interface Beside {
  readonly rows: readonly TableRow[];
  /** The cells of the page that goes on beside this row's page. */
  readonly beside: readonly TableCell[];
  readonly offset: number;
  readonly columns: number;
}

/** The cells that begin beside a row, as tall as the rows that they stand beside; empty ones where none stands. */
function cellsBeside(row: TableRow, { rows, beside, offset, columns }: Beside): TableCell[] {
  const top = topOf(row);
  const starting = beside.filter((cell) => Math.abs(cell.box.top - top) < SAME_HEIGHT);
  if (starting.length > 0)
    return starting.map((cell) => {
      const { top: from, bottom: to } = cell.box;
      const covers = (other: TableRow) =>
        pageOf(other) === pageOf(row) && topOf(other) > from - SAME_HEIGHT && topOf(other) < to - SAME_HEIGHT;
      return { ...cell, column: cell.column + offset, rowSpan: Math.max(1, rows.filter(covers).length) };
    });
  const last = row.cells.at(-1);
  const covered = beside.some((cell) => cell.box.top < top && cell.box.bottom > top + SAME_HEIGHT);
  if (last === undefined || covered) return [];
  const empty = { ...last, colSpan: 1, rowSpan: 1, text: "", inset: 0, full: false };
  return Array.from({ length: columns }, (_, column) => ({ ...empty, column: offset + column }));
}
