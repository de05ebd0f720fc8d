import { type Line, linesOf } from "./lines.ts";
import type { PageContent } from "./page.ts";
import { pageTables } from "./pageTables.ts";
import { partsOf } from "./parts.ts";
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
  return { ...line, stretches: partsOf(line, WIDE_GAP) };
}
