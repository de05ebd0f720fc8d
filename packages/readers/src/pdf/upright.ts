import type { Matrix } from "./geometry.ts";

/** Quarter turns clockwise that make a page stand upright. */
export type Turn = 0 | 1 | 2 | 3;

/** The page in its own space: PDF points, y upwards. */
export interface Frame {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** Maps page space to the upright page: origin at the top left, y downwards. */
export function uprightMatrix(frame: Frame, turn: Turn): Matrix {
  const { left, bottom, right, top } = frame;
  switch (turn) {
    case 0:
      return [1, 0, 0, -1, -left, top];
    case 1:
      return [0, 1, 1, 0, -bottom, -left];
    case 2:
      return [-1, 0, 0, 1, right, -bottom];
    case 3:
      return [0, -1, -1, 0, top, right];
  }
}

/** The turn nearest to an angle in radians, counted anticlockwise in page space; undefined when it is slanted. */
export function turnOfAngle(radians: number): Turn | undefined {
  const quarters = radians / (Math.PI / 2);
  const nearest = Math.round(quarters);
  if (Math.abs(quarters - nearest) > SLANT) return undefined;
  return asTurn(nearest);
}

/** A tenth of a right angle: more than a crooked scan, less than any watermark. */
const SLANT = 0.1;

export function asTurn(quarters: number): Turn {
  switch (((quarters % 4) + 4) % 4) {
    case 1:
      return 1;
    case 2:
      return 2;
    case 3:
      return 3;
    default:
      return 0;
  }
}

/**
 * The turn that most of the characters need. Files exist that draw a landscape table sideways on a portrait
 * page without saying that the page is rotated, so the text decides and the page's own rotation breaks ties.
 */
export function dominantTurn(turns: readonly Turn[], pageTurn: Turn): Turn {
  const counts = [0, 0, 0, 0];
  for (const turn of turns) counts[turn] = (counts[turn] ?? 0) + 1;
  let best: Turn = pageTurn;
  for (const turn of [0, 1, 2, 3] as const) if ((counts[turn] ?? 0) > (counts[best] ?? 0)) best = turn;
  return best;
}
