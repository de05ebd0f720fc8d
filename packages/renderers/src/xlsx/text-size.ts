/**
 * Width of a text in half-width characters; a Chinese character, also its punctuation, takes two. Quotation
 * marks, dashes and the like count as Chinese, as the fonts of official tables print them.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0xff ? 2 : 1;
  return width;
}

/** The widest piece of a text that has no place to break: a run of digits, letters and their signs. */
export function unbrokenWidth(text: string): number {
  return Math.max(0, ...(text.match(/[!-~]+/g) ?? []).map((word) => word.length));
}

/** How many lines a text takes where `capacity` half-width characters fit on one. */
export function countLines(text: string, capacity: number): number {
  return text.split("\n").reduce((lines, line) => lines + countWrapped(line, Math.max(capacity, 2)), 0);
}

function countWrapped(line: string, capacity: number): number {
  let lines = 1;
  let used = 0;
  for (const [piece] of line.matchAll(/[!-~]+|[^!-~]/gu)) {
    let width = textWidth(piece);
    if (used + width > capacity && used > 0) {
      lines++;
      used = 0;
    }
    while (width > capacity) {
      lines++;
      width -= capacity;
    }
    used += width;
  }
  return lines;
}
