import type { Block, Grid, Heading, Paragraph } from "@mingzhang/core";
import { aboveFitsOneLine, captionSize } from "./grid.ts";
import { BODY_SIZE, type Frame, frames, LINE } from "./page.ts";
import { rowHeights, WHOLE_ROW } from "./rows.ts";
import type { Item, Section } from "./sections.ts";
import { CAPTION_GAP, gridLine, LINES, SIZES, TIGHTENED } from "./styles.ts";
import type { TableLayout } from "./table.ts";
import { lineCount } from "./text-width.ts";

/** On which numbered page a block starts. */
export type Pages = ReadonlyMap<Block, number>;

/** A stretch of a page that does not break. */
interface Piece {
  /** Twips. */
  readonly height: number;
  /** It stands on the same page as the next piece. */
  readonly keep?: boolean;
  /** What is printed again above it where it starts a page. */
  readonly repeated?: number;
  /** Set on the first piece of a block. */
  readonly of?: Item;
}

/**
 * Foresees page numbers from exact line heights and the widths of characters. They stand in the contents for
 * programs that do not compute fields on opening, and until Word does.
 */
export function estimatePages(sections: readonly Section[], layoutOf: (grid: Grid) => TableLayout): Pages {
  const pages = new Map<Block, number>();
  let page = 0;
  for (const { orientation, items } of sections.filter((section) => section.numbered)) {
    const frame = frames[orientation];
    const pieces = items.flatMap((item) => piecesOf(item, frame, layoutOf));
    page += 1;
    let used = 0;
    for (const [index, { height, repeated = 0, of }] of pieces.entries()) {
      const full = used + heightKept(pieces, index, frame.height) > frame.height;
      if (used > 0 && (full || of?.breakBefore)) {
        page += 1;
        used = repeated;
      }
      used += height;
      if (of !== undefined) pages.set(of.block, page);
    }
  }
  return pages;
}

/** The height of a piece with those that it must share a page with, as far as it matters: up to a page's. */
function heightKept(pieces: readonly Piece[], first: number, most: number): number {
  let height = 0;
  for (let index = first; index < pieces.length; index += 1) {
    const { height: added = 0, keep = false } = pieces[index] ?? {};
    height += added;
    if (!keep || height > most) break;
  }
  return height;
}

function piecesOf(item: Item, frame: Frame, layoutOf: (grid: Grid) => TableLayout): Piece[] {
  const { block } = item;
  const pieces = block.type === "grid" ? gridPieces(layoutOf(block), frame) : textPieces(block, frame);
  return pieces.map((piece, index) => (index === 0 ? { ...piece, of: item } : piece));
}

const repeat = (count: number, piece: Piece): Piece[] => Array.from({ length: count }, () => piece);
const emsIn = (frame: Frame, size: number): number => frame.width / (size * 10);

function textPieces(block: Exclude<Item["block"], Grid>, frame: Frame): Piece[] {
  if (block.type === "heading") return [headingPiece(block, frame)];
  if (block.type === "paragraph") return paragraphPieces(block, frame);
  return [{ height: frame.height }];
}

function headingPiece({ level, text }: Heading, frame: Frame): Piece {
  if (level > 1) return { height: LINE * lineCount(text, emsIn(frame, BODY_SIZE), 2), keep: true };
  return { height: LINES.title * lineCount(text, emsIn(frame, SIZES.title)) + LINE, keep: true };
}

function paragraphPieces({ children, style }: Paragraph, frame: Frame): Piece[] {
  const text = children.map((child) => child.text).join("");
  if (style === "note")
    return repeat(lineCount(text, emsIn(frame, SIZES.remark), 2), { height: LINES.remark });
  const ems = frame.width / (BODY_SIZE * 10 + TIGHTENED);
  const lines = repeat(lineCount(text, ems, 2), { height: LINE });
  return style === "signature" ? [{ height: LINE * 2 }, ...lines.slice(1)] : lines;
}

function gridPieces({ grid, slots, fit }: TableLayout, frame: Frame): Piece[] {
  const { headerRows, below } = grid;
  const heights = rowHeights({ grid, slots, fit });
  const repeated = heights.slice(0, headerRows).reduce((sum, height) => sum + height, 0);
  const line = gridLine(fit.size);
  const rows = heights.flatMap((height, index): Piece[] => {
    if (index < headerRows) return [{ height, keep: true }];
    if (height <= WHOLE_ROW) return [{ height, repeated }];
    return repeat(Math.ceil(height / line), { height: line, repeated });
  });
  const noteLines = below.map((note) => lineCount(note, emsIn(frame, SIZES.note)));
  const notes = noteLines.flatMap((lines) => repeat(lines, { height: LINES.note }));
  return [{ height: gridTop(grid, frame), keep: true }, ...rows, ...notes];
}

/** The height of all that stands above a table. */
function gridTop(grid: Grid, frame: Frame): number {
  const label = grid.label === undefined ? 0 : LINES.label;
  const captionLines = lineCount(grid.caption, emsIn(frame, captionSize(grid)));
  const above =
    grid.aboveLeft === undefined && grid.aboveRight === undefined ? 0 : aboveFitsOneLine(grid) ? 1 : 2;
  return label + LINES.caption * captionLines + CAPTION_GAP + LINES.note * above;
}
