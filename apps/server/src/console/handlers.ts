import type { Job } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import type { Handler } from "../http/handler.ts";
import { found, refuse } from "../http/refusal.ts";
import { verifyLog as verify } from "../log/verify.ts";
import { CHECK_SHEETS_HANDLERS } from "./check-sheets.ts";
import { OBLIGATION_HANDLERS } from "./obligations.ts";
import { PUBLICATION_HANDLERS } from "./publications.ts";
import { UPLOAD_HANDLERS } from "./uploads.ts";

const jobs: Handler<"jobs"> = async ({ sql, query }) => ({
  jobs: [...(await jobsWhere(sql, "$1::uuid is null or subject = $1", [query.subject ?? null]))],
});

const job: Handler<"job"> = async ({ sql, params }) => {
  const [one] = await jobsWhere(sql, "id = $1", [params.job]);
  return found(one);
};

async function jobsWhere(sql: Transaction, condition: string, values: readonly unknown[]) {
  const rows = await sql.rows(
    `select id, kind, subject, state, progress, message, at from job where ${condition} order by at desc limit 200`,
    values,
  );
  return rows as unknown as readonly Job[];
}

/** The whole log is read with the system's rights; who asks learns only whether it is whole. */
const verifyLog: Handler<"verifyLog"> = async ({ sql, me, services }) => {
  const auditor = await sql.row(
    "select 1 as held from membership where person_id = $1 and role = 'auditor'",
    [me.personId],
  );
  if (auditor === undefined) throw refuse("forbidden");
  const { faults, ...rest } = await services.database.system(verify);
  return { ...rest, faults: [...faults] };
};

export const CONSOLE_HANDLERS = {
  jobs,
  job,
  verifyLog,
  ...PUBLICATION_HANDLERS,
  ...UPLOAD_HANDLERS,
  ...CHECK_SHEETS_HANDLERS,
  ...OBLIGATION_HANDLERS,
};
