import type { SourceCell, SourceRow } from "./flow.ts";

/** Cells further right than this are left out: no table is so wide, and spans may claim anything. */
const MOST_COLUMNS = 2_000;

/** Gives cells their columns as HTML does: each the first free position of its row. Spans never overlap or overhang. */
export function placeSpans(rows: readonly SourceRow[]): { width: number; rows: SourceRow[] } {
  const takenUntil: number[] = [];
  let width = 0;
  const placed = rows.map((row, index) => {
    let column = 0;
    return row.flatMap((cell): SourceCell[] => {
      while ((takenUntil[column] ?? 0) > index) column++;
      if (column >= MOST_COLUMNS) return [];
      const first = column;
      const wanted = Math.min(cell.colSpan, MOST_COLUMNS - column);
      let colSpan = 1;
      while (colSpan < wanted && (takenUntil[column + colSpan] ?? 0) <= index) colSpan++;
      const rowSpan = Math.min(cell.rowSpan, rows.length - index);
      for (const end = column + colSpan; column < end; column++) takenUntil[column] = index + rowSpan;
      width = Math.max(width, column);
      return [{ ...cell, column: first, colSpan, rowSpan }];
    });
  });
  return { width, rows: placed };
}
