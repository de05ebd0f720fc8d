import type { Part, PartLine } from "./parts.ts";

/** A gap that this share of the lines crosses is a gap all the same: a long name here and there. */
const CROSSED = 0.12;
/** Even a hair's breadth counts when all lines leave it free; this is less than rounding leaves. */
const NARROWEST = 0.01;

/**
 * Boundaries between columns that no rule parts: the white gaps that run through the lines with several parts.
 * A part of a heading that stands alone within a gap makes a column of its own.
 */
export function columnGaps(body: readonly PartLine[], head: readonly PartLine[]): number[] {
  const rows = body.filter((line) => line.parts.length > 1);
  const size = Math.max(1, rows[0]?.size ?? 1);
  const gaps = whiteGaps(
    rows.flatMap((line) => line.parts),
    Math.floor(CROSSED * rows.length),
  ).filter(([from, to]) => to - from > NARROWEST * size);
  return gaps.flatMap((gap) => splitByHead(gap, gaps, head));
}

type Gap = readonly [from: number, to: number];

/** The stretches between the outermost edges that at most `allowed` parts cover. */
function whiteGaps(parts: readonly Part[], allowed: number): Gap[] {
  const edges = parts
    .flatMap((part) => [
      { at: part.left, step: 1 },
      { at: part.right, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || b.step - a.step);
  const gaps: Gap[] = [];
  let covered = 0;
  let from: number | undefined;
  for (const { at, step } of edges) {
    covered += step;
    if (covered > allowed) {
      if (from !== undefined) gaps.push([from, at]);
      from = undefined;
    } else if (step === -1 && from === undefined) from = at;
  }
  return gaps;
}

/** The boundaries within a gap: one, and one more for each column that only the head shows. */
function splitByHead([from, to]: Gap, gaps: readonly Gap[], head: readonly PartLine[]): number[] {
  const parts = head.flatMap((line) => line.parts);
  const before = Math.max(...gaps.map((gap) => (gap[1] <= from ? gap[1] : -Infinity)));
  const after = Math.min(...gaps.map((gap) => (gap[0] >= to ? gap[0] : Infinity)));
  const headed = (left: number, right: number) =>
    parts.some((part) => part.left < right && part.right > left);
  const inside = mergeGaps(
    parts.filter((part) => part.left > from && part.right < to).map((part): Gap => [part.left, part.right]),
  );
  // A figure set to the right below a heading set to the left: the heading is that column's, not one of its own.
  const ofRight = inside.length > 0 && !headed(to, after) ? inside.pop() : undefined;
  const ofLeft = inside.length > 0 && !headed(before, from) ? inside.shift() : undefined;
  const edges = [ofLeft?.[1] ?? from, ...inside.flat(), ofRight?.[0] ?? to];
  const middles: number[] = [];
  for (let index = 0; index < edges.length; index += 2)
    middles.push(((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2);
  return middles;
}

function mergeGaps(gaps: readonly Gap[]): Gap[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...gaps].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
