import type { BodyPerformance } from "../api/index.ts";
import type { Handler } from "../http/handler.ts";
import { withinYear } from "./days.ts";

/** Reads what jobs computed; what is missing or old is queued by the same statement. */
const performance: Handler<"performance"> = async ({ sql, query, services }) => {
  const at = query.at ?? withinYear(services.today(), query.year);
  const bodies = await sql.rows(
    `select body_id as "bodyId", budget_id as "budgetId", year_state as "yearState", data as summary, stale
     from summaries_of($1, $2)`,
    [query.year, at],
  );
  return { at, bodies: bodies as unknown as BodyPerformance[] };
};

export const PERFORMANCE_HANDLERS = { performance };
