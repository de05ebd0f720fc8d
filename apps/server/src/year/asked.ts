import { ENTRY_SHEETS } from "@mingzhang/core";
import type { KnownDisclosure } from "../api/index.ts";
import type { CheckWork } from "../budgets/checked.ts";
import { unitOf } from "../budgets/checked.ts";
import type { Transaction } from "../database/database.ts";
import { found } from "../http/refusal.ts";
import type { YearAnswer, YearAsk, YearQuestions, YearTask } from "./answer.ts";

export interface YearEntry extends Pick<YearTask, "content" | "unit" | "disclosures"> {
  readonly revision: number;
  readonly approvalDate: string;
}

/** Names of persons are nobody's figures: they are read by `check` only. */
const COMPUTED: readonly string[] = ENTRY_SHEETS.map(({ id }) => id).filter((id) => id !== "participants");
const ALL: readonly string[] = ENTRY_SHEETS.map(({ id }) => id);

/** Asks something of a budget's year as it stands, beside the thread that answers requests. */
export function askYear<Ask extends YearAsk>(
  work: CheckWork,
  budget: string,
  ask: Ask,
  asked: YearQuestions[Ask]["ask"],
): Promise<{ readonly revision: number; readonly answer: YearAnswer<Ask> }> {
  return work.outside(`year/${budget}/${ask}/${JSON.stringify(asked)}`, async () => {
    const { revision, content, unit, disclosures } = await yearEntry(
      work.sql,
      budget,
      ask === "check" ? ALL : COMPUTED,
    );
    const task: YearTask<Ask> = { ask, with: asked, content, unit, disclosures };
    return async () => ({ revision, answer: await work.services.checks.year(task) });
  });
}

/** Everything that a year is computed from, of one revision. */
export async function yearEntry(
  sql: Transaction,
  budget: string,
  sheets: readonly string[] = COMPUTED,
): Promise<YearEntry> {
  const row = found(
    await sql.row(
      `select revision, kind, short_name, approval_date, year, body_id, (
         select coalesce(json_agg(json_build_object('sheet', sheet, 'rows', rows)), '[]') from (
           select sheet, json_agg(json_build_object('id', id, 'cells', cells) order by position, id) as rows
           from entry_row where budget_id = budget.id and sheet = any ($2) group by sheet) as sheets)::text as content
       from budget join body on body.id = body_id where budget.id = $1`,
      [budget, sheets],
    ),
  );
  return {
    revision: row.revision,
    content: row.content,
    unit: unitOf(row),
    approvalDate: row.approval_date ?? "",
    disclosures: await disclosuresOf(sql, { body: row.body_id, year: row.year }),
  };
}

/** Of a budget's body and year. */
export async function disclosuresOfBudget(
  sql: Transaction,
  budget: string,
): Promise<readonly KnownDisclosure[]> {
  const row = found(await sql.row("select body_id as body, year from budget where id = $1", [budget]));
  return disclosuresOf(sql, { body: row.body, year: row.year });
}

/** What the workspace itself knows of: this year's budget, and last year's self-evaluation once it was accepted. */
async function disclosuresOf(
  sql: Transaction,
  { body, year }: { readonly body: string; readonly year: number },
): Promise<readonly KnownDisclosure[]> {
  const rows = await sql.rows(
    `select wanted.document, wanted.approved as "approvalDate", said."publicationDate", coalesce(said.address, '') as address
     from (
       select id, 'budget' as document, approval_date as approved from budget where body_id = $1 and year = $2
       union all
       select id, 'self-evaluation', (select max(at)::date from step where budget_id = budget.id
         and action = 'accept-evaluation') from budget where body_id = $1 and year = $2 - 1
     ) as wanted
     left join lateral (
       select min(publication_day) as "publicationDate",
         (array_agg(address order by version desc))[1] as address
       from publication where budget_id = wanted.id and publication.document = wanted.document
     ) as said on true
     where wanted.approved is not null`,
    [body, year],
  );
  return rows as unknown as readonly KnownDisclosure[];
}
