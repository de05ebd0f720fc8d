import type { Box } from "@mingzhang/core";
import type { Line } from "./lines.ts";

const NUMBER =
  /^[¥￥]?[-−–△▲(（]?[¥￥]?(?:[\d０-９]{1,3}(?:[,，]?[\d０-９]{3})*|[\d０-９]+)(?:[.．][\d０-９]*)?[)）]?%?$/;

/** A whole printed figure, or a sign that stands for none. */
export function isFigure(text: string): boolean {
  return /[\d０-９]/.test(text) ? NUMBER.test(text) : /^[-−–—/]+$/.test(text);
}

/** A printed amount: a figure that no code, year or count of its length could be. */
export function isAmount(text: string): boolean {
  return NUMBER.test(text) && /[.,，%]/.test(text);
}

/** The text of a cell: wrapped words and wrapped digits are put together again. */
export function cellText(lines: readonly Line[], cell: Box): string {
  let text = "";
  let previous: Line | undefined;
  for (const line of lines) {
    const full = previous !== undefined && isFull(previous, cell);
    text = previous === undefined ? line.text : joinLines({ text, next: line.text, full });
    previous = line;
  }
  return text.normalize("NFC").trim();
}

/** The widest margin, in points, that programs leave inside a cell. */
const WIDEST_MARGIN = 8;

/** A line that leaves no room for one more of its characters beside the cell's margins has been wrapped. */
function isFull(line: Line, cell: Box): boolean {
  const width = line.right - line.left;
  const margin = Math.min(line.left - cell.left, cell.right - line.right, WIDEST_MARGIN);
  const character = width / Math.max(1, line.glyphs.length);
  const room = cell.right - cell.left - 2 * Math.max(0, margin) - width;
  return room < 1.15 * character || cell.right - cell.left - width <= 1.8 * line.size;
}

export interface LineJoin {
  readonly text: string;
  readonly next: string;
  /** The line before is as long as its cell is wide. */
  readonly full: boolean;
}

const WIDE_END = /[⺀-鿿豈-﫿＀-￯　-〿“”‘’—…]$/u;
const WIDE_START = /^[⺀-鿿豈-﫿＀-￯　-〿“”‘’—…]/u;

/** Joins two lines of one cell: words of Latin letters and whole figures with a blank, everything else without. */
export function joinLines({ text, next, full }: LineJoin): string {
  if (WIDE_END.test(text.slice(-2)) || WIDE_START.test(next)) return text + next;
  if (isDigitsWrapped(text, next, full)) return text + next;
  if (full && /\d$/.test(text) && /^\d/.test(next) && !/\s/.test(text)) return text + next;
  if (/[-/]$/.test(text) && /^\d/.test(next)) return text + next;
  return `${text} ${next}`;
}

/** Digits go on in the next line where both together are one figure and the first could not have held more. */
export function isDigitsWrapped(text: string, next: string, full: boolean): boolean {
  if (!/[\d.,，]$/.test(text) || !/^[\d.,，)）%]/.test(next)) return false;
  const whole = text + next;
  if (!NUMBER.test(whole)) return false;
  return full || /[.,，]$/.test(text) || /^[.,，)）%]/.test(next);
}
