import type { Box } from "@mingzhang/core";
import type { Drawing, Outline } from "./drawings.ts";
import { around, intersect, type Point } from "./geometry.ts";
import type { Rules, Segment } from "./page.ts";

/** A filled shape up to this thick is a rule, whatever its outline: a rectangle or a mitred quadrilateral. */
const THICKEST = 3.6;
/** A line may lean by this share of its length and still be level. */
const LEAN = 0.02;

interface Mark {
  readonly segment: Segment;
  readonly order: number;
}

interface Marks {
  readonly horizontal: Mark[];
  readonly vertical: Mark[];
}

/** A white area, which hides what was painted before it. */
interface Cover {
  readonly box: Box;
  readonly order: number;
}

/** Every way to draw a rule becomes one kind of segment; white ones and hidden ones are none. */
export function rulesOf(drawings: readonly Drawing[], bounds: Box): Rules {
  const marks: Marks = { horizontal: [], vertical: [] };
  const covers: Cover[] = [];
  drawings.forEach((drawing, order) => {
    const visible = drawing.clip === undefined ? bounds : intersect(bounds, drawing.clip);
    for (const outline of drawing.outlines) {
      if (drawing.white) addCover(covers, { drawing, outline, visible, order });
      else addMarks(marks, { drawing, outline, visible, order });
    }
  });
  return {
    horizontal: uncovered(marks.horizontal, covers, (box) => [box.top, box.bottom, box.left, box.right]),
    vertical: uncovered(marks.vertical, covers, (box) => [box.left, box.right, box.top, box.bottom]),
  };
}

interface Painted {
  readonly drawing: Drawing;
  readonly outline: Outline;
  readonly visible: Box;
  readonly order: number;
}

function addMarks(marks: Marks, painted: Painted): void {
  const { drawing, outline } = painted;
  if (drawing.pen !== undefined) {
    const { points } = outline;
    for (let index = 1; index < points.length; index++)
      addLine(marks, painted, [points[index - 1], points[index]]);
    if (outline.closed) addLine(marks, painted, [points.at(-1), points[0]]);
  } else if (!outline.curved && outline.points.length >= 2) {
    addBox(marks, painted, around(outline.points));
  }
}

/** A stroke's straight part. */
function addLine(
  marks: Marks,
  painted: Painted,
  [from, to]: readonly [Point | undefined, Point | undefined],
): void {
  if (from === undefined || to === undefined) return;
  const box = around([from, to]);
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (Math.min(width, height) > Math.max(LEAN * Math.max(width, height), 0.3)) return;
  // A pen wider than it is long draws a thick rule across its own direction.
  const pen = painted.drawing.pen ?? 0;
  if (pen <= THICKEST) addBox(marks, painted, box);
  else if (width > height)
    addBox(marks, painted, { ...box, top: box.top - pen / 2, bottom: box.bottom + pen / 2 });
  else addBox(marks, painted, { ...box, left: box.left - pen / 2, right: box.right + pen / 2 });
}

/** A thin box is a rule along its longer side; a dot may belong to a dotted rule of either direction. */
function addBox(marks: Marks, { visible, order }: Painted, box: Box): void {
  const seen = intersect(box, visible);
  if (seen.left > seen.right + SLACK || seen.top > seen.bottom + SLACK) return;
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (height <= THICKEST && (width >= height || width <= DOT)) {
    const segment = { at: (box.top + box.bottom) / 2, from: seen.left, to: seen.right };
    marks.horizontal.push({ order, segment });
  }
  if (width <= THICKEST && (height >= width || height <= DOT)) {
    const segment = { at: (box.left + box.right) / 2, from: seen.top, to: seen.bottom };
    marks.vertical.push({ order, segment });
  }
}

const SLACK = 0.5;
const DOT = 1.6;

/** White areas thinner than this hide nothing worth saying. */
const SMALLEST_COVER = 4;

function addCover(covers: Cover[], { drawing, outline, visible, order }: Painted): void {
  if (!drawing.filled || outline.curved || outline.points.length < 4) return;
  const box = intersect(around(outline.points), visible);
  if (box.right - box.left < SMALLEST_COVER || box.bottom - box.top < SMALLEST_COVER) return;
  covers.push({ box, order });
}

/** More comparisons than this are not worth the rare hidden rule. */
const MOST_COMPARISONS = 4_000_000;

type Sides = readonly [low: number, high: number, from: number, to: number];

function uncovered(marks: readonly Mark[], covers: readonly Cover[], sides: (box: Box) => Sides): Segment[] {
  if (covers.length === 0 || covers.length * marks.length > MOST_COMPARISONS)
    return marks.map((mark) => mark.segment);
  return marks.flatMap((mark) => {
    let parts: Segment[] = [mark.segment];
    for (const cover of covers)
      if (cover.order > mark.order) parts = parts.flatMap((part) => cutOut(part, sides(cover.box)));
    return parts;
  });
}

/** What an area leaves of a segment; a rule on its very edge is not hidden by it. */
function cutOut(part: Segment, [low, high, from, to]: Sides): Segment[] {
  if (part.at <= low + 1 || part.at >= high - 1 || part.to <= from || part.from >= to) return [part];
  const rest: Segment[] = [];
  if (part.from < from) rest.push({ ...part, to: from });
  if (part.to > to) rest.push({ ...part, from: to });
  return rest;
}
