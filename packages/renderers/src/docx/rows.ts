import { CELL_PADDING, type ColumnFit, ROW_PADDING } from "./columns.ts";
import type { Slot } from "./slots.ts";
import { gridLine } from "./styles.ts";
import type { TableLayout } from "./table.ts";
import { lineCount } from "./text-width.ts";

/** A row taller than this (twips) may break over pages; a shorter one moves to the next page whole. */
export const WHOLE_ROW = 3000;

/** Thickness of the rule between two rows, half a point. */
const RULE = 10;

/** A row of one line, in twips: air above and below the text. */
export function leastRowHeight({ size }: ColumnFit): number {
  return gridLine(size) + 4 * ROW_PADDING;
}

/** How tall each row will be, in twips, as far as it can be foreseen without the fonts. */
export function rowHeights(layout: TableLayout): number[] {
  const { slots, fit } = layout;
  const least = leastRowHeight(fit);
  const heights = slots.rows.map((row) =>
    row.reduce(
      (height, slot) =>
        slot.rowSpan > 1 || slot.continued ? height : Math.max(height, textHeight(slot, fit)),
      least,
    ),
  );
  for (const [index, row] of slots.rows.entries()) {
    for (const slot of row) if (slot.rowSpan > 1 && !slot.continued) stretch(heights, index, slot, fit);
  }
  return heights;
}

/** A cell over several rows that is taller than they are makes the last of them taller, as Word does. */
function stretch(heights: number[], index: number, slot: Slot, fit: ColumnFit): void {
  const last = index + slot.rowSpan - 1;
  const covered = heights.slice(index, last + 1).reduce((sum, height) => sum + height, 0);
  heights[last] = (heights[last] ?? 0) + Math.max(0, textHeight(slot, fit) - covered);
}

function textHeight({ cell, column, columnSpan }: Slot, { size, widths }: ColumnFit): number {
  const width = widths.slice(column, column + columnSpan).reduce((sum, value) => sum + value, 0);
  const ems = (width - 2 * CELL_PADDING) / (size * 10) - (cell.indent ?? 0);
  return lineCount(cell.text, Math.max(ems, 1)) * gridLine(size) + 2 * ROW_PADDING + RULE;
}
