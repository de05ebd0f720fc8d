import { BUDGET_SHEETS, ENTRY_SHEETS } from "../schema.ts";
import type { RawSheet } from "../sheet.ts";
import { fold } from "../terms.ts";
import { fault, type Report } from "./fault/fault.ts";
import { GUIDE_SHEETS, REQUIRED_SHEETS, sheetIndexOf } from "./layout.ts";
import { sheetSpot } from "./spot.ts";

/** Finds out which sheet is which, by position in ENTRY_SHEETS. */
export function matchSheets(sheets: readonly RawSheet[], report: Report): ReadonlyMap<number, RawSheet> {
  const matched = new Map<number, RawSheet>();
  for (const raw of sheets) {
    const index = sheetIndexOf(raw.name);
    const first = index === undefined ? undefined : matched.get(index);
    if (index === undefined) reportUnknown(raw, report);
    else if (first === undefined) matched.set(index, raw);
    else report(fault("duplicate-sheet", sheetSpot(index, raw), { first: first.name }));
  }
  for (const [sheet, { id, title }] of ENTRY_SHEETS.entries()) {
    if (matched.has(sheet) || !REQUIRED_SHEETS.includes(id)) continue;
    report(fault("missing-sheet", { sheet, row: -1, column: -1 }, { id, title }));
  }
  return matched;
}

function reportUnknown(raw: RawSheet, report: Report): void {
  const isGuide = GUIDE_SHEETS.some((name) => fold(name) === fold(raw.name));
  const isEmpty = raw.rows.every((row) => row.every((cell) => cell.text.trim() === ""));
  if (raw.hidden === true || isGuide || isEmpty) return;
  const titles = {
    zh: BUDGET_SHEETS.map(({ title }) => title).join("、"),
    en: BUDGET_SHEETS.map(({ id }) => id).join(", "),
  };
  report(fault("unknown-sheet", sheetSpot(ENTRY_SHEETS.length, raw), { titles }));
}
