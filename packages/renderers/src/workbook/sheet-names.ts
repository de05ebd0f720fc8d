import { cut, withoutControls } from "./text.ts";

const LONGEST = 31;

/** Gives every sheet of one workbook a legal name that no other sheet has, as near to the wish as possible. */
export class SheetNames {
  readonly #taken = new Set<string>();

  /** `fallback` serves where nothing legal is left of the wish. */
  take(wish: string, fallback = "Sheet"): string {
    const base = legal(wish) || legal(fallback) || "Sheet";
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? "" : `(${number})`;
      const name = cut(base, LONGEST - suffix.length).trim() + suffix;
      if (this.#taken.has(name.toLowerCase()) || !isLegalSheetName(name)) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** Up to 31 characters, none of []:*?/\, no apostrophe at either end; Excel keeps "History" for itself. */
export function isLegalSheetName(name: string): boolean {
  return name !== "" && name.length <= LONGEST && name === legal(name) && name.toLowerCase() !== "history";
}

/** Doing it again changes nothing: what is dropped goes first, so that the blanks around it become one. */
function legal(wish: string): string {
  return withoutControls(wish)
    .replaceAll(/[[\]:*?/\\\s]+/g, " ")
    .replaceAll(/^['\s]+|['\s]+$/g, "");
}
