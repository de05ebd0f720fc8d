import { type Line, linesOf, textOf } from "./lines.ts";
import type { Glyph, PageContent } from "./page.ts";
import { pageTables } from "./pageTables.ts";
import type { Piece } from "./piece.ts";

/** A line of text outside of tables, with the stretches between its wide gaps. */
export interface TextLine extends Line {
  readonly stretches: readonly Stretch[];
}

export interface Stretch {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export type FlowItem =
  | { readonly kind: "line"; readonly line: TextLine }
  | { readonly kind: "piece"; readonly piece: Piece };

/** What stands on one page, from top to bottom. */
export interface PageFlow {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly FlowItem[];
}

export function pageFlow(page: PageContent): PageFlow {
  const { pieces, rest } = pageTables(page);
  const lines = linesOf(rest.filter((glyph) => glyph.turn === 0)).map((line) => textLine(line));
  const items: FlowItem[] = [
    ...lines.map((line) => ({ kind: "line", line }) as const),
    ...pieces.map((piece) => ({ kind: "piece", piece }) as const),
  ];
  items.sort((a, b) => topOf(a) - topOf(b));
  return { number: page.number, width: page.width, height: page.height, items };
}

function topOf(item: FlowItem): number {
  return item.kind === "line" ? item.line.baseline - item.line.size : item.piece.box.top;
}

/** Gap in em between two stretches of one line. */
const WIDE_GAP = 2.2;

function textLine(line: Line): TextLine {
  const stretches: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of line.glyphs) {
    const apart = last === undefined || glyph.left - last.right > WIDE_GAP * Math.min(last.size, glyph.size);
    if (apart) stretches.push([glyph]);
    else stretches.at(-1)?.push(glyph);
    last = glyph;
  }
  return {
    ...line,
    stretches: stretches.map((glyphs) => ({
      text: textOf(glyphs),
      left: glyphs[0]?.left ?? 0,
      right: glyphs.at(-1)?.right ?? 0,
    })),
  };
}
