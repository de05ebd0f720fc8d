import type { Style } from "../workbook/index.ts";

/** The styles of one workbook: a look that is asked for twice is one style. */
export class Looks {
  readonly #styles = new Map<string, Style>();

  /** The key of a style. */
  of(style: Style): string {
    const key = JSON.stringify(style);
    this.#styles.set(key, style);
    return key;
  }

  get styles(): Record<string, Style> {
    return Object.fromEntries(this.#styles);
  }
}

/** In points. */
export const FONT_SIZE = { title: 18, caption: 16, section: 13, text: 11, table: 10 } as const;

/** Height in points of so many lines of a font size. */
export function linesHeight(lines: number, fontSize: number): number {
  return Math.ceil(lines * fontSize * 1.4) + 4;
}

/** A row cannot be higher, in points. */
export const HIGHEST_ROW = 409;
