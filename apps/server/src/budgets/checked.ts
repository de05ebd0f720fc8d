import { type CheckedEntry, checkEntry } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import { readSheets, type SheetRows } from "../entry/sheets.ts";
import { found } from "../http/refusal.ts";

export interface CheckedBudget extends CheckedEntry {
  readonly revision: number;
  readonly sheets: readonly SheetRows[];
}

/** Reads and derives a budget as it stands, by the same function as the browser. */
export async function checkBudget(sql: Transaction, id: string): Promise<CheckedBudget> {
  const head = found(
    await sql.row(
      `select revision, kind, short_name from budget join body on body.id = body_id where budget.id = $1`,
      [id],
    ),
  );
  const sheets = await readSheets(sql, id);
  return { revision: head.revision, sheets, ...checkEntry(sheets, unitOf(head)) };
}

/** The short name of a body that publishes as a unit. */
export function unitOf(body: { readonly [column: string]: unknown }): string | undefined {
  return body.kind === "unit" ? String(body.short_name) : undefined;
}
