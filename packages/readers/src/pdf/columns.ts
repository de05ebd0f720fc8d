import type { Table, TableCell, TableRow } from "./table.ts";

/** Positions of columns may differ from page to page by this share of the table's width. */
const DRIFT = 0.008;

/**
 * For each column boundary of `part`, the boundary of `whole` at the same place; undefined when they do not
 * correspond. Tables shifted as a whole (mirrored margins) still do.
 */
function boundaryMap(whole: readonly number[], part: readonly number[]): number[] | undefined {
  const width = (whole.at(-1) ?? 0) - (whole[0] ?? 0);
  const slack = Math.max(3, DRIFT * width);
  if (Math.abs((part.at(-1) ?? 0) - (part[0] ?? 0) - width) > 2 * slack) return undefined;
  const shift = (whole[0] ?? 0) - (part[0] ?? 0);
  const map: number[] = [];
  for (const x of part) {
    const at = whole.findIndex((other) => Math.abs(other - x - shift) <= slack);
    if (at === -1 || at <= (map.at(-1) ?? -1)) return undefined;
    map.push(at);
  }
  return map;
}

/** Rows whose cells stand in the columns of another table. */
function remapRows(rows: readonly TableRow[], map: readonly number[]): TableRow[] {
  return rows.map((row) => ({
    cells: row.cells.map((cell): TableCell => {
      const column = map[cell.column] ?? cell.column;
      return { ...cell, column, colSpan: (map[cell.column + cell.colSpan] ?? column + 1) - column };
    }),
  }));
}

/**
 * Both tables on the finer of their columns, or undefined when the columns do not correspond. Tables with the
 * same head correspond, however wide each page has made the columns.
 */
export function alignColumns(
  first: Table,
  second: Table,
  sameHead: boolean,
): readonly [Table, Table] | undefined {
  if (sameHead && first.xs.length === second.xs.length) return [first, second];
  const into = boundaryMap(first.lastXs, second.xs);
  if (into !== undefined) return [first, { ...second, xs: first.lastXs, rows: remapRows(second.rows, into) }];
  const back = boundaryMap(second.xs, first.lastXs);
  if (back === undefined) return undefined;
  return [{ ...first, xs: second.xs, rows: remapRows(first.rows, back) }, second];
}
