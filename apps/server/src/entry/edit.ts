import { createHash } from "node:crypto";
import type { Applied, BudgetAction, Change, EditInput, EditResult } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import type { Handler } from "../http/handler.ts";
import { found, invalid, refuse } from "../http/refusal.ts";
import { applyChanges, type EditOutcome, type EditState, plainRow, type StoredRow } from "./apply.ts";
import { requireRows, requireSheets, tellsAll, writersAmong } from "./rights.ts";

/** Rows of one budget; more is a slip. */
const MOST_ROWS = 200_000;

/**
 * An edit that was done before is answered again, also when the state has moved on since: its answer may have been
 * lost. Counting it first locks the budget, so that edits of one budget come one after the other.
 */
export const edit: Handler<"edit"> = async ({ sql, me, params: { budget }, body, announceEdit }) => {
  const digest = createHash("sha256").update(JSON.stringify(body)).digest();
  const begun = await begin(sql, budget, body);
  if (begun.done !== undefined) return sameEdit(begun.done, digest);
  const writers = writersAmong(begun.actions);
  requireSheets(writers, new Set(body.changes.map(({ sheet }) => sheet)));
  const state = { rows: begun.rows, orders: await ordersOf(sql, budget, body.changes) };
  const outcome = applyChanges(body.changes, state);
  requireRows(writers, state.rows, outcome.changed);
  if (outcome.conflicts.length > 0) throw refuse("conflict", await named(sql, budget, outcome));
  const rows = [...outcome.changed].map(
    ([id, { sheet, row }]): Applied => ({ sheet, id, row: row && plainRow(row) }),
  );
  const told = outcome.moved.length > 0 || !rows.every(({ sheet }) => tellsAll(sheet)) ? null : rows;
  await keep(sql, { budget, id: body.id, digest, outcome, told, reason: body.reason ?? "" });
  const { revision } = begun;
  const made = { edit: body.id, personId: me.personId, at: new Date().toISOString() };
  announceEdit({ budget, revision, ...(told !== null && { made: { ...made, rows: told } }) });
  return { id: body.id, revision, rows };
};

/** An edit that is counted, and what it is to be worked out from. */
interface Begun {
  readonly actions: readonly BudgetAction[];
  readonly revision: number;
  readonly rows: EditState["rows"];
  /** Its answer where it was done before. */
  readonly done: (EditResult & { readonly digest: Buffer }) | undefined;
}

async function begin(sql: Transaction, budget: string, { id, changes }: EditInput): Promise<Begun> {
  const named = [...new Set(changes.map(({ row }) => row))];
  const begun = found(await sql.row("select * from begin_edit($1, $2, $3)", [budget, id, named]));
  const stored: readonly StoredRow[] = begun.stored;
  return {
    actions: begun.actions,
    revision: begun.counted,
    rows: new Map(stored.map((row) => [row.id, row])),
    done:
      begun.done_revision === null
        ? undefined
        : { id, revision: begun.done_revision, rows: begun.done_rows ?? [], digest: begun.done_digest },
  };
}

function sameEdit({ digest, ...result }: NonNullable<Begun["done"]>, asked: Buffer): EditResult {
  if (digest.equals(asked)) return result;
  throw invalid("这个编号已用于另一次改动。", "This id was used for another edit.");
}

/** All rows of the sheets whose order the changes touch. */
async function ordersOf(
  sql: Transaction,
  budget: string,
  changes: readonly Change[],
): Promise<EditState["orders"]> {
  const reordered = new Set(
    changes.filter(({ kind }) => kind === "insert" || kind === "move").map(({ sheet }) => sheet),
  );
  const orders = new Map<string, { id: string; position: number }[]>();
  for (const sheet of reordered) {
    const rows = await sql.rows(
      "select id, position from entry_row where budget_id = $1 and sheet = $2 order by position, id",
      [budget, sheet],
    );
    if (rows.length + changes.length > MOST_ROWS) throw refuse("too-large");
    orders.set(sheet, rows as unknown as { id: string; position: number }[]);
  }
  return orders;
}

interface Kept extends Pick<EditRecord, "budget" | "id" | "digest"> {
  readonly outcome: EditOutcome;
  readonly told: EditRecord["rows"];
  readonly reason: string;
}

async function keep(sql: Transaction, { budget, id, digest, outcome, told, reason }: Kept): Promise<void> {
  const written = [...outcome.changed.values()].flatMap(({ row }) => row ?? []);
  const removed = [...outcome.changed].filter(([, { row }]) => row === null).map(([row]) => row);
  await sql.rows("select keep_edit($1, $2, $3, $4, $5, $6, $7, $8)", [
    budget,
    id,
    digest,
    told === null ? null : JSON.stringify(told),
    JSON.stringify(written),
    removed,
    JSON.stringify(outcome.moved),
    reason,
  ]);
}

export async function insertRows(
  sql: Transaction,
  budget: string,
  person: string,
  rows: readonly (Pick<StoredRow, "id" | "sheet" | "position" | "cells"> & { readonly source?: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql.rows(
    `insert into entry_row (budget_id, id, sheet, position, cells, source_budget, changed_by)
     select $1, id, sheet, position, cells, source, $2
     from jsonb_to_recordset($3) as given (id uuid, sheet text, position double precision, cells jsonb, source uuid)`,
    [budget, person, JSON.stringify(rows)],
  );
}

export interface EditRecord {
  readonly budget: string;
  readonly person: string;
  readonly revision: number;
  readonly id: EditInput["id"];
  readonly digest: Buffer;
  /** null: others are to read the sheets again, because much has changed or not everybody may know what. */
  readonly rows: readonly Applied[] | null;
}

/** Counts an edit of whole sheets and keeps it. */
export async function record(sql: Transaction, edit: EditRecord): Promise<void> {
  const { budget, person, revision, id, digest, rows } = edit;
  await sql.rows("update budget set revision = $2, changed_at = now() where id = $1", [budget, revision]);
  await sql.rows(
    "insert into edit (budget_id, id, person_id, revision, digest, rows) values ($1, $2, $3, $4, $5, $6)",
    [budget, id, person, revision, digest, rows === null ? null : JSON.stringify(rows)],
  );
}

/** The conflicts with who changed each row last. */
async function named(sql: Transaction, budget: string, { conflicts }: EditOutcome) {
  const rows = await sql.rows(
    `select entry_row.id, person.name from entry_row join person on person.id = changed_by
     where budget_id = $1 and entry_row.id = any ($2)`,
    [budget, conflicts.map(({ row }) => row)],
  );
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return conflicts.map((conflict) => {
    const personName = names.get(conflict.row);
    return personName === undefined ? conflict : { ...conflict, personName };
  });
}
