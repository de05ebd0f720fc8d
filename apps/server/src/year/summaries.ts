import { officeDay } from "../console/office-day.ts";
import type { Database, Transaction } from "../database/database.ts";
import { answer } from "./answer.ts";
import { yearEntry } from "./asked.ts";
import { withinYear } from "./days.ts";

/** The job that computes what the bureau's page shows of a budget: today, on the rounds, and on days asked for of late. */
export async function refreshSummaries(
  database: Database,
  budget: string,
  today: string = officeDay(),
): Promise<void> {
  const asked = await database.system((sql) => daysOf(sql, budget, today));
  if (asked === undefined) return;
  const { revision, content, unit, disclosures } = asked.entry;
  const summaries = answer({ ask: "summaries", with: { dates: asked.dates }, content, unit, disclosures });
  await database.system(async (sql) => {
    await sql.rows("delete from performance_summary where budget_id = $1 and date <> all ($2::date[])", [
      budget,
      Object.keys(summaries),
    ]);
    await sql.rows(
      `insert into performance_summary as known (budget_id, date, revision, data)
       select $1, key::date, $2, value from jsonb_each($3)
       on conflict (budget_id, date) do update set revision = excluded.revision, data = excluded.data`,
      [budget, revision, JSON.stringify(summaries)],
    );
  });
}

/** Undefined where everything is up to date. */
async function daysOf(sql: Transaction, budget: string, today: string) {
  const about = await sql.row("select year, revision from budget where id = $1 and year_state is not null", [
    budget,
  ]);
  if (about === undefined) return undefined;
  const known = await sql.rows(
    `select date, revision from performance_summary
     where budget_id = $1 and (asked_at > now() - interval '2 days' or date = $2)`,
    [budget, withinYear(today, about.year)],
  );
  const dates = [...new Set([withinYear(today, about.year), ...known.map(({ date }) => String(date))])];
  const isFresh = known.length === dates.length && known.every(({ revision }) => revision === about.revision);
  if (isFresh) return undefined;
  return { dates, entry: await yearEntry(sql, budget) };
}
