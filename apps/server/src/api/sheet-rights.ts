import { BUDGET_SHEETS, REVIEW_LEVELS, type ReviewLevelId, wordsOf, YEAR_SHEETS } from "@mingzhang/core";
import type { BudgetAction } from "./permissions.ts";

/** Who types in a sheet: whoever may do the action; where texts are given, only rows that say one of them. */
export interface SheetWriter {
  readonly action: BudgetAction;
  readonly only?: { readonly field: string; readonly texts: readonly string[] };
}

export interface SheetRight {
  readonly sheet: string;
  /** The action that reads it. */
  readonly read: "read" | "keep-participants";
  readonly write: readonly SheetWriter[];
  /** Fields that name persons or files: they are left out of what is frozen with a published year. */
  readonly confined: readonly string[];
}

const YEAR_WRITERS: Readonly<Record<string, readonly SheetWriter[]>> = {
  participants: [{ action: "keep-participants" }],
  reviews: [reviewer("review-as-department", "department"), reviewer("review-as-bureau", "bureau")],
};

/**
 * The database decides by its copy of these rows which action reads and which writes a row. Beside them only a
 * consolidation writes, by its own call.
 */
export const SHEET_RIGHTS: readonly SheetRight[] = [
  ...BUDGET_SHEETS.map(
    ({ id }): SheetRight => ({
      sheet: id,
      read: "read",
      write: [{ action: "edit" }],
      confined: [],
    }),
  ),
  ...YEAR_SHEETS.map(
    ({ id }): SheetRight => ({
      sheet: id,
      read: id === "participants" ? "keep-participants" : "read",
      write: YEAR_WRITERS[id] ?? [{ action: "record" }],
      confined: id === "records" ? ["recorded_by", "attachment"] : [],
    }),
  ),
];

/** A reviewer's own scores, whichever way the level is typed. */
function reviewer(action: BudgetAction, level: ReviewLevelId): SheetWriter {
  const texts = REVIEW_LEVELS.filter(({ id }) => id === level).flatMap(wordsOf);
  return { action, only: { field: "level", texts } };
}
