import type { Lattice, Span } from "./lattice.ts";
import type { Line } from "./lines.ts";

/**
 * A text with more lines than its cell has room for is printed over the cell below. Such a line crosses the rule
 * and crowds the text of that cell; it goes back to where it came from. `lines` is by span.
 */
export function returnOverflow({ ys, spans }: Lattice, lines: readonly (readonly Line[])[]): Line[][] {
  const result = lines.map((own) => [...own]);
  const byBottom = new Map(spans.map((span, index) => [keyOf(span, span.row + span.rowSpan), index]));
  for (const [index, span] of spans.entries()) {
    const above = byBottom.get(keyOf(span, span.row));
    const [first, second] = result[index] ?? [];
    const last = above === undefined ? undefined : result[above]?.at(-1);
    if (above === undefined || first === undefined || second === undefined || last === undefined) continue;
    if (!isForeign({ first, second, last }, ys[span.row] ?? 0)) continue;
    result[above]?.push(first);
    result[index]?.shift();
  }
  return result;
}

function keyOf({ column, colSpan }: Span, row: number): string {
  return `${row}:${column}:${colSpan}`;
}

/** Lines of one text stand at least this many em apart; closer ones belong to two texts. */
const CROWDED = 0.95;
const NEXT_LINE = 1.6;

interface Lines {
  readonly first: Line;
  readonly second: Line;
  readonly last: Line;
}

function isForeign({ first, second, last }: Lines, wall: number): boolean {
  return (
    first.top < wall - 0.2 * first.size &&
    second.baseline - first.baseline < CROWDED * first.size &&
    first.baseline - last.baseline < NEXT_LINE * first.size
  );
}
