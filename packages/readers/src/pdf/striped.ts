import type { Glyph, PageContent, Segment } from "./page.ts";
import type { Taking } from "./pageTables.ts";
import { type PartLine, partLines } from "./parts.ts";
import { isAnchor } from "./textRows.ts";
import { textTable } from "./textTable.ts";

/** A table ruled by level lines only: the white gaps part its columns, the lines its rows. */
export function striped(
  rules: readonly Segment[],
  page: PageContent,
  glyphs: readonly Glyph[],
): Taking | undefined {
  const ys = [...new Set(rules.map((rule) => rule.at))].sort((a, b) => a - b);
  const [first] = rules;
  if (first === undefined || ys.length < 3) return undefined;
  const within = (glyph: Glyph) =>
    glyph.x >= first.from - 2 &&
    glyph.x <= first.to + 2 &&
    glyph.y > (ys[0] ?? 0) &&
    glyph.y < (ys.at(-1) ?? 0);
  const used = glyphs.filter(within);
  const bands = bandsOf(partLines(used), ys);
  const body = bands.findIndex((band) => band.some((line) => isAnchor(line)));
  if (body === -1 || bands.slice(body).flat().filter(isAnchor).length < 2) return undefined;
  const region = { head: bands.slice(0, body).flat(), bands: bands.slice(body) };
  const piece = textTable(region, page);
  return piece === undefined ? undefined : { piece, used };
}

function bandsOf(lines: readonly PartLine[], ys: readonly number[]): PartLine[][] {
  const bands = ys.slice(1).map((bottom, index) => {
    const top = ys[index] ?? 0;
    return lines.filter((line) => {
      const middle = line.baseline - 0.36 * line.size;
      return middle >= top && middle < bottom;
    });
  });
  return bands.filter((band) => band.length > 0);
}
