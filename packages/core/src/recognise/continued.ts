import type { Block, Grid } from "../document/document.ts";
import { plain } from "./text.ts";

/**
 * Joins a grid to the one before it where it continues it: the same title and headers again, at the head of the
 * next page, and no new total.
 */
export function joinContinued(blocks: readonly Block[]): readonly Grid[] {
  const grids: Grid[] = [];
  for (const block of blocks) {
    if (block.type !== "grid") continue;
    const before = grids.at(-1);
    if (before !== undefined && continues(before, block)) {
      grids[grids.length - 1] = {
        ...before,
        rows: [...before.rows, ...block.rows.slice(block.headerRows)],
        below: [...before.below, ...block.below],
      };
    } else grids.push(block);
  }
  return grids;
}

function continues(before: Grid, grid: Grid): boolean {
  if (plain(before.caption) === "" || plain(before.caption) !== plain(grid.caption)) return false;
  if (grid.label !== undefined && grid.label !== before.label) return false;
  if (before.headerRows === 0 || headerOf(before) !== headerOf(grid)) return false;
  const first = grid.rows[grid.headerRows] ?? [];
  return !first.some((cell) => /^(?:合计|总计)$/u.test(plain(cell.text)));
}

function headerOf(grid: Grid): string {
  return grid.rows
    .slice(0, grid.headerRows)
    .map((row) => row.map((cell) => plain(cell.text)).join("|"))
    .join("\n");
}
