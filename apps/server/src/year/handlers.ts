import type { Handler } from "../http/handler.ts";
import { found } from "../http/refusal.ts";
import { askYear, disclosuresOfBudget } from "./asked.ts";
import { ATTACHMENT_HANDLERS } from "./attachments.ts";
import { withinYear } from "./days.ts";
import { PERFORMANCE_HANDLERS } from "./performance.ts";
import { scanEvaluation } from "./scan.ts";

const checkYear: Handler<"checkYear"> = async ({ params, ...work }) => {
  const { revision, answer } = await askYear(work, params.budget, "check", {});
  return { revision, findings: [...answer.findings], counts: answer.counts };
};

const monitoring: Handler<"monitoring"> = async ({ params, query, ...work }) => {
  const at = query.at ?? (await lastDay(work, params.budget));
  const { revision, answer } = await askYear(work, params.budget, "monitoring", { at });
  return { revision, monitoring: answer ?? null };
};

const evaluation: Handler<"evaluation"> = async ({ params, ...work }) => {
  const { revision, answer } = await askYear(work, params.budget, "evaluation", {});
  return { revision, evaluation: answer ?? null };
};

const trail: Handler<"trail"> = async ({ params, query, ...work }) => {
  const { at, project, indicator } = query;
  const until = at ?? (await lastDay(work, params.budget));
  const { revision, answer } = await askYear(work, params.budget, "trail", { project, indicator, until });
  return { revision, records: [...answer] };
};

const knownDisclosures: Handler<"knownDisclosures"> = async ({ params, sql }) => ({
  disclosures: [...(await disclosuresOfBudget(sql, params.budget))],
});

const scanYear: Handler<"scanYear"> = async ({ params, ...work }) => ({
  findings: [...(await scanEvaluation(work, params.budget))] as never,
});

/** Today, or the end of the budget's year where that is past. */
async function lastDay(
  { sql, services }: Pick<Parameters<Handler<"monitoring">>[0], "sql" | "services">,
  budget: string,
): Promise<string> {
  const { year } = found(await sql.row("select year from budget where id = $1", [budget]));
  return withinYear(services.today(), year);
}

export const YEAR_HANDLERS = {
  checkYear,
  monitoring,
  evaluation,
  trail,
  knownDisclosures,
  scanYear,
  ...ATTACHMENT_HANDLERS,
  ...PERFORMANCE_HANDLERS,
};
