import type { Obligation } from "../api/index.ts";
import type { Record, Transaction } from "../database/database.ts";
import type { Handler } from "../http/handler.ts";
import { clocksOf, statusOf } from "./clocks.ts";

/** Every active department and unit owes its budget; other documents are listed once somebody names them. */
const obligations: Handler<"obligations"> = async ({ sql, query, services }) => {
  const today = services.today();
  return { today, obligations: [...(await obligationsOf(sql, query.year, today))] };
};

/** What bodies must publish, of those that the transaction's person may see. */
export async function obligationsOf(
  sql: Transaction,
  year: number,
  today: string,
): Promise<readonly Obligation[]> {
  const rows = await sql.rows(
    `select body.id as body_id, body.kind, wanted.document, facts.budget_id, facts.state, facts.approval_date,
       facts.units_approved, facts.publication_day, facts.address, coalesce(obligation.exemption, '') as exemption,
       exists (select 1 from body as unit where unit.parent_id = body.id and unit.active) as has_units,
       (select count(*) from tracked_finding as finding where finding.body_id = body.id and finding.year = $1
         and finding.document = wanted.document and finding.state in ('open', 'sent')) as open_findings
     from clock_facts($1) as facts join body on body.id = facts.body_id
     cross join lateral (select 'budget' as document union
       select document from obligation where obligation.body_id = body.id and obligation.year = $1 union
       select document from upload where upload.body_id = body.id and upload.year = $1) as wanted
     left join obligation on obligation.body_id = body.id and obligation.year = $1 and obligation.document = wanted.document
     where body.active and body.kind <> 'bureau' order by body.code, body.name, wanted.document`,
    [year],
  );
  return rows.map((row) => obligationOf(row, year, today));
}

function obligationOf(row: Record, year: number, today: string): Obligation {
  const isBudget = row.document === "budget";
  const facts = {
    kind: row.kind,
    approvalDate: row.approval_date,
    unitsApproved: row.units_approved,
    hasUnits: row.has_units,
    publicationDay: row.publication_day,
  };
  const state = isBudget ? row.state : null;
  const address = isBudget ? row.address : "";
  const clocks = isBudget ? [...clocksOf(facts, today)] : [];
  const published = isBudget && row.publication_day !== null;
  return {
    bodyId: row.body_id,
    year,
    document: row.document,
    status: statusOf({ exemption: row.exemption, state, clocks, address, published }),
    exemption: row.exemption,
    budgetId: isBudget ? row.budget_id : null,
    state,
    clocks,
    openFindings: row.open_findings,
    address,
  };
}

const exempt: Handler<"exempt"> = async ({ sql, params, body }) => {
  await sql.rows(
    `insert into obligation (body_id, year, document, exemption) values ($1, $2, $3, $4)
     on conflict (body_id, year, document) do update set exemption = excluded.exemption`,
    [params.body, params.year, params.document, body.exemption],
  );
  return {};
};

export const OBLIGATION_HANDLERS = { obligations, exempt };
