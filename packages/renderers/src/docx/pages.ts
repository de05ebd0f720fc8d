import type { Block, Grid, Heading, Paragraph } from "@mingzhang/core";
import { aboveFitsOneLine } from "./grid.ts";
import { BODY_SIZE, type Frame, frames, LINE } from "./page.ts";
import { rowHeights, WHOLE_ROW } from "./rows.ts";
import type { Item, Section } from "./sections.ts";
import { gridLine, LINES, SIZES, TIGHTENED } from "./styles.ts";
import type { TableLayout } from "./table.ts";
import { lineCount } from "./text-width.ts";

/** On which numbered page a block starts. */
export type Pages = ReadonlyMap<Block, number>;

/** A stretch of a page that does not break, in twips. */
interface Piece {
  readonly height: number;
  /** What must stand below it on the same page. */
  readonly follows?: number;
  /** What is printed again above it where it starts a page. */
  readonly repeated?: number;
}

/**
 * Foresees page numbers from exact line heights and the widths of characters. They stand in the contents for
 * programs that do not compute fields on opening, and until Word does.
 */
export function estimatePages(sections: readonly Section[], layoutOf: (grid: Grid) => TableLayout): Pages {
  const pages = new Map<Block, number>();
  let page = 0;
  for (const { orientation, numbered, items } of sections) {
    if (!numbered) continue;
    const frame = frames[orientation];
    page += 1;
    let used = 0;
    for (const { block, breakBefore } of items) {
      const pieces = block.type === "grid" ? gridPieces(layoutOf(block), frame) : textPieces(block, frame);
      for (const [index, { height, follows = 0, repeated = 0 }] of pieces.entries()) {
        const full = used + height + follows > frame.height;
        if (used > 0 && (full || (breakBefore && index === 0))) {
          page += 1;
          used = repeated;
        }
        used += height;
        if (index === 0) pages.set(block, page);
      }
    }
  }
  return pages;
}

const repeat = (count: number, piece: Piece): Piece[] => Array.from({ length: count }, () => piece);
const emsIn = (frame: Frame, size: number): number => frame.width / (size * 10);

function textPieces(block: Exclude<Item["block"], Grid>, frame: Frame): Piece[] {
  if (block.type === "heading") return [headingPiece(block, frame)];
  if (block.type === "paragraph") return paragraphPieces(block, frame);
  return [{ height: frame.height }];
}

function headingPiece({ level, text }: Heading, frame: Frame): Piece {
  if (level > 1) return { height: LINE * lineCount(text, emsIn(frame, BODY_SIZE), 2), follows: LINE };
  return { height: LINES.title * lineCount(text, emsIn(frame, SIZES.title)) + LINE, follows: LINE };
}

function paragraphPieces({ children, style }: Paragraph, frame: Frame): Piece[] {
  const text = children.map((child) => child.text).join("");
  if (style === "note")
    return repeat(lineCount(text, emsIn(frame, SIZES.remark), 2), { height: LINES.remark });
  const ems = frame.width / (BODY_SIZE * 10 + TIGHTENED);
  const before = style === "signature" ? [{ height: LINE }] : [];
  return [...before, ...repeat(lineCount(text, ems, 2), { height: LINE })];
}

function gridPieces(layout: TableLayout, frame: Frame): Piece[] {
  const { grid, fit } = layout;
  const { label, caption, aboveLeft, aboveRight } = grid;
  const captionHeight = LINES.caption * lineCount(caption, emsIn(frame, SIZES.caption)) + 120;
  const aboveLines = aboveLeft === undefined && aboveRight === undefined ? 0 : aboveFitsOneLine(grid) ? 1 : 2;
  const top = (label === undefined ? 0 : LINES.label) + captionHeight + aboveLines * LINES.note;
  const heights = rowHeights(layout);
  const repeated = heights.slice(0, grid.headerRows).reduce((sum, height) => sum + height, 0);
  const line = gridLine(fit.size);
  const rows = heights.flatMap((height) =>
    height <= WHOLE_ROW
      ? [{ height, repeated }]
      : repeat(Math.ceil(height / line), { height: line, repeated }),
  );
  const notes = grid.below.flatMap((note) =>
    repeat(lineCount(note, emsIn(frame, SIZES.note)), { height: LINES.note }),
  );
  return [{ height: top, follows: repeated + line }, ...rows, ...notes];
}
