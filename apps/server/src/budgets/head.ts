import type { BudgetHead } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import { found } from "../http/refusal.ts";

const COLUMNS = `budget.id, body_id as "bodyId", year, state, year_state as "yearState", revision, approval_date as "approvalDate", version,
  changed_at as "changedAt", actions_on(budget.id) as actions`;

/** Heads of the budgets that the person may know of. */
export async function headsWhere(
  sql: Transaction,
  condition: string,
  values: readonly unknown[],
): Promise<readonly BudgetHead[]> {
  const rows = await sql.rows(
    `select ${COLUMNS} from budget where ${condition} order by year desc, body_id`,
    values,
  );
  return rows as unknown as BudgetHead[];
}

export async function headOf(sql: Transaction, id: string): Promise<BudgetHead> {
  const [head] = await headsWhere(sql, "budget.id = $1", [id]);
  return found(head);
}
