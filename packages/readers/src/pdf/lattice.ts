import { levelsOf, nearestLevel } from "./levels.ts";
import type { Segment } from "./page.ts";
import type { RuledArea } from "./ruledAreas.ts";

/** Where a cell stands in a lattice, in steps of its levels. */
export interface Span {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A table's skeleton: the levels of its rules and the cells between them. */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly spans: readonly Span[];
}

/** A wall stands where rules cover at least this share of a cell's side. */
const COVERED = 0.5;

/** A lattice finer than this is a drawing or a ruled sheet of paper. */
const MOST_CELLS = 200_000;

/** The cells that the rules of an area enclose; undefined when there are none. */
export function latticeOf(area: RuledArea, tolerance: number): Lattice | undefined {
  const xs = levelsWithEnds(area.vertical, area.horizontal, tolerance);
  const ys = levelsWithEnds(area.horizontal, area.vertical, tolerance);
  if (xs.length < 2 || ys.length < 2) return undefined;
  const upright = coverage(area.vertical, xs, ys);
  const level = coverage(area.horizontal, ys, xs);
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  if (rows * columns > MOST_CELLS) return undefined;
  const regions = regionsOf({ rows, columns }, upright, level);
  return { xs, ys, spans: rectangles(regions, rows, columns) };
}

/**
 * The levels of the rules of one direction, with the ends of the crossing rules where these go on beyond the
 * outermost: a table left open at a side still ends there.
 */
function levelsWithEnds(
  rules: readonly Segment[],
  crossing: readonly Segment[],
  tolerance: number,
): number[] {
  const levels = levelsOf(
    rules.map((rule) => rule.at),
    tolerance,
  );
  const first = Math.min(...crossing.map((rule) => rule.from));
  const last = Math.max(...crossing.map((rule) => rule.to));
  if (levels.length === 0) return [first, last];
  const open = 2 * tolerance + 2;
  if (first < (levels[0] ?? first) - open) levels.unshift(first);
  if (last > (levels.at(-1) ?? last) + open) levels.push(last);
  return levels;
}

/** For each level and each interval of the other direction: do rules cover it? */
function coverage(
  rules: readonly Segment[],
  levels: readonly number[],
  other: readonly number[],
): boolean[][] {
  const intervals = other.length - 1;
  const covered = levels.map(() => new Array<number>(intervals).fill(0));
  for (const rule of rules) {
    const row = covered[nearestLevel(levels, rule.at)] ?? [];
    for (let index = 0; index < intervals; index++) {
      const overlap = Math.min(rule.to, other[index + 1] ?? 0) - Math.max(rule.from, other[index] ?? 0);
      if (overlap > 0) row[index] = (row[index] ?? 0) + overlap;
    }
  }
  return covered.map((row) =>
    row.map((sum, index) => sum >= COVERED * ((other[index + 1] ?? 0) - (other[index] ?? 0))),
  );
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** A number per elementary cell; cells with no wall between them have the same. */
function regionsOf({ rows, columns }: Size, upright: boolean[][], level: boolean[][]): number[] {
  const regions = new Array<number>(rows * columns).fill(-1);
  let next = 0;
  for (let start = 0; start < regions.length; start++) {
    if (regions[start] !== -1) continue;
    const region = next++;
    const queue = [start];
    regions[start] = region;
    for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
      const row = Math.floor(cell / columns);
      const column = cell % columns;
      const enter = (neighbour: number, wall: boolean | undefined) => {
        if (wall === true || regions[neighbour] !== -1) return;
        regions[neighbour] = region;
        queue.push(neighbour);
      };
      if (column > 0) enter(cell - 1, upright[column]?.[row]);
      if (column < columns - 1) enter(cell + 1, upright[column + 1]?.[row]);
      if (row > 0) enter(cell - columns, level[row]?.[column]);
      if (row < rows - 1) enter(cell + columns, level[row + 1]?.[column]);
    }
  }
  return regions;
}

/**
 * Regions as rectangles. A region of another shape (a rule is missing somewhere) is cut into the runs of each
 * row, and equal runs below each other stay one cell.
 */
function rectangles(regions: readonly number[], rows: number, columns: number): Span[] {
  const open = new Map<string, { row: number; column: number; rowSpan: number; colSpan: number }>();
  const spans: Span[] = [];
  for (let row = 0; row < rows; row++) {
    const current = new Map<string, { row: number; column: number; rowSpan: number; colSpan: number }>();
    for (let column = 0; column < columns; ) {
      const region = regions[row * columns + column] ?? -1;
      let end = column + 1;
      while (end < columns && regions[row * columns + end] === region) end++;
      const key = `${region}:${column}:${end}`;
      const above = open.get(key);
      const span = above ?? { row, column, rowSpan: 0, colSpan: end - column };
      span.rowSpan++;
      if (above === undefined) spans.push(span);
      current.set(key, span);
      column = end;
    }
    open.clear();
    for (const [key, span] of current) open.set(key, span);
  }
  return spans;
}
