/**
 * How text fills lines, in ems, for the fonts of Chinese official documents: ideographs and their punctuation are
 * one em wide, Latin letters and digits about half. Enough to size columns and to foresee page numbers.
 */

const LATIN = /[!-~\u00a1-\u024f]+/g;
const TOKEN = /[!-~\u00a1-\u024f]+|[\s\S]/gu;
/** Closing punctuation hangs at the end of a line instead of starting the next one. */
const HANGING = /^[，。、；：！？）》〉」』】〕”’…％]$/u;

/** A text's lines: the file format has its own element for a break inside a paragraph. */
export function textLines(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

export function width(text: string): number {
  let total = 0;
  for (const character of text) total += characterWidth(character);
  return total;
}

/** Width of the longest run that a line cannot break inside, e.g. a figure. */
export function widestToken(text: string): number {
  let widest = text === "" ? 0 : 1;
  for (const [token] of text.matchAll(LATIN)) widest = Math.max(widest, width(token));
  return widest;
}

/** How many lines a text takes in a column; `first` is what the first line is short of (an indent). */
export function lineCount(text: string, column: number, first = 0): number {
  return textLines(text).reduce((lines, line) => lines + wrappedLines(line, column, first), 0);
}

function wrappedLines(line: string, column: number, first: number): number {
  let lines = 1;
  let used = first;
  for (const [token] of line.matchAll(TOKEN)) {
    const size = width(token);
    if (used + size <= column || HANGING.test(token)) {
      used += size;
      continue;
    }
    lines += Math.max(1, Math.ceil(size / column) - (used > 0 ? 0 : 1));
    used = size % column;
  }
  return lines;
}

function characterWidth(character: string): number {
  if (character > "\u024f") return 1;
  if (character >= "A" && character <= "Z") return 0.68;
  return character === "%" || character === "@" ? 0.85 : 0.5;
}
