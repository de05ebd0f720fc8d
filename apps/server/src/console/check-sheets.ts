import type { CheckSheets } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import type { Handler } from "../http/handler.ts";
import { found, invalid } from "../http/refusal.ts";
import { bytesOf, typeOf } from "./publications.ts";

const makeCheckSheets: Handler<"makeCheckSheets"> = async ({ sql, me, body }) => {
  const [waiting] = await checkSheetsWhere(
    sql,
    "year = $1 and document = $2 and check_sheets.person_id = $3 and job.state in ('queued', 'running')",
    [body.year, body.document, me.personId],
  );
  if (waiting !== undefined) return waiting;
  const { id } = found(await sql.row("select queue_check_sheets($1, $2) as id", [body.year, body.document]));
  const [made] = await checkSheetsWhere(sql, "check_sheets.id = $1", [id]);
  return found(made);
};

const checkSheets: Handler<"checkSheets"> = async ({ sql, query }) => ({
  checkSheets: [...(await checkSheetsWhere(sql, "year = $1", [query.year]))],
});

const checkSheetsFile: Handler<"checkSheetsFile"> = async ({ sql, params }) => {
  const { year, sha256 } = found(
    await sql.row("select year, sha256 from check_sheets where id = $1", [params.checkSheets]),
  );
  if (sha256 === null) throw invalid("检查表还在生成。", "The check sheets are still being made.");
  const { bytes } = found(await sql.row("select bytes from file where sha256 = $1", [sha256]));
  return { name: `${year}年预算公开检查表汇总.xlsx`, type: typeOf(".xlsx"), bytes: bytesOf(bytes) };
};

async function checkSheetsWhere(sql: Transaction, condition: string, values: readonly unknown[]) {
  const rows = await sql.rows(
    `select check_sheets.id, year, document, cardinality(bodies) as bodies, check_sheets.at,
       person.name as "personName", job.id as job, sha256 is not null as made
     from check_sheets join job on job.subject = check_sheets.id
     join person on person.id = check_sheets.person_id
     where ${condition} order by check_sheets.at desc limit 50`,
    values,
  );
  return rows as unknown as readonly CheckSheets[];
}

export const CHECK_SHEETS_HANDLERS = { makeCheckSheets, checkSheets, checkSheetsFile };
