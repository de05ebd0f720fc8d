const LONGEST = 31;

/** Gives every sheet of one workbook a legal name that no other sheet has, as near to the wish as possible. */
export class SheetNames {
  readonly #taken = new Set(["history"]);

  /** `fallback` serves where nothing legal is left of the wish. */
  take(wish: string, fallback = "Sheet"): string {
    const base = legal(wish) || legal(fallback) || "Sheet";
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? "" : `(${number})`;
      const name = cut(base, LONGEST - suffix.length) + suffix;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** "History" is refused by Excel whatever its case; so are []:*?/\ and an apostrophe at either end. */
export function isLegalSheetName(name: string): boolean {
  return name !== "" && name === cut(legal(name), LONGEST) && name.toLowerCase() !== "history";
}

function legal(wish: string): string {
  return wish
    .toWellFormed()
    .replaceAll(/[[\]:*?/\\\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ")
    .trim()
    .replaceAll(/^'+|'+$/g, "");
}

function cut(name: string, length: number): string {
  const whole = name.slice(0, length);
  return whole.toWellFormed() === whole ? whole : whole.slice(0, -1);
}
