import { createHash, randomUUID } from "node:crypto";
import { BUDGET_SHEETS } from "@mingzhang/core";
import type { Transaction } from "../database/database.ts";
import { insertRows, record } from "../entry/edit.ts";
import { readSheets } from "../entry/sheets.ts";
import { onBody, onBudget } from "../http/authorise.ts";
import type { Handler } from "../http/handler.ts";
import { found } from "../http/refusal.ts";
import { headOf } from "./head.ts";

const GAP = 1024;

type Sheet = { readonly sheet: string; readonly rows: readonly Readonly<Record<string, string>>[] };

/** Begins a body's budget of a year, with what is known of the body or as a copy of an earlier one. */
export const openBudget: Handler<"openBudget"> = async ({ sql, me, body }) => {
  await onBody(sql, "open-budget", body.bodyId);
  const known = await idOf(sql, body.bodyId, body.year);
  if (known !== undefined) return headOf(sql, known);
  if (body.copyFrom !== undefined) await onBudget(sql, "read", body.copyFrom);
  await sql.rows("insert into budget (body_id, year) values ($1, $2) on conflict do nothing", [
    body.bodyId,
    body.year,
  ]);
  const id = found(await idOf(sql, body.bodyId, body.year));
  const sheets =
    body.copyFrom === undefined
      ? await blank(sql, body)
      : nextYear(await readSheets(sql, body.copyFrom), body.year);
  await begin(sql, { id, person: me.personId, sheets });
  return headOf(sql, id);
};

/** A superior may begin a budget, but not write in it: then its own people find it empty. */
async function begin(
  sql: Transaction,
  { id, person, sheets }: { readonly id: string; readonly person: string; readonly sheets: readonly Sheet[] },
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
): Promise<readonly Sheet[]> {
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

/** What was this year's is last year's; what describes the body stays; dates and reasons are asked anew. */
const LEFT_OUT: ReadonlySet<string> = new Set(["prior-year", "prior-year-other", "reasons"]);
const ASKED_ANEW: ReadonlySet<string> = new Set(["approval_date", "publication_date", "assets_as_of"]);

function nextYear(
  sheets: readonly {
    readonly sheet: string;
    readonly rows: readonly { readonly cells: Readonly<Record<string, string>> }[];
  }[],
  year: number,
): readonly Sheet[] {
  const copied = sheets
    .filter(({ sheet }) => !LEFT_OUT.has(sheet))
    .map(({ sheet, rows }) => ({ sheet, rows: rows.map(({ cells }) => renewed(sheet, cells, year)) }));
  const ledger = sheets.find(({ sheet }) => sheet === "ledger")?.rows ?? [];
  const prior = ledger.map(({ cells }) => ({
    year: cells.year ?? "",
    unit: cells.unit ?? "",
    fund: cells.fund ?? "",
    functional: cells.functional ?? "",
    kind: cells.kind ?? "",
    amount_yuan: cells.amount_yuan ?? "",
  }));
  return [...copied, { sheet: "prior-year", rows: prior.map(withoutBlanks) }];
}

function renewed(
  sheet: string,
  cells: Readonly<Record<string, string>>,
  year: number,
): Record<string, string> {
  const hasYear =
    BUDGET_SHEETS.find(({ id }) => id === sheet)?.columns.some(({ id }) => id === "year") === true;
  const kept = Object.fromEntries(Object.entries(cells).filter(([field]) => !ASKED_ANEW.has(field)));
  return hasYear ? { ...kept, year: String(year) } : kept;
}
