import { createHash, randomUUID } from "node:crypto";
import { type CodeChange, copyToYear, type EnteredSheet } from "@mingzhang/core";
import type { Transaction } from "../database/database.ts";
import { insertRows, record } from "../entry/edit.ts";
import { readSheets } from "../entry/sheets.ts";
import { onBody, onBudget } from "../http/authorise.ts";
import type { Handler } from "../http/handler.ts";
import { found } from "../http/refusal.ts";
import { evaluationNotes, type ProjectNote, writeNotes } from "../year/notes.ts";
import { headOf } from "./head.ts";

const GAP = 1024;

/** Begins a body's budget of a year, with what is known of the body or as a copy of an earlier one. */
export const openBudget: Handler<"openBudget"> = async ({ me, body, ...work }) => {
  const { sql } = work;
  await onBody(sql, "open-budget", body.bodyId);
  const known = await idOf(sql, body.bodyId, body.year);
  if (known !== undefined) return { ...(await headOf(sql, known)), codeChanges: [] };
  if (body.copyFrom !== undefined) await onBudget(sql, "read", body.copyFrom);
  const notes = body.copyFrom === undefined ? [] : await evaluationNotes(work, body.copyFrom);
  await sql.rows("insert into budget (body_id, year) values ($1, $2) on conflict do nothing", [
    body.bodyId,
    body.year,
  ]);
  const id = found(await idOf(sql, body.bodyId, body.year));
  const { sheets, changes } =
    body.copyFrom === undefined
      ? { sheets: await blank(sql, body), changes: [] }
      : copyToYear(await enteredIn(sql, body.copyFrom), body.year);
  await begin(sql, { id, person: me.personId, sheets, notes });
  return { ...(await headOf(sql, id)), codeChanges: changes.map(changeOf) };
};

async function enteredIn(sql: Transaction, budget: string): Promise<readonly EnteredSheet[]> {
  const sheets = await readSheets(sql, budget);
  return sheets.map(({ sheet, rows }) => ({ sheet, rows: rows.map(({ cells }) => cells) }));
}

function changeOf({ successors, ...change }: CodeChange) {
  return { ...change, successors: [...successors] };
}

/** A superior may begin a budget, but not write in it: then its own people find it empty. */
async function begin(
  sql: Transaction,
  {
    id,
    person,
    sheets,
    notes,
  }: {
    readonly id: string;
    readonly person: string;
    readonly sheets: readonly EnteredSheet[];
    readonly notes: readonly ProjectNote[];
  },
): Promise<void> {
  const may = await sql.row("select may('edit', $1) as edit", [id]);
  if (may?.edit !== true) return;
  await insertRows(
    sql,
    id,
    person,
    sheets.flatMap(({ sheet, rows }) =>
      rows.map((cells, index) => ({ id: randomUUID(), sheet, position: (index + 1) * GAP, cells })),
    ),
  );
  await writeNotes(sql, { budget: id, person, notes });
  const digest = createHash("sha256").update(randomUUID()).digest();
  await record(sql, { budget: id, person, revision: 1, id: randomUUID(), digest, rows: null });
}

async function idOf(sql: Transaction, body: string, year: number): Promise<string | undefined> {
  return (await sql.row("select id from budget where body_id = $1 and year = $2", [body, year]))?.id;
}

async function blank(
  sql: Transaction,
  {
    bodyId,
    year,
    profile,
  }: { readonly bodyId: string; readonly year: number; readonly profile?: string | undefined },
): Promise<readonly EnteredSheet[]> {
  const body = found(
    await sql.row(
      `select body.*, parent.name as parent_name, parent.code as parent_code from body
       left join body as parent on parent.id = body.parent_id where body.id = $1`,
      [bodyId],
    ),
  );
  const isUnit = body.kind === "unit";
  const department = {
    year: String(year),
    name: isUnit ? body.parent_name : body.name,
    code: isUnit ? body.parent_code : body.code,
    profile: profile ?? "",
  };
  const unit = { unit: body.short_name, name: body.name, code: body.code, type: body.unit_type };
  return [
    { sheet: "department", rows: [withoutBlanks(department)] },
    ...(isUnit ? [{ sheet: "units", rows: [withoutBlanks(unit)] }] : []),
  ];
}

function withoutBlanks(cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ""));
}
