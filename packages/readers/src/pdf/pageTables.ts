import type { Box } from "@mingzhang/core";
import { borderlessRegions } from "./borderless.ts";
import { contains, median } from "./geometry.ts";
import { latticeOf } from "./lattice.ts";
import type { Glyph, PageContent } from "./page.ts";
import { partLines } from "./parts.ts";
import type { Piece } from "./piece.ts";
import { type RuledArea, ruledAreas } from "./ruledAreas.ts";
import { fillLattice, latticeBox } from "./ruledTable.ts";
import { striped } from "./striped.ts";
import { splitTallRows } from "./tallRows.ts";
import { textTable } from "./textTable.ts";

/** The tables of a page and the characters that stand in none. */
export interface PageTables {
  readonly pieces: readonly Piece[];
  readonly rest: readonly Glyph[];
}

/** Rules closer than this are one rule; small print has rules close together. */
function ruleTolerance(glyphs: readonly Glyph[]): number {
  const size = median(glyphs.map((glyph) => glyph.size)) || 10;
  return Math.min(2.4, Math.max(1.2, 0.3 * size));
}

export function pageTables(page: PageContent): PageTables {
  const tolerance = ruleTolerance(page.glyphs);
  const areas = ruledAreas(page.rules, tolerance);
  const ruled = ruledPieces(page, areas, tolerance);
  const levels = areas.filter(({ vertical }) => vertical.length === 0);
  const half = takeInTurn(ruled.rest, levels, (area, glyphs) => striped(area.horizontal, page, glyphs));
  const open = borderlessPieces(page, half.rest);
  const pieces = [...ruled.pieces, ...half.pieces, ...open.pieces];
  pieces.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
  return { pieces, rest: open.rest };
}

/** Tables in crossing rules; the smallest first, so that a table inside a frame is not the frame's. */
function ruledPieces(page: PageContent, areas: readonly RuledArea[], tolerance: number): PageTables {
  const lattices = areas
    .filter(({ vertical }) => vertical.length > 0)
    .flatMap((area) => latticeOf(area, tolerance) ?? [])
    // A frame around one area is a text box or the edge of a page, not a table.
    .filter((lattice) => lattice.spans.length > 1)
    .sort((a, b) => area(latticeBox(a)) - area(latticeBox(b)));
  return takeInTurn(page.glyphs, lattices, (lattice, glyphs) => {
    const box = latticeBox(lattice);
    const inside = glyphs.filter((glyph) => contains(box, glyph.x, glyph.y));
    return inside.length === 0
      ? undefined
      : { piece: splitTallRows(fillLattice(lattice, page, inside)), used: inside };
  });
}

/** A piece and the characters that it has used up. */
export interface Taking {
  readonly piece: Piece;
  readonly used: readonly Glyph[];
}

function takeInTurn<Source>(
  glyphs: readonly Glyph[],
  sources: readonly Source[],
  take: (source: Source, glyphs: readonly Glyph[]) => Taking | undefined,
): PageTables {
  const pieces: Piece[] = [];
  let rest = glyphs;
  for (const source of sources) {
    const taking = take(source, rest);
    if (taking === undefined) continue;
    pieces.push(taking.piece);
    const used = new Set(taking.used);
    rest = rest.filter((glyph) => !used.has(glyph));
  }
  return { pieces, rest };
}

function borderlessPieces(page: PageContent, rest: readonly Glyph[]): PageTables {
  const lines = partLines(rest);
  return takeInTurn(rest, borderlessRegions(lines), ({ region, taken }) => {
    const piece = textTable(region, page);
    if (piece === undefined) return undefined;
    const used = taken.flatMap((index) => (lines[index]?.parts ?? []).flatMap((part) => part.glyphs));
    return { piece, used };
  });
}

function area(box: Box): number {
  return (box.right - box.left) * (box.bottom - box.top);
}
