import type { Segment } from "./page.ts";

/**
 * Sorted values drawn together into levels: neighbours closer than the tolerance are one level, but no level is
 * wider than three tolerances, so that a fine staircase does not collapse into one.
 */
export function levelsOf(values: readonly number[], tolerance: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const levels: number[] = [];
  let group: number[] = [];
  for (const value of sorted) {
    const first = group[0] ?? value;
    const last = group.at(-1) ?? value;
    if (value - last > tolerance || value - first > 3 * tolerance) {
      levels.push(middle(group));
      group = [];
    }
    group.push(value);
  }
  if (group.length > 0) levels.push(middle(group));
  return levels;
}

function middle(group: readonly number[]): number {
  return ((group[0] ?? 0) + (group.at(-1) ?? 0)) / 2;
}

/** The index of the level nearest to a value; levels are sorted. */
export function nearestLevel(levels: readonly number[], value: number): number {
  let low = 0;
  let high = levels.length - 1;
  while (high - low > 1) {
    const between = (low + high) >> 1;
    if ((levels[between] ?? 0) <= value) low = between;
    else high = between;
  }
  return Math.abs((levels[high] ?? 0) - value) < Math.abs((levels[low] ?? 0) - value) ? high : low;
}

/** The index of the interval between two levels that holds a value, or -1 outside. */
export function intervalOf(levels: readonly number[], value: number): number {
  if (value < (levels[0] ?? 0) || value > (levels.at(-1) ?? 0)) return -1;
  let low = 0;
  let high = levels.length - 1;
  while (high - low > 1) {
    const between = (low + high) >> 1;
    if ((levels[between] ?? 0) <= value) low = between;
    else high = between;
  }
  return low;
}

/**
 * Segments on one level joined over small gaps, as rules are often drawn cell by cell or dot by dot. What stays
 * shorter than `shortest` is no rule.
 */
export function joinCollinear(
  segments: readonly Segment[],
  { tolerance, gap, shortest }: { tolerance: number; gap: number; shortest: number },
): Segment[] {
  const levels = levelsOf(
    segments.map((segment) => segment.at),
    tolerance,
  );
  const byLevel = new Map<number, Segment[]>();
  for (const segment of segments) {
    const level = nearestLevel(levels, segment.at);
    const row = byLevel.get(level);
    if (row === undefined) byLevel.set(level, [segment]);
    else row.push(segment);
  }
  const joined: Segment[] = [];
  for (const [level, row] of byLevel) joined.push(...joinRow(row, levels[level] ?? 0, gap));
  return joined.filter((segment) => segment.to - segment.from >= shortest);
}

function joinRow(row: readonly Segment[], at: number, gap: number): Segment[] {
  const sorted = [...row].sort((a, b) => a.from - b.from);
  const joined: { at: number; from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to + gap) last.to = Math.max(last.to, to);
    else joined.push({ at, from, to });
  }
  return joined;
}
