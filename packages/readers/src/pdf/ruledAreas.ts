import { joinCollinear } from "./levels.ts";
import type { Rules, Segment } from "./page.ts";

/** Rules that hang together: the frame of one table. Half-ruled tables have rules of one direction only. */
export interface RuledArea {
  readonly horizontal: readonly Segment[];
  readonly vertical: readonly Segment[];
}

/** Rules drawn cell by cell leave gaps at their corners up to this long. */
const CORNER_GAP = 2.5;
const SHORTEST = 4;
/** The longest rules of one direction that are looked at: a drawing has more, a table has not. */
const MOST_RULES = 2_000;
/** Rules of one direction make a table from this number on. */
const FEWEST_ALONE = 3;

/** Groups the rules of a page by what touches what. */
export function ruledAreas(rules: Rules, tolerance: number): RuledArea[] {
  const options = { tolerance: tolerance / 2, gap: CORNER_GAP, shortest: SHORTEST };
  const horizontal = longest(joinCollinear(rules.horizontal, options));
  const vertical = longest(joinCollinear(rules.vertical, options));
  const groups = touching(horizontal, vertical, tolerance);
  const crossed = groups.filter((group) => group.horizontal.length > 0 && group.vertical.length > 0);
  const uprights = alike(
    groups.flatMap((group) => (group.horizontal.length === 0 ? group.vertical : [])),
    sameFoot,
  );
  const levels = alike(
    groups.flatMap((group) => (group.vertical.length === 0 ? group.horizontal : [])),
    sameExtent,
  );
  return [
    ...withOpenColumns(crossed, uprights),
    ...levels.filter(isAlone).map((own) => ({ horizontal: own, vertical: [] })),
  ];
}

function longest(segments: readonly Segment[]): readonly Segment[] {
  if (segments.length <= MOST_RULES) return segments;
  return [...segments].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MOST_RULES);
}

function isAlone(segments: readonly Segment[]): boolean {
  return segments.length >= FEWEST_ALONE;
}

interface Group {
  readonly horizontal: Segment[];
  readonly vertical: Segment[];
}

function touching(horizontal: readonly Segment[], vertical: readonly Segment[], slack: number): Group[] {
  const parents = [...horizontal, ...vertical].map((_, index) => index);
  for (const [row, level] of horizontal.entries())
    for (const [column, upright] of vertical.entries())
      if (touch(level, upright, slack)) union(parents, row, horizontal.length + column);
  const groups = new Map<number, Group>();
  const groupOf = (index: number): Group => {
    const root = find(parents, index);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  for (const [index, segment] of horizontal.entries()) groupOf(index).horizontal.push(segment);
  for (const [index, segment] of vertical.entries())
    groupOf(horizontal.length + index).vertical.push(segment);
  return [...groups.values()];
}

function touch(level: Segment, upright: Segment, slack: number): boolean {
  return (
    upright.at >= level.from - slack &&
    upright.at <= level.to + slack &&
    level.at >= upright.from - slack &&
    level.at <= upright.to + slack
  );
}

function find(parents: number[], index: number): number {
  let root = index;
  while (parents[root] !== root) {
    const parent = parents[root] ?? root;
    parents[root] = parents[parent] ?? parent;
    root = parent;
  }
  return root;
}

function union(parents: number[], first: number, second: number): void {
  parents[find(parents, first)] = find(parents, second);
}

/** Ends of rules that differ by less than this are at one place. */
const SAME_END = 4;

/** Parallel rules sorted into sets that agree on where they stand. */
function alike(
  segments: readonly Segment[],
  agree: (first: Segment, second: Segment) => boolean,
): Segment[][] {
  const sets: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.at - b.at)) {
    const set = sets.find(([first]) => first !== undefined && agree(first, segment));
    if (set === undefined) sets.push([segment]);
    else set.push(segment);
  }
  return sets;
}

function sameExtent(first: Segment, second: Segment): boolean {
  return Math.abs(first.from - second.from) < SAME_END && Math.abs(first.to - second.to) < SAME_END;
}

/** Upright rules of one table end together, but begin lower where a cell over several columns heads them. */
function sameFoot(first: Segment, second: Segment): boolean {
  return Math.abs(first.to - second.to) < SAME_END;
}

/**
 * A cell that goes on over the page break leaves its columns open above and below: their rules touch nothing, but
 * they begin and end where the table does.
 */
function withOpenColumns(crossed: readonly Group[], uprights: readonly Segment[][]): RuledArea[] {
  const rest: Segment[][] = [];
  for (const set of uprights) {
    const home = crossed.find(({ vertical }) => isOpenIn(extentOf(set), extentOf(vertical)));
    if (home === undefined) rest.push(set);
    else home.vertical.push(...set);
  }
  return [...crossed, ...rest.filter(isAlone).map((own) => ({ horizontal: [], vertical: own }))];
}

function isOpenIn(open: Segment, table: Segment): boolean {
  const inside = open.from > table.from - SAME_END && open.to < table.to + SAME_END;
  return inside && (open.from < table.from + SAME_END || open.to > table.to - SAME_END);
}

function extentOf(segments: readonly Segment[]): Segment {
  const from = Math.min(...segments.map((segment) => segment.from));
  return { at: 0, from, to: Math.max(...segments.map((segment) => segment.to)) };
}
