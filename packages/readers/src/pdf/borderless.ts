import type { PartLine } from "./parts.ts";
import { isAnchor } from "./textRows.ts";
import type { TextRegion } from "./textTable.ts";

/** A table without rules shows itself by this many lines with amounts in columns. */
const FEWEST_LINES = 3;
/** The widest step, in em, between lines of one table. */
const WIDEST_STEP = 4;
const MOST_HEAD_LINES = 12;
const PROSE = /[。；]|，.{6,}，/;
const LONGEST = 120;

/** The stretches of lines that print a table without rules; `taken` are the indices of their lines. */
export function borderlessRegions(lines: readonly PartLine[]): { region: TextRegion; taken: number[] }[] {
  const found: { region: TextRegion; taken: number[] }[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (!isDataLine(lines[index])) continue;
    const last = lastLine(lines, index);
    const body = lines.slice(index, last + 1);
    if (isTable(body)) {
      const first = firstHeadLine(lines, index);
      const taken = Array.from({ length: last - first + 1 }, (_, at) => first + at);
      found.push({ region: { head: lines.slice(first, index), bands: [body] }, taken });
    }
    index = last;
  }
  return found;
}

/** A few lines with amounts, or fewer with many: no prose sets four figures apart on one line. */
function isTable(body: readonly PartLine[]): boolean {
  const data = body.filter((line) => isDataLine(line));
  return data.length >= FEWEST_LINES || data.some((line) => amountsOf(line) >= MANY_AMOUNTS);
}

const MANY_AMOUNTS = 4;

function amountsOf(line: PartLine): number {
  return line.parts.reduce((sum, part) => sum + part.amounts, 0);
}

/** "部门：… 单位：…" above a table is no head of it. */
function isRemark(line: PartLine): boolean {
  return line.parts.length <= 2 && line.parts.every((part) => /[:：]/.test(part.text));
}

function isDataLine(line: PartLine | undefined): boolean {
  if (line === undefined || line.parts.length < 2 || isProse(line)) return false;
  return line.parts.some((part) => part.amounts > 0);
}

function isProse(line: PartLine): boolean {
  return PROSE.test(line.text) || line.text.length > LONGEST;
}

/** The last line with figures that can be reached without a wide step or a sentence in between. */
function lastLine(lines: readonly PartLine[], first: number): number {
  let last = first;
  for (let index = first + 1; index < lines.length; index++) {
    const [line, previous] = [lines[index], lines[index - 1]];
    if (line === undefined || previous === undefined || isProse(line)) break;
    const wide = line.baseline - previous.baseline > WIDEST_STEP * line.size;
    if (wide && !isAligned(line, lines.slice(first, last + 1))) break;
    if (isDataLine(line) || (isAnchor(line) && line.parts.length > 2)) last = index;
  }
  return last;
}

/** Figures that end where those above end go on with their table, even below a stretch of empty rows. */
function isAligned(line: PartLine, above: readonly PartLine[]): boolean {
  const figures = line.parts.filter((part) => part.figure);
  const edges = above.flatMap((own) => own.parts.filter((part) => part.figure).map((part) => part.right));
  const same = (part: { right: number }) =>
    edges.some((edge) => Math.abs(edge - part.right) < 0.3 * line.size);
  return isDataLine(line) && figures.filter(same).length * 2 > figures.length;
}

/** The first of the lines above that head the columns: each has several parts, or stands between such lines. */
function firstHeadLine(lines: readonly PartLine[], body: number): number {
  let first = body;
  for (let index = body - 1; index >= Math.max(0, body - MOST_HEAD_LINES); index--) {
    const [line, below] = [lines[index], lines[index + 1]];
    if (line === undefined || below === undefined || isProse(line) || isRemark(line)) break;
    if (below.baseline - line.baseline > WIDEST_STEP * line.size) break;
    if (line.parts.length > 1) first = index;
  }
  return first;
}
