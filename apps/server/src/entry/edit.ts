import { createHash } from "node:crypto";
import type { Applied, Change, EditInput, EditResult } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import type { Handler } from "../http/handler.ts";
import { found, invalid, refuse } from "../http/refusal.ts";
import { applyChanges, type EditOutcome, type EditState, plainRow, type StoredRow } from "./apply.ts";
import { type HeldWriters, requireRows, requireSheets, tellsAll, writersOf } from "./rights.ts";

/** Rows of one budget; more is a slip. */
const MOST_ROWS = 200_000;

/**
 * An edit that was done before is answered again, also when the state has moved on since: its answer may have been
 * lost. Counting it first locks the budget, so that edits of one budget come one after the other.
 */
export const edit: Handler<"edit"> = async ({ sql, me, params, body, announceEdit }) => {
  const digest = createHash("sha256").update(JSON.stringify(body)).digest();
  const before = () => earlier(sql, params.budget, body.id, digest);
  let writers: HeldWriters;
  try {
    writers = await writersOf(sql, params.budget);
    requireSheets(writers, new Set(body.changes.map(({ sheet }) => sheet)));
  } catch (refusal) {
    const done = await before();
    if (done === undefined) throw refusal;
    return done;
  }
  const counted = await sql.row(
    "update budget set revision = revision + 1, changed_at = now() where id = $1 returning revision",
    [params.budget],
  );
  const done = await before();
  if (done !== undefined) {
    await sql.rows("update budget set revision = revision - 1 where id = $1", [params.budget]);
    return done;
  }
  const { revision } = found(counted);
  const state = await stateOf(sql, params.budget, body.changes);
  const outcome = applyChanges(body.changes, state);
  requireRows(writers, state.rows, outcome.changed);
  if (outcome.conflicts.length > 0) throw refuse("conflict", await named(sql, params.budget, outcome));
  await write(sql, { budget: params.budget, person: me.personId, outcome, reason: body.reason ?? "" });
  const rows = [...outcome.changed].map(
    ([id, { sheet, row }]): Applied => ({ sheet, id, row: row && plainRow(row) }),
  );
  const told = outcome.moved.length > 0 || !rows.every(({ sheet }) => tellsAll(sheet)) ? null : rows;
  const { budget } = params;
  await keepEdit(sql, { budget, person: me.personId, revision, id: body.id, digest, rows: told });
  const made = { edit: body.id, personId: me.personId, at: new Date().toISOString() };
  announceEdit({ budget, revision, ...(told !== null && { made: { ...made, rows: told } }) });
  return { id: body.id, revision, rows };
};

async function earlier(
  sql: Transaction,
  budget: string,
  id: string,
  digest: Buffer,
): Promise<EditResult | undefined> {
  const row = await sql.row("select revision, rows, digest from edit where budget_id = $1 and id = $2", [
    budget,
    id,
  ]);
  if (row === undefined) return undefined;
  if (!digest.equals(row.digest))
    throw invalid("这个编号已用于另一次改动。", "This id was used for another edit.");
  return { id, revision: row.revision, rows: row.rows ?? [] };
}

async function stateOf(sql: Transaction, budget: string, changes: readonly Change[]): Promise<EditState> {
  const ids = [...new Set(changes.map(({ row }) => row))];
  const stored = await sql.rows(
    `select id, sheet, position, cells, version, changed_by as "changedBy" from entry_row where budget_id = $1 and id = any ($2)`,
    [budget, ids],
  );
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
  return { rows: new Map(stored.map((row) => [row.id as string, row as unknown as StoredRow])), orders };
}

interface Write {
  readonly budget: string;
  readonly person: string;
  readonly outcome: EditOutcome;
  readonly reason: string;
}

async function write(sql: Transaction, { budget, person, outcome, reason }: Write): Promise<void> {
  if (reason !== "") await sql.rows("select set_config('mingzhang.reason', $1, true)", [reason]);
  const rows = [...outcome.changed.values()].flatMap(({ row }) => (row === null ? [] : [row]));
  const added = rows.filter(({ version }) => version === 1);
  const changed = rows.filter(({ version }) => version > 1);
  const removed = [...outcome.changed].filter(([, { row }]) => row === null).map(([id]) => id);
  if (removed.length > 0)
    await sql.rows("delete from entry_row where budget_id = $1 and id = any ($2)", [budget, removed]);
  await insertRows(sql, budget, person, added);
  if (changed.length > 0) {
    await sql.rows(
      `update entry_row set cells = given.cells, position = given.position, version = given.version, changed_by = $2
       from jsonb_to_recordset($3) as given (id uuid, position double precision, cells jsonb, version integer)
       where budget_id = $1 and entry_row.id = given.id`,
      [budget, person, JSON.stringify(changed)],
    );
  }
  if (outcome.moved.length > 0) {
    await sql.rows(
      `update entry_row set position = given.position
       from jsonb_to_recordset($2) as given (id uuid, position double precision)
       where budget_id = $1 and entry_row.id = given.id`,
      [budget, JSON.stringify(outcome.moved)],
    );
  }
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

/** Counts an edit and keeps it. */
export async function record(sql: Transaction, edit: EditRecord): Promise<void> {
  const { budget, revision } = edit;
  await sql.rows("update budget set revision = $2, changed_at = now() where id = $1", [budget, revision]);
  await keepEdit(sql, edit);
}

async function keepEdit(
  sql: Transaction,
  { budget, person, revision, id, digest, rows }: EditRecord,
): Promise<void> {
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
