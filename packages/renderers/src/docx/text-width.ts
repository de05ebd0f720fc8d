/**
 * How text fills lines, in ems, for the fonts of Chinese official documents: ideographs and their punctuation are
 * one em wide, Latin letters and digits about half. Enough to size columns and to foresee page numbers.
 */

const LATIN = /[!-~\u00a1-\u024f]+/g;
const TOKEN = /[!-~\u00a1-\u024f]+|[\s\S]/gu;
const IDEOGRAPH_START = /^\p{Ideographic}/u;
const IDEOGRAPH_END = /\p{Ideographic}$/u;
const LATIN_START = /^[\dA-Za-z]/;
const LATIN_END = /[\dA-Za-z%]$/;
/** Closing punctuation hangs at the end of a line instead of starting the next one. */
const HANGING = /^[，。、；：！？）》〉」』】〕”’…％]$/u;

/** A text's lines: the file format has its own element for a break inside a paragraph. */
export function textLines(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

export function width(text: string): number {
  let total = 0;
  let previous = "";
  for (const character of text) {
    total += characterWidth(character) + gapBetween(previous, character);
    previous = character;
  }
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
  let previous = "";
  for (const [token] of line.matchAll(TOKEN)) {
    const size = width(token);
    const gap = gapBetween(previous, token);
    previous = token;
    if (used + gap + size <= column || HANGING.test(token)) {
      used += gap + size;
      continue;
    }
    lines += Math.max(1, Math.ceil(size / column) - (used > 0 ? 0 : 1));
    used = size % column;
  }
  return lines;
}

/** Programs set Latin letters and digits a quarter of an em apart from ideographs, but not from their punctuation. */
function gapBetween(left: string, right: string): number {
  const apart =
    (IDEOGRAPH_END.test(left) && LATIN_START.test(right)) ||
    (LATIN_END.test(left) && IDEOGRAPH_START.test(right));
  return apart ? 0.25 : 0;
}

function characterWidth(character: string): number {
  if (character > "\u024f") return 1;
  if (character >= "A" && character <= "Z") return 0.68;
  return character === "%" || character === "@" ? 0.85 : 0.5;
}
