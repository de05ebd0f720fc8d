import { type Advance, widthOf } from "./measure.ts";

/** A centred title: its type size in points and the width it is set in, so that its lines are of like length. */
export interface FittedTitle {
  readonly size: number;
  readonly width: number;
}

/** Room for the break that falls a character later than half of the text. */
const SLACK = 1.5;

/** Takes the first of the sizes at which the title fits on one line, else balances the lines of the last. */
export function fitTitle(text: string, advance: Advance, { sizes, width }: TitleSpace): FittedTitle {
  const widths = text.split("\n").map((line) => widthOf(line, { advance, strong: true }));
  const length = widths.reduce((longest, width) => Math.max(longest, width), 0);
  const single = sizes.find((size) => length * size <= width);
  if (single !== undefined) return { size: single, width };
  const size = sizes.at(-1) ?? 16;
  const lines = Math.ceil((length * size) / width);
  return { size, width: Math.min(width, (length / lines + SLACK) * size) };
}

export interface TitleSpace {
  /** The preferred size first. */
  readonly sizes: readonly number[];
  /** The width of the text area in points. */
  readonly width: number;
}
