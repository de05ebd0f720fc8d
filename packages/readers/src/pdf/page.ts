import type { Box } from "@mingzhang/core";

/** One printed character, in the coordinates of the upright page. */
export interface Glyph extends Box {
  readonly text: string;
  readonly baseline: number;
  /** Height of the font's em in points. */
  readonly size: number;
  /** Point that decides which cell the character belongs to. */
  readonly x: number;
  readonly y: number;
  /** Quarter turns clockwise against the upright page: 0, or 1 to 3 for sideways text. */
  readonly turn: number;
}

/** A ruling line along one axis: `at` on the other axis, from `from` to `to`. */
export interface Segment {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly horizontal: readonly Segment[];
  readonly vertical: readonly Segment[];
}

/** What one page shows, as plain data; nothing of the PDF library is left in it. */
export interface PageContent {
  /** Counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: Rules;
  readonly images: number;
  /** Characters that the fonts map to none. */
  readonly unmapped: number;
  /** Notes that somebody has put on the page. */
  readonly notes: number;
  /** The only text is drawn invisibly over a picture: a scan with recognised text. */
  readonly recognised: boolean;
  /** Characters or drawings were left out because a limit was reached. */
  readonly cut: boolean;
}

/** Bounds that keep the time and memory of a reading in hand, whatever the file. */
export interface Limits {
  readonly pages: number;
  readonly glyphsPerPage: number;
  readonly objectsPerPage: number;
  readonly seconds: number;
}

export const DEFAULT_LIMITS: Limits = {
  pages: 2_000,
  glyphsPerPage: 60_000,
  objectsPerPage: 150_000,
  seconds: 120,
};
