import { hasError } from "@mingzhang/core";
import type { Body } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import type { Handler } from "../http/handler.ts";
import { found, invalid } from "../http/refusal.ts";
import { type BodyLine, readBodies } from "./csv.ts";

const COLUMNS = `id, parent_id as "parentId", kind, name, short_name as "shortName", code, unit_type as "unitType", active`;

const bodies: Handler<"bodies"> = async ({ sql }) => ({
  bodies: (await sql.rows(
    `select ${COLUMNS} from body order by cardinality(ancestors), code, name`,
  )) as unknown as Body[],
});

const addBody: Handler<"addBody"> = async ({ sql, body }) => {
  const { parentId, kind, name, shortName, code, unitType } = body;
  await refuseTaken(sql, code, null);
  const { id } = found(await sql.row("select gen_random_uuid() as id"));
  await sql.rows(
    "insert into body (id, parent_id, kind, name, short_name, code, unit_type) values ($1, $2, $3, $4, $5, $6, $7)",
    [id, parentId, kind, name, shortName, code, unitType],
  );
  return bodyOf(sql, id);
};

const changeBody: Handler<"changeBody"> = async ({ sql, params, body }) => {
  await refuseTaken(sql, body.code ?? "", params.body);
  await sql.rows(
    `update body set name = coalesce($2, name), short_name = coalesce($3, short_name), code = coalesce($4, code),
       unit_type = coalesce($5, unit_type), active = coalesce($6, active) where id = $1`,
    [
      params.body,
      body.name ?? null,
      body.shortName ?? null,
      body.code ?? null,
      body.unitType ?? null,
      body.active ?? null,
    ],
  );
  return bodyOf(sql, params.body);
};

const importBodies: Handler<"importBodies"> = async ({ sql, files }) => {
  const [file] = files;
  const { bodies: lines, findings } = readBodies(found(file).bytes);
  if (hasError(findings)) return { added: 0, findings: findings as never };
  return { added: await insertBodies(sql, lines), findings: findings as never };
};

/** Adds the bodies of a file, parents first; codes that are known already are left as they are. */
export async function insertBodies(sql: Transaction, lines: readonly BodyLine[]): Promise<number> {
  let added = 0;
  for (const { code, name, shortName, kind, parentCode, unitType } of lines) {
    if ((await idOfCode(sql, code)) !== undefined) continue;
    const parent = kind === "bureau" ? null : await idOfCode(sql, parentCode);
    if (parent === undefined)
      throw invalid(`没有编码为“${parentCode}”的上级。`, `There is no parent with code "${parentCode}".`);
    await sql.rows(
      "insert into body (parent_id, kind, name, short_name, code, unit_type) values ($1, $2, $3, $4, $5, $6)",
      [parent, kind, name, shortName, code, unitType],
    );
    added++;
  }
  return added;
}

async function idOfCode(sql: Transaction, code: string): Promise<string | undefined> {
  return (await sql.row("select id from body where code = $1", [code]))?.id;
}

async function refuseTaken(sql: Transaction, code: string, own: string | null): Promise<void> {
  if (code === "") return;
  const taken = await sql.row("select 1 as taken from body where code = $1 and id is distinct from $2", [
    code,
    own,
  ]);
  if (taken !== undefined) throw invalid("这个编码已有机构使用。", "This code is taken.");
}

async function bodyOf(sql: Transaction, id: string): Promise<Body> {
  return found(await sql.row(`select ${COLUMNS} from body where id = $1`, [id])) as unknown as Body;
}

export const BODY_HANDLERS = { bodies, addBody, changeBody, importBodies };
