import type { Box } from "@mingzhang/core";
import { contains, median } from "./geometry.ts";
import { latticeOf } from "./lattice.ts";
import type { Glyph, PageContent } from "./page.ts";
import type { Piece } from "./piece.ts";
import { ruledAreas } from "./ruledAreas.ts";
import { fillLattice, latticeBox } from "./ruledTable.ts";

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
  const areas = ruledAreas(page.rules, tolerance).filter(({ vertical }) => vertical.length > 0);
  let rest = page.glyphs;
  const pieces: Piece[] = [];
  const lattices = areas
    .flatMap((area) => latticeOf(area, tolerance) ?? [])
    .sort((a, b) => area(latticeBox(a)) - area(latticeBox(b)));
  for (const lattice of lattices) {
    // A frame around one area is a text box or the edge of a page, not a table.
    if (lattice.spans.length < 2) continue;
    const box = latticeBox(lattice);
    const inside = rest.filter((glyph) => contains(box, glyph.x, glyph.y));
    if (inside.length === 0) continue;
    rest = rest.filter((glyph) => !contains(box, glyph.x, glyph.y));
    pieces.push(fillLattice(lattice, page, inside));
  }
  return { pieces: pieces.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left), rest };
}

function area(box: Box): number {
  return (box.right - box.left) * (box.bottom - box.top);
}
