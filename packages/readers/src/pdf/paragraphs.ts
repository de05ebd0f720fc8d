import type { Box } from "@mingzhang/core";
import { LEADER } from "./captions.ts";
import { joinLines } from "./cellText.ts";
import type { TextLine } from "./flow.ts";
import { surround } from "./geometry.ts";

/** Lines that are one paragraph; over a page break it is placed where it begins. */
export interface TextBlock {
  readonly text: string;
  readonly page: number;
  readonly box: Box;
  readonly size: number;
  readonly centred: boolean;
  readonly lines: number;
}

export interface PlacedLine {
  readonly line: TextLine;
  readonly page: number;
  readonly width: number;
}

/** The usual left and right edge of the text on a page, and the usual step between lines. */
interface Measure {
  readonly left: number;
  readonly right: number;
  readonly step: number;
}

/** Joins lines into paragraphs. The lines are those of one stretch of text with no table in between. */
export function paragraphsOf(lines: readonly PlacedLine[]): TextBlock[] {
  const measures = measurePages(lines);
  const blocks: PlacedLine[][] = [];
  let previous: PlacedLine | undefined;
  for (const line of lines) {
    const measure = measures.get(line.page);
    const above = previous === undefined ? undefined : measures.get(previous.page);
    const goesOn =
      previous !== undefined && measure !== undefined && above !== undefined
        ? continues({ previous, line, above, measure })
        : false;
    if (goesOn) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    previous = line;
  }
  return blocks.map(blockOf);
}

function measurePages(lines: readonly PlacedLine[]): Map<number, Measure> {
  const pages = new Map<number, PlacedLine[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page === undefined) pages.set(line.page, [line]);
    else page.push(line);
  }
  return new Map([...pages].map(([page, own]) => [page, measureOf(own)]));
}

function measureOf(lines: readonly PlacedLine[]): Measure {
  const left = Math.min(...lines.map(({ line }) => line.left));
  const right = Math.max(...lines.map(({ line }) => line.right));
  const steps = lines.slice(1).map(({ line }, index) => line.baseline - (lines[index]?.line.baseline ?? 0));
  const sorted = steps.filter((step) => step > 0).sort((a, b) => a - b);
  return { left, right, step: sorted[Math.floor(sorted.length / 3)] ?? 0 };
}

/** A line that begins like this begins a section, however full the line above is. */
const SECTION =
  /^(?:第?[一二三四五六七八九十]{1,3}[、部]|[（(][一二三四五六七八九十]{1,3}[）)]\p{Script=Han})/u;

interface Neighbours {
  readonly previous: PlacedLine;
  readonly line: PlacedLine;
  readonly above: Measure;
  readonly measure: Measure;
}

/** A line goes on where the one before is full and it starts at the left edge, not indented. */
function continues({ previous, line, above, measure }: Neighbours): boolean {
  const before = previous.line;
  const { line: after } = line;
  if (Math.abs(before.size - after.size) > 0.15 * Math.max(before.size, after.size)) return false;
  if (LEADER.test(before.text) || LEADER.test(after.text) || SECTION.test(after.text)) return false;
  if (before.right < above.right - 2.1 * before.size) return false;
  if (after.left > measure.left + 1.2 * after.size) return false;
  if (previous.page !== line.page) return !/[。：；:;!！?？]$/.test(before.text);
  return after.baseline - before.baseline <= 1.6 * Math.max(measure.step, after.size);
}

function blockOf(lines: readonly PlacedLine[]): TextBlock {
  const [first] = lines;
  const page = first?.page ?? 1;
  const size = Math.max(...lines.map(({ line }) => line.size));
  const text = lines.reduce(
    (sum, { line }) => (sum === "" ? line.text : joinLines({ text: sum, next: line.text, full: true })),
    "",
  );
  return {
    text: text.normalize("NFC").trim(),
    page,
    size,
    lines: lines.length,
    box: surround(lines.filter((line) => line.page === page).map(({ line }) => line)),
    centred: first !== undefined && isCentred(first),
  };
}

function isCentred({ line, width }: PlacedLine): boolean {
  const left = line.left;
  const right = width - line.right;
  return Math.abs(left - right) < 0.04 * width && left > 0.12 * width;
}
