import type { EvaluationView } from "../api/index.ts";
import type { CheckWork } from "../budgets/checked.ts";
import type { Transaction } from "../database/database.ts";
import { found } from "../http/refusal.ts";
import { askYear } from "./asked.ts";

/** What is noted at a project of the next year's budget. */
export interface ProjectNote {
  readonly project: string;
  readonly text: string;
}

/**
 * How the projects of a year were evaluated, once the bureau has accepted it: 预算法 32 has the next budget made with
 * the results in mind. The last reviewer's scores count.
 */
export async function evaluationNotes(work: CheckWork, budget: string): Promise<readonly ProjectNote[]> {
  const { year, state } = found(
    await work.sql.row("select year, year_state as state from budget where id = $1", [budget]),
  );
  if (state !== "evaluation-accepted" && state !== "evaluation-published") return [];
  const { answer } = await askYear(work, budget, "evaluation", {});
  return (answer?.forms ?? []).flatMap((form) => noteOf(form, year));
}

function noteOf({ project, total, reviewed }: EvaluationView["forms"][number], year: number): ProjectNote[] {
  if (project === null) return [];
  const { points, full, grade } = reviewed.bureau ?? reviewed.department ?? total;
  const outOf = full === "100" ? "" : `（满分 ${full}）`;
  return [{ project, text: `${year}年绩效自评 ${points} 分${outOf}${grade === null ? "" : `，${grade}`}。` }];
}

/** Writes them as comments at the projects' rows, which somebody resolves before the budget is approved. */
export async function writeNotes(
  sql: Transaction,
  {
    budget,
    person,
    notes,
  }: { readonly budget: string; readonly person: string; readonly notes: readonly ProjectNote[] },
): Promise<void> {
  await sql.rows(
    `insert into comment (budget_id, anchor, text, person_id, state)
     select $1, jsonb_build_object('kind', 'row', 'sheet', 'projects', 'row', entry_row.id), given.text, $2, budget.state
     from jsonb_to_recordset($3) as given (project text, text text)
     join entry_row on entry_row.budget_id = $1 and sheet = 'projects' and cells ->> 'project' = given.project
     join budget on budget.id = $1`,
    [budget, person, JSON.stringify(notes)],
  );
}
