import { type Style, tokens, widthOf } from "./measure.ts";

const ZERO_WIDTH_SPACE = "\u200b";

/**
 * Lets a run without break points that is wider than its line (a web address) break where it must. Runs that
 * fit, and so every figure in a table whose columns were made wide enough, stay whole.
 */
export function breakWords(text: string, width: number, style: Style): string {
  if (widthOf(text, style) <= width) return text;
  return tokens(text)
    .map((token) => (widthOf(token, style) <= width ? token : breakToken(token, width, style)))
    .join("");
}

function breakToken(token: string, width: number, style: Style): string {
  let broken = "";
  let used = 0;
  for (const character of token) {
    const needed = widthOf(character, style);
    if (used + needed > width && used > 0) {
      broken += ZERO_WIDTH_SPACE;
      used = 0;
    }
    broken += character;
    used += needed;
  }
  return broken;
}
