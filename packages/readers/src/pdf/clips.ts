import type { Box } from "@mingzhang/core";
import { type Engine, floatAt } from "./engine.ts";
import { around, intersect, type Matrix, mapBox, type Point } from "./geometry.ts";

/** The box that an object is clipped to, in the space of the page or form that holds the object. */
export function readClip(engine: Engine, object: number): Box | undefined {
  const { direct } = engine;
  const clip = direct.FPDFPageObj_GetClipPath(object);
  if (clip === 0) return undefined;
  const paths = direct.FPDFClipPath_CountPaths(clip);
  let box: Box | undefined;
  for (let index = 0; index < paths; index++) {
    const points = clipPoints(engine, clip, index);
    if (points.length > 0) box = box === undefined ? around(points) : intersect(box, around(points));
  }
  return box;
}

/** More points than this are a picture's outline, of which the first ones say enough. */
const MOST_POINTS = 64;

function clipPoints(engine: Engine, clip: number, index: number): Point[] {
  const { direct, scratch } = engine;
  const count = Math.min(MOST_POINTS, direct.FPDFClipPath_CountPathSegments(clip, index));
  const points: Point[] = [];
  for (let at = 0; at < count; at++) {
    const part = direct.FPDFClipPath_GetPathSegment(clip, index, at);
    direct.FPDFPathSegment_GetPoint(part, scratch, scratch + 4);
    points.push({ x: floatAt(engine, scratch), y: floatAt(engine, scratch, 1) });
  }
  return points;
}

export function mapClip(matrix: Matrix, clip: Box): Box {
  return mapBox(matrix, { x: clip.left, y: clip.top }, { x: clip.right, y: clip.bottom });
}
