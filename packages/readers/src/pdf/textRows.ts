import { median } from "./geometry.ts";
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
  const usual = usualStep(lines);
  const rows: PartLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const row = rows.at(-1);
    const previous = lines[index - 1];
    if (row === undefined || previous === undefined) rows.push([line]);
    else if (joins({ previous, line, row, usual, xs })) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** The usual step from row to row: between anchors with nothing in between. */
function usualStep(lines: readonly PartLine[]): number {
  const steps = lines.slice(1).flatMap((line, index) => {
    const previous = lines[index];
    const both = previous !== undefined && isAnchor(line) && isAnchor(previous);
    return both ? [line.baseline - previous.baseline] : [];
  });
  return median(steps);
}

interface Step {
  readonly previous: PartLine;
  readonly line: PartLine;
  readonly row: readonly PartLine[];
  readonly usual: number;
  readonly xs: readonly number[];
}

/** Lines closer than this many em print one row around its middle: a name of two lines beside one figure. */
const INTERLACED = 0.95;
/** A name wraps with a step plainly smaller than that from row to row. */
const WRAPPED = 0.8;

function joins({ previous, line, row, usual, xs }: Step): boolean {
  const step = line.baseline - previous.baseline;
  const close = step < INTERLACED * line.size;
  if (isAnchor(line)) return close && row.length === 1 && !row.some((own) => isAnchor(own));
  if (close) return true;
  const [own] = line.parts;
  if (own === undefined || line.parts.length > 1 || step > 1.9 * line.size) return false;
  const completed = previous.parts.find((part) => !part.figure && Math.abs(part.left - own.left) < line.size);
  if (completed === undefined) return false;
  if (usual > 0 && step < WRAPPED * usual) return true;
  const edge = xs[intervalOf(xs, own.left + 1) + 1] ?? completed.right;
  return completed.right > edge - 2.5 * line.size && !MARKER.test(own.text);
}

/** How a new entry begins, never the rest of a name. */
const MARKER = /^[（(]?[\d一二三四五六七八九十]+[）)、.．]|^其中/;
