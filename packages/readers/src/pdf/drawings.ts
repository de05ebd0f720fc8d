import type { Box } from "@mingzhang/core";
import { mapClip, readClip } from "./clips.ts";
import { type Engine, floatAt, integerAt } from "./engine.ts";
import { compose, type Matrix, mapPoint, type Point, scaleOf } from "./geometry.ts";

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
  /** Text objects inside forms, with the map from their form to the upright page. */
  readonly formTexts: ReadonlyMap<number, Matrix>;
  readonly cut: boolean;
}

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const MAX_DEPTH = 8;

interface Walk {
  readonly engine: Engine;
  readonly drawings: Drawing[];
  readonly formTexts: Map<number, Matrix>;
  images: number;
  left: number;
}

/** All paths of a page, those inside form XObjects included. */
export function readDrawings(engine: Engine, page: number, matrix: Matrix, limit: number): PageDrawings {
  const { calls } = engine;
  const walk: Walk = { engine, drawings: [], formTexts: new Map(), images: 0, left: limit };
  const count = calls.FPDFPage_CountObjects(page);
  visitAll(walk, { count, get: (index) => calls.FPDFPage_GetObject(page, index), matrix, depth: 0 });
  const { drawings, formTexts, images } = walk;
  return { drawings, formTexts, images, cut: walk.left <= 0 };
}

interface Group {
  readonly count: number;
  readonly get: (index: number) => number;
  readonly matrix: Matrix;
  readonly depth: number;
}

function visitAll(walk: Walk, group: Group): void {
  const { calls, direct } = walk.engine;
  for (let index = 0; index < group.count && walk.left > 0; index++, walk.left--) {
    const object = group.get(index);
    const kind = direct.FPDFPageObj_GetType(object);
    if (kind === IMAGE) walk.images++;
    else if (kind === PATH) readPath(walk, object, group.matrix);
    else if (kind === TEXT && group.depth > 0) walk.formTexts.set(object, group.matrix);
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
  engine.direct.FPDFPageObj_GetMatrix(object, engine.scratch);
  const at = (index: number) => floatAt(engine, engine.scratch, index);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function readPath(walk: Walk, path: number, parent: Matrix): void {
  const { engine } = walk;
  const { direct, scratch } = engine;
  direct.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const filled = integerAt(engine, scratch) !== 0;
  const stroked = integerAt(engine, scratch, 1) !== 0;
  if (!filled && !stroked) return;
  const paint = colourOf(engine, path, stroked);
  if (paint.alpha === 0) return;
  const matrix = compose(objectMatrix(engine, path), parent);
  const outlines = readOutlines(walk, path, matrix);
  const clip = readClip(engine, path);
  walk.drawings.push({
    outlines,
    filled,
    white: paint.white,
    ...(stroked && { pen: penWidth(engine, path) * scaleOf(matrix) }),
    ...(clip !== undefined && { clip: mapClip(parent, clip) }),
  });
}

/** Lighter than this in every channel is paper. */
const WHITE = 250;

function colourOf(engine: Engine, object: number, stroked: boolean): { white: boolean; alpha: number } {
  const { direct, scratch } = engine;
  const read = stroked ? direct.FPDFPageObj_GetStrokeColor : direct.FPDFPageObj_GetFillColor;
  if (!read(object, scratch, scratch + 4, scratch + 8, scratch + 12)) return { white: false, alpha: 255 };
  const white = [0, 1, 2].every((channel) => integerAt(engine, scratch, channel) >= WHITE);
  return { white, alpha: integerAt(engine, scratch, 3) };
}

function penWidth(engine: Engine, path: number): number {
  engine.direct.FPDFPageObj_GetStrokeWidth(path, engine.scratch);
  return floatAt(engine, engine.scratch);
}

const LINE_TO = 0;
const CURVE_TO = 1;

function readOutlines(walk: Walk, path: number, matrix: Matrix): Outline[] {
  const { direct, scratch } = walk.engine;
  const count = Math.min(direct.FPDFPath_CountSegments(path), walk.left);
  walk.left -= count >> 3;
  const outlines: { points: Point[]; closed: boolean; curved: boolean }[] = [];
  for (let index = 0; index < count; index++) {
    const part = direct.FPDFPath_GetPathSegment(path, index);
    const kind = direct.FPDFPathSegment_GetType(part);
    direct.FPDFPathSegment_GetPoint(part, scratch, scratch + 4);
    let outline = outlines.at(-1);
    if (outline === undefined || (kind !== LINE_TO && kind !== CURVE_TO)) {
      outline = { points: [], closed: false, curved: false };
      outlines.push(outline);
    }
    if (kind === CURVE_TO) outline.curved = true;
    else
      outline.points.push(mapPoint(matrix, floatAt(walk.engine, scratch), floatAt(walk.engine, scratch, 1)));
    if (direct.FPDFPathSegment_GetClose(part)) outline.closed = true;
  }
  return outlines;
}
