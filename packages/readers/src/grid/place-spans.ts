import type { SourceCell, SourceRow } from "./flow.ts";

/** Positions of one table; spans that claim more are cut to one position each. */
const MOST_POSITIONS = 2_000_000;

/** Gives cells their columns as HTML does: each the first free position of its row. Spans never overlap or overhang. */
export function placeSpans(rows: readonly SourceRow[]): { width: number; rows: SourceRow[] } {
  const takenUntil: number[] = [];
  let positions = 0;
  let width = 0;
  const placed = rows.map((row, index) => {
    let column = 0;
    return row.map((cell): SourceCell => {
      while ((takenUntil[column] ?? 0) > index) column++;
      const first = column;
      const wanted = positions > MOST_POSITIONS ? 1 : cell.colSpan;
      let colSpan = 1;
      while (colSpan < wanted && (takenUntil[column + colSpan] ?? 0) <= index) colSpan++;
      const rowSpan = Math.min(cell.rowSpan, rows.length - index);
      for (const end = column + colSpan; column < end; column++) takenUntil[column] = index + rowSpan;
      positions += colSpan;
      width = Math.max(width, column);
      return { ...cell, column: first, colSpan, rowSpan };
    });
  });
  return { width, rows: placed };
}
