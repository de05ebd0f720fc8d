import type { LineSelection } from "@mingzhang/core";

/**
 * What the page carries for its script: the Inspection with references as positions and each column of lines as a
 * list of its distinct values, so that a selection tests values and not rows.
 */
export interface PageData {
  readonly figures: readonly PageFigure[];
  readonly lines: readonly PageColumn[];
}

export interface PageFigure {
  readonly what: string;
  readonly printed: string;
  readonly exact?: string;
  readonly conventional?: string;
  readonly because?: string;
  readonly note?: string;
  /** Text and element id. */
  readonly places: readonly (readonly [text: string, id: string])[];
  readonly parts?: readonly PagePart[];
  readonly select?: LineSelection;
}

/** `figure` is -1 where the inspection knows nothing of the part. */
export type PagePart = readonly [sign: 1 | -1, figure: number, label: string, printed: string];

export interface PageColumn {
  readonly id: string;
  readonly label: string;
  readonly prefix?: boolean;
  readonly align?: "left" | "right";
  readonly values: readonly string[];
  /** For each line, the position of its value in `values`. */
  readonly rows: readonly number[];
}
