import { breakWords } from "../layout/break-words.ts";
import type { Advance } from "../layout/measure.ts";

/** Line ends as the typesetter knows them, tabs as blanks. */
export function tidy(text: string): string {
  return text.replaceAll(/\r\n?|\u2028|\u2029/g, "\n").replaceAll("\t", " ");
}

/** Tidied text for a line of so many em, in which words longer than the line may break. */
export function cut(text: string, width: number, advance: Advance): string {
  return tidy(breakWords(text, width, { advance, strong: false }));
}
