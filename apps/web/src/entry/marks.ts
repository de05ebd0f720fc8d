import type { CheckResult, Comment } from "@mingzhang/server/api";
import type { Mark } from "../grid/sheet-grid.tsx";

/** The gravest finding of each cell, by "row/field". */
export function marksOf(
  findings: readonly CheckResult["findings"][number][],
  of: (text: { readonly zh: string; readonly en: string }) => string,
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { row, field, level, message } of findings) {
    if (row === undefined || field === undefined) continue;
    const key = `${row}/${field}`;
    if (!marks.has(key)) marks.set(key, { level, text: of(message) });
  }
  return marks;
}

/** How many comments stand beside each row of a sheet. */
export function commentsByRow(comments: readonly Comment[], sheet: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { anchor, replyTo } of comments) {
    if (replyTo !== null || anchor.kind !== "row" || anchor.sheet !== sheet) continue;
    counts.set(anchor.row, (counts.get(anchor.row) ?? 0) + 1);
  }
  return counts;
}
