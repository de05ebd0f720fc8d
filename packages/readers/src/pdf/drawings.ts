import type { Box } from "@mingzhang/core";
import { type Engine, floatsAt } from "./engine.ts";
import { compose, intersect, type Matrix, mapPoint, type Point, scaleOf } from "./geometry.ts";

/** One drawn path in upright coordinates, in painting order. */
export interface Drawing {
  readonly outlines: readonly Outline[];
  /** Width of the pen; undefined when only filled. */
  readonly pen?: number;
  readonly filled: boolean;
  /** Painted in white: it rules nothing, and may hide what was painted before. */
  readonly white: boolean;
  readonly clip?: Box;
}

/** The straight parts of a path; where a curve stands, the outline is broken. */
export interface Outline {
  readonly points: readonly Point[];
  readonly closed: boolean;
  readonly curved: boolean;
}

export interface PageDrawings {
  readonly drawings: readonly Drawing[];
  readonly images: number;
  readonly cut: boolean;
}

const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const MAX_DEPTH = 8;

interface Walk {
  readonly engine: Engine;
  readonly drawings: Drawing[];
  images: number;
  left: number;
}

/** All paths of a page, those inside form XObjects included. */
export function readDrawings(engine: Engine, page: number, matrix: Matrix, limit: number): PageDrawings {
  const { calls } = engine;
  const walk: Walk = { engine, drawings: [], images: 0, left: limit };
  const count = calls.FPDFPage_CountObjects(page);
  visitAll(walk, { count, get: (index) => calls.FPDFPage_GetObject(page, index), matrix, depth: 0 });
  return { drawings: walk.drawings, images: walk.images, cut: walk.left <= 0 };
}

interface Group {
  readonly count: number;
  readonly get: (index: number) => number;
  readonly matrix: Matrix;
  readonly depth: number;
}

function visitAll(walk: Walk, group: Group): void {
  const { calls } = walk.engine;
  for (let index = 0; index < group.count && walk.left > 0; index++, walk.left--) {
    const object = group.get(index);
    const kind = calls.FPDFPageObj_GetType(object);
    if (kind === IMAGE) walk.images++;
    else if (kind === PATH) readPath(walk, object, group.matrix);
    else if (kind === FORM && group.depth < MAX_DEPTH) {
      visitAll(walk, {
        count: calls.FPDFFormObj_CountObjects(object),
        get: (child) => calls.FPDFFormObj_GetObject(object, child),
        matrix: compose(objectMatrix(walk.engine, object), group.matrix),
        depth: group.depth + 1,
      });
    }
  }
}

function objectMatrix(engine: Engine, object: number): Matrix {
  engine.calls.FPDFPageObj_GetMatrix(object, engine.scratch);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = floatsAt(engine, engine.scratch, 6);
  return [a, b, c, d, e, f];
}

function readPath(walk: Walk, path: number, parent: Matrix): void {
  const { engine } = walk;
  const { calls, memory, scratch } = engine;
  calls.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const filled = (memory.HEAP32[scratch >> 2] ?? 0) !== 0;
  const stroked = (memory.HEAP32[(scratch + 4) >> 2] ?? 0) !== 0;
  if (!filled && !stroked) return;
  const paint = colourOf(engine, path, stroked);
  if (paint.alpha === 0) return;
  const matrix = compose(objectMatrix(engine, path), parent);
  const outlines = readOutlines(walk, path, matrix);
  const clip = readClip(engine, path, parent);
  walk.drawings.push({
    outlines,
    filled,
    white: paint.white,
    ...(stroked && { pen: penWidth(engine, path) * scaleOf(matrix) }),
    ...(clip !== undefined && { clip }),
  });
}

/** Lighter than this in every channel is paper. */
const WHITE = 250;

function colourOf(engine: Engine, object: number, stroked: boolean): { white: boolean; alpha: number } {
  const { calls, memory, scratch } = engine;
  const read = stroked ? calls.FPDFPageObj_GetStrokeColor : calls.FPDFPageObj_GetFillColor;
  if (!read(object, scratch, scratch + 4, scratch + 8, scratch + 12)) return { white: false, alpha: 255 };
  const [red = 0, green = 0, blue = 0, alpha = 255] = memory.HEAPU32.subarray(
    scratch >> 2,
    (scratch >> 2) + 4,
  );
  return { white: red >= WHITE && green >= WHITE && blue >= WHITE, alpha };
}

function penWidth(engine: Engine, path: number): number {
  engine.calls.FPDFPageObj_GetStrokeWidth(path, engine.scratch);
  return floatsAt(engine, engine.scratch, 1)[0] ?? 0;
}

const LINE_TO = 0;
const CURVE_TO = 1;

function readOutlines(walk: Walk, path: number, matrix: Matrix): Outline[] {
  const { calls, scratch } = walk.engine;
  const count = Math.min(calls.FPDFPath_CountSegments(path), walk.left);
  walk.left -= count >> 3;
  const outlines: { points: Point[]; closed: boolean; curved: boolean }[] = [];
  for (let index = 0; index < count; index++) {
    const part = calls.FPDFPath_GetPathSegment(path, index);
    const kind = calls.FPDFPathSegment_GetType(part);
    calls.FPDFPathSegment_GetPoint(part, scratch, scratch + 4);
    const [x = 0, y = 0] = floatsAt(walk.engine, scratch, 2);
    let outline = outlines.at(-1);
    if (outline === undefined || (kind !== LINE_TO && kind !== CURVE_TO)) {
      outline = { points: [], closed: false, curved: false };
      outlines.push(outline);
    }
    if (kind === CURVE_TO) outline.curved = true;
    else outline.points.push(mapPoint(matrix, x, y));
    if (calls.FPDFPathSegment_GetClose(part)) outline.closed = true;
  }
  return outlines;
}

/** The box that an object is clipped to; clip paths already stand in the space of the object's group. */
function readClip(engine: Engine, object: number, parent: Matrix): Box | undefined {
  const { calls, scratch } = engine;
  const clip = calls.FPDFPageObj_GetClipPath(object);
  if (clip === 0) return undefined;
  const paths = calls.FPDFClipPath_CountPaths(clip);
  let box: Box | undefined;
  for (let index = 0; index < paths; index++) {
    const points: Point[] = [];
    const count = calls.FPDFClipPath_CountPathSegments(clip, index);
    for (let at = 0; at < count; at++) {
      const part = calls.FPDFClipPath_GetPathSegment(clip, index, at);
      calls.FPDFPathSegment_GetPoint(part, scratch, scratch + 4);
      const [x = 0, y = 0] = floatsAt(engine, scratch, 2);
      points.push(mapPoint(parent, x, y));
    }
    if (points.length > 0) box = box === undefined ? around(points) : intersect(box, around(points));
  }
  return box;
}

export function around(points: readonly Point[]): Box {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
