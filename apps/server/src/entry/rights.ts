import { type BudgetAction, SHEET_RIGHTS, type SheetRight, type SheetWriter } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import { found, refuse } from "../http/refusal.ts";

/** Who the person is to the sheets of a budget, in the states that it and its year are in now. */
export type HeldWriters = ReadonlyMap<string, readonly SheetWriter[]>;

const RIGHTS: ReadonlyMap<string, SheetRight> = new Map(SHEET_RIGHTS.map((right) => [right.sheet, right]));

/** As whom the person may write in each sheet of a budget; refused where in none. */
export async function writersOf(sql: Transaction, budget: string): Promise<HeldWriters> {
  const row = found(await sql.row("select actions_on(id) as actions from budget where id = $1", [budget]));
  return writersAmong(row.actions);
}

/** The same of somebody who holds these actions. */
export function writersAmong(actions: readonly BudgetAction[]): HeldWriters {
  const held = new Set(actions);
  const writers = SHEET_RIGHTS.map(
    ({ sheet, write }) => [sheet, write.filter(({ action }) => held.has(action))] as const,
  ).filter(([, write]) => write.length > 0);
  if (writers.length === 0) throw refuse("forbidden");
  return new Map(writers);
}

interface WrittenRow {
  readonly sheet: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** Refuses an edit of which a row, as it was or as it becomes, is not the person's to write. */
export function requireRows(
  writers: HeldWriters,
  before: ReadonlyMap<string, WrittenRow>,
  changed: ReadonlyMap<string, { readonly row: WrittenRow | null }>,
): void {
  for (const [id, { row }] of changed) {
    for (const each of [before.get(id), row]) {
      if (each !== undefined && each !== null && !mayWrite(writers, each)) throw refuse("forbidden");
    }
  }
}

function mayWrite(writers: HeldWriters, { sheet, cells }: WrittenRow): boolean {
  return (writers.get(sheet) ?? []).some(
    ({ only }) => only === undefined || only.texts.includes(cells[only.field] ?? ""),
  );
}

/** Refuses an edit in a sheet that the person writes no row of. */
export function requireSheets(writers: HeldWriters, sheets: ReadonlySet<string>): void {
  for (const sheet of sheets) if (RIGHTS.has(sheet) && !writers.has(sheet)) throw refuse("forbidden");
}

/** Refuses to replace whole sheets that the person may write only some rows of, or none. */
export function requireWholeSheets(writers: HeldWriters, sheets: readonly string[]): void {
  const isWhole = (sheet: string) => (writers.get(sheet) ?? []).some(({ only }) => only === undefined);
  if (!sheets.every(isWhole)) throw refuse("forbidden");
}

/** Whether whoever reads the budget may be told what changed in a sheet. */
export function tellsAll(sheet: string): boolean {
  return RIGHTS.get(sheet)?.read === "read";
}
