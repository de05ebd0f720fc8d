import type { LineSelection } from "@mingzhang/core";
import type { PageColumn } from "../page-data.ts";

/** The positions of the lines that every named column accepts; a column that is not there accepts nothing. */
export function selectLines(columns: readonly PageColumn[], selection: LineSelection): number[] {
  const conditions = Object.entries(selection).map(([id, accepted]) => {
    const column = columns.find((candidate) => candidate.id === id);
    return { rows: column?.rows ?? [], positions: acceptedPositions(column, accepted) };
  });
  const selected: number[] = [];
  const count = columns[0]?.rows.length ?? 0;
  for (let line = 0; line < count; line += 1)
    if (conditions.every(({ rows, positions }) => positions.has(rows[line] ?? -1))) selected.push(line);
  return selected;
}

function acceptedPositions(column: PageColumn | undefined, accepted: readonly string[]): Set<number> {
  const exact = new Set(accepted);
  const accepts = (value: string): boolean =>
    column?.prefix === true ? accepted.some((prefix) => value.startsWith(prefix)) : exact.has(value);
  const positions = new Set<number>();
  for (const [position, value] of (column?.values ?? []).entries())
    if (accepts(value)) positions.add(position);
  return positions;
}

export function lineValue(column: PageColumn, line: number): string {
  return column.values[column.rows[line] ?? -1] ?? "";
}
