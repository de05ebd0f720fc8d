import type { Place } from "../document/document.ts";

/** A sheet of cells as a reader found it, before anybody knows what the columns mean. */
export interface RawSheet {
  readonly name: string;
  readonly file?: string;
  readonly hidden?: boolean;
  /** Dense: row and column indices are the sheet's own. */
  readonly rows: readonly (readonly RawCell[])[];
  /** Merged areas, zero-based and inclusive. */
  readonly merges?: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
}

export interface RawCell {
  readonly kind: "blank" | "text" | "number" | "boolean" | "date" | "error";
  /** Text as typed; a number as its shortest exact decimal text; an error as its code, e.g. "#DIV/0!". */
  readonly text: string;
  readonly formula?: string;
  readonly place: Place;
}
