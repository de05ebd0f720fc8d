import { BUDGET_SHEETS } from "@mingzhang/core";
import type { Record } from "../database/database.ts";
import type { Work } from "../http/handler.ts";
import { found } from "../http/refusal.ts";
import type { CheckTask, EntryCheck, ScanFinding } from "./checks.ts";

/** What a check needs of the call that asks for it. */
export type CheckWork = Pick<Work, "sql" | "services" | "outside">;

export interface CheckedBudget extends EntryCheck {
  /** The state of the entry that was checked; it may have moved on since. */
  readonly revision: number;
}

/** Checks a budget as it stands, with its figures rounded as they are published. */
export function checkBudget(work: CheckWork, id: string): Promise<CheckedBudget> {
  return work.outside(`check/${id}`, async () => {
    const { revision, task } = await taskOf(work, id);
    return async () => ({ revision, ...(await work.services.checks.check(task)) });
  });
}

/** Looks through a budget for what must not be published. */
export function scanBudget(work: CheckWork, id: string): Promise<readonly ScanFinding[]> {
  return work.outside(`scan/${id}`, async () => {
    const { task } = await taskOf(work, id);
    return () => work.services.checks.scan(task);
  });
}

/** One statement, so that the content is that of the revision. */
async function taskOf(
  { sql }: CheckWork,
  id: string,
): Promise<{ readonly revision: number; readonly task: CheckTask }> {
  const row = found(
    await sql.row(
      `select revision, kind, short_name, (
         select coalesce(json_agg(json_build_object('sheet', sheet, 'rows', rows)), '[]') from (
           select sheet, json_agg(json_build_object('id', id, 'cells', cells) order by position, id) as rows
           from entry_row where budget_id = budget.id and sheet = any ($2) group by sheet) as sheets)::text as content
       from budget join body on body.id = body_id where budget.id = $1`,
      [id, BUDGET_SHEETS.map((sheet) => sheet.id)],
    ),
  );
  return { revision: row.revision, task: { content: row.content, unit: unitOf(row) } };
}

/** The short name of a body that publishes as a unit. */
export function unitOf(body: Record): string | undefined {
  return body.kind === "unit" ? String(body.short_name) : undefined;
}
