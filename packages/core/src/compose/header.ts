import type { Cell } from "../document/document.ts";

/**
 * Header rows from each column's header path: equal neighbours under the same parents become one cell, and a
 * short path reaches down to the last header row.
 */
export function headerRows(paths: readonly (readonly string[])[]): Cell[][] {
  const depth = Math.max(...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) => headerRow(paths, level, depth));
}

function headerRow(paths: readonly (readonly string[])[], level: number, depth: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  while (column < paths.length) {
    const path = paths[column] ?? [];
    const text = path[level];
    let span = 1;
    while (column + span < paths.length && isSameHeader(path, paths[column + span] ?? [], level)) span++;
    if (text !== undefined) {
      const rowSpan = level === path.length - 1 ? depth - level : 1;
      cells.push({
        text,
        header: "column",
        align: "center",
        ...(span > 1 ? { colSpan: span } : {}),
        ...(rowSpan > 1 ? { rowSpan } : {}),
      });
    }
    column += span;
  }
  return cells;
}

/** Whether two columns share the header cell at a level: the same path down to it, which is not the last of either. */
function isSameHeader(a: readonly string[], b: readonly string[], level: number): boolean {
  if (level >= a.length || level >= b.length) return false;
  for (let index = 0; index <= level; index++) if (a[index] !== b[index]) return false;
  return level < a.length - 1 && level < b.length - 1;
}
