import type { Range } from "@e965/xlsx";

export interface Merge {
  readonly colSpan: number;
  /** Of the sheet, from 0. */
  readonly lastRow: number;
}

export interface Merges {
  /** By row and column: what begins there, or that something covers it. */
  readonly merges: ReadonlyMap<number, ReadonlyMap<number, Merge | "covered">>;
  /** Rows that hold something, and blank ones inside a merged cell. */
  readonly reach: ReadonlySet<number>;
}

/** Positions followed in all; a file may declare merges without end. */
const MOST_POSITIONS = 3_000_000;
/** Blank rows kept for one merged cell. */
const MOST_BLANK_ROWS = 200;

/** The merged cells that begin in a kept row, cut to the used columns. */
export function mergesOf(ranges: readonly Range[], kept: readonly number[], width: number): Merges {
  const reach = new Set(kept);
  const begins = new Set(kept);
  const merges = new Map<number, Map<number, Merge | "covered">>();
  const last = kept.at(-1) ?? -1;
  let budget = MOST_POSITIONS;
  for (const { s: start, e: end } of ranges) {
    if (!begins.has(start.r) || start.c >= width) continue;
    const colSpan = Math.min(end.c, width - 1) - start.c + 1;
    const lastRow = Math.min(end.r, Math.max(last, start.r), start.r + MOST_BLANK_ROWS + kept.length);
    budget -= colSpan * (lastRow - start.r + 1);
    if (budget < 0) break;
    for (let row = start.r; row <= lastRow; row++) {
      reach.add(row);
      const columns = merges.get(row) ?? new Map<number, Merge | "covered">();
      merges.set(row, columns);
      for (let column = start.c; column < start.c + colSpan; column++) columns.set(column, "covered");
    }
    merges.get(start.r)?.set(start.c, { colSpan, lastRow });
  }
  return { merges, reach };
}
