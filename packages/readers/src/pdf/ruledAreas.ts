import { joinCollinear } from "./levels.ts";
import type { Rules, Segment } from "./page.ts";

/** Rules that hang together: the frame of one table. */
export interface RuledArea {
  readonly horizontal: readonly Segment[];
  readonly vertical: readonly Segment[];
}

/** Rules drawn cell by cell leave gaps at their corners up to this long. */
const CORNER_GAP = 2.5;
const SHORTEST = 4;

export interface Ruling {
  /** Areas with crossing rules. */
  readonly areas: readonly RuledArea[];
  /** Level rules that touch no upright one. */
  readonly loose: readonly Segment[];
}

/** Groups the rules of a page by what touches what. */
export function ruledAreas(rules: Rules, tolerance: number): Ruling {
  const options = { tolerance: tolerance / 2, gap: CORNER_GAP, shortest: SHORTEST };
  const horizontal = joinCollinear(rules.horizontal, options);
  const vertical = joinCollinear(rules.vertical, options);
  const parents = [...horizontal, ...vertical].map((_, index) => index);
  for (const [row, level] of horizontal.entries())
    for (const [column, upright] of vertical.entries())
      if (touch(level, upright, tolerance)) union(parents, row, horizontal.length + column);
  const groups = new Map<number, { horizontal: Segment[]; vertical: Segment[] }>();
  const groupOf = (index: number) => {
    const root = find(parents, index);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  for (const [index, segment] of horizontal.entries()) groupOf(index).horizontal.push(segment);
  for (const [index, segment] of vertical.entries())
    groupOf(horizontal.length + index).vertical.push(segment);
  const all = [...groups.values()];
  return {
    areas: all.filter((group) => group.horizontal.length > 0 && group.vertical.length > 0),
    loose: all.filter((group) => group.vertical.length === 0).flatMap((group) => group.horizontal),
  };
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
