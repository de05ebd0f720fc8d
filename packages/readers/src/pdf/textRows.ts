import { intervalOf } from "./levels.ts";
import type { PartLine } from "./parts.ts";

/** Codes begin a row as surely as a figure does. */
const CODE = /^[[【(]?\d{3}(?:\d{2}){0,2}(?!\d)/;

/** A line that a row stands on: it prints a figure beside something else, or begins with a code. */
export function isAnchor(line: PartLine): boolean {
  const figures = line.parts.filter((part) => part.figure).length;
  return (figures > 0 && line.parts.length > 1) || figures > 1 || CODE.test(line.parts[0]?.text ?? "");
}

/**
 * Lines of a table body grouped into rows. Every anchor is a row; a line without figures goes on with the row
 * whose name it completes, or is a row of its own.
 */
export function rowsOfLines(lines: readonly PartLine[], xs: readonly number[]): PartLine[][] {
  const anchors = lines.filter((line) => isAnchor(line));
  const rows: PartLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const row = rows.at(-1);
    const previous = lines[index - 1];
    if (row === undefined || previous === undefined) rows.push([line]);
    else if (joins({ previous, line, row, anchors, xs })) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

interface Step {
  readonly previous: PartLine;
  readonly line: PartLine;
  readonly row: readonly PartLine[];
  readonly anchors: readonly PartLine[];
  readonly xs: readonly number[];
}

/** Lines closer than this many em print one row around its middle: a name of two lines beside one figure. */
const INTERLACED = 0.95;

function joins({ previous, line, row, anchors, xs }: Step): boolean {
  const anchored = row.some((own) => isAnchor(own));
  const step = line.baseline - previous.baseline;
  if (isAnchor(line)) return !anchored && step < INTERLACED * line.size && row.length === 1;
  if (step < INTERLACED * line.size) return true;
  const above = previous.parts[0];
  const own = line.parts[0];
  if (above === undefined || own === undefined || line.parts.length > 1) return false;
  const completed = previous.parts.find((part) => !part.figure && Math.abs(part.left - own.left) < line.size);
  if (completed === undefined || step > 1.9 * line.size) return false;
  const edge = xs[intervalOf(xs, own.left + 1) + 1] ?? completed.right;
  const next = anchors.find((anchor) => anchor.baseline > line.baseline);
  const nearer = next === undefined || next.baseline - line.baseline > step * 1.15;
  return nearer || completed.right > edge - 2.5 * line.size;
}
