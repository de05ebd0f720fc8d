import { createHash, randomUUID } from "node:crypto";
import { BUDGET_SHEETS, ENTRY_SHEETS, hasError, YEAR_SHEETS } from "@mingzhang/core";
import type { EntryRecords } from "@mingzhang/renderers";
import type { Transaction } from "../database/database.ts";
import type { Handler, UploadedFile } from "../http/handler.ts";
import { found, invalid, refuse } from "../http/refusal.ts";
import { insertRows, record } from "./edit.ts";
import { readImport } from "./read-import.ts";
import { requireWholeSheets, tellsAll, writersOf } from "./rights.ts";
import { readContent, readSheets, versionContent } from "./sheets.ts";
import { asUnit } from "./unit-rows.ts";

const GAP = 1024;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Replaces the sheets that the files hold; what is the same stays the same row, with its history. */
export const importWorkbook: Handler<"importWorkbook"> = async ({
  sql,
  me,
  params,
  files,
  outside,
  announceEdit,
}) => {
  const writers = await writersOf(sql, params.budget);
  const { records, findings } = await outside("import", async () => {
    const named = files.map(({ name, bytes }) => ({ name: baseName(name), bytes }));
    return () => readImport({ files: named });
  });
  if (hasError(findings)) throw refuse("invalid", findings);
  const written = ENTRY_SHEETS.map(({ id }) => id).filter((sheet) => givenIn(records, sheet).length > 0);
  requireWholeSheets(writers, written);
  const revision = await nextRevision(sql, params.budget);
  await note(sql, `导入 ${files.map(({ name }) => baseName(name)).join("、")}`);
  const rows = await replaceSheets(sql, params.budget, me.personId, records);
  await record(sql, { budget: params.budget, person: me.personId, revision, ...fresh(), rows: null });
  announceEdit({ budget: params.budget, revision });
  return { revision, rows, findings: findings as never };
};

/** An edit that has no client's id. */
function fresh() {
  return { id: randomUUID(), digest: createHash("sha256").update(randomUUID()).digest() };
}

/** Locks the budget and gives the number of its next edit. */
async function nextRevision(sql: Transaction, budget: string): Promise<number> {
  return found(await sql.row("select revision from budget where id = $1 for update", [budget])).revision + 1;
}

async function note(sql: Transaction, reason: string): Promise<void> {
  await sql.rows("select set_config('mingzhang.reason', $1, true)", [reason.slice(0, 2000)]);
}

async function replaceSheets(
  sql: Transaction,
  budget: string,
  person: string,
  records: EntryRecords,
): Promise<number> {
  let count = 0;
  for (const { id: sheet } of ENTRY_SHEETS) {
    const given = givenIn(records, sheet);
    if (given.length === 0) continue;
    const kept = await keepEqualRows(sql, budget, sheet, given);
    const rows = given.flatMap((cells, index) =>
      kept.has(index) ? [] : [{ id: randomUUID(), sheet, position: (index + 1) * GAP, cells }],
    );
    await insertRows(sql, budget, person, rows);
    count += given.length;
  }
  return count;
}

function givenIn(records: EntryRecords, sheet: string): readonly Readonly<Record<string, string>>[] {
  return (records.get(sheet) ?? []).map(cellsOf).filter((cells) => Object.keys(cells).length > 0);
}

/** Keeps the rows that stand in the sheet just so, at their new position; deletes the others. */
async function keepEqualRows(
  sql: Transaction,
  budget: string,
  sheet: string,
  given: readonly Readonly<Record<string, string>>[],
): Promise<ReadonlySet<number>> {
  const stored = await sql.rows(
    "select id, position, cells from entry_row where budget_id = $1 and sheet = $2 order by position, id",
    [budget, sheet],
  );
  const free = new Map<string, { id: string; position: number }[]>();
  for (const { id, position, cells } of stored) {
    const key = textOf(cells);
    free.set(key, [...(free.get(key) ?? []), { id, position }]);
  }
  const kept = new Set<number>();
  const moved: { id: string; position: number }[] = [];
  for (const [index, cells] of given.entries()) {
    const row = free.get(textOf(cells))?.shift();
    if (row === undefined) continue;
    kept.add(index);
    if (row.position !== (index + 1) * GAP) moved.push({ id: row.id, position: (index + 1) * GAP });
  }
  const gone = [...free.values()].flat().map(({ id }) => id);
  await sql.rows("delete from entry_row where budget_id = $1 and id = any ($2)", [budget, gone]);
  await sql.rows(
    `update entry_row set position = given.position from jsonb_to_recordset($2) as given (id uuid, position double precision)
     where budget_id = $1 and entry_row.id = given.id`,
    [budget, JSON.stringify(moved)],
  );
  return kept;
}

function textOf(cells: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function cellsOf(record: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([field, text]) =>
      text === undefined || text === "" ? [] : [[field, text]],
    ),
  );
}

/** What people's systems call a file, without its folders. */
export function baseName(name: UploadedFile["name"]): string {
  return (name.split(/[\\/]/).at(-1) ?? "").replace(/\p{Cc}/gu, "").slice(0, 200) || "upload";
}

/** Names of persons leave the workspace in no file. */
const EXPORTED_YEAR = YEAR_SHEETS.filter(({ id }) => tellsAll(id));

/** Written beside the thread that answers requests: 20,000 rows take seconds. */
export const exportWorkbook: Handler<"exportWorkbook"> = ({ sql, params, query, services, outside }) =>
  outside("workbook", async () => {
    const { name, year } = found(
      await sql.row("select name, year from budget join body on body.id = body_id where budget.id = $1", [
        params.budget,
      ]),
    );
    const isOfYear = query.part === "year";
    const content =
      isOfYear || query.version === undefined
        ? await readContent(sql, params.budget, isOfYear ? EXPORTED_YEAR : BUDGET_SHEETS)
        : found(await versionContent(sql, params.budget, query.version));
    const title = isOfYear ? "绩效管理工作簿" : "部门预算填报工作簿";
    return async () => ({
      name: `${name}${year}年${title}.xlsx`,
      type: XLSX,
      bytes: await services.checks.workbook({ content, year, form: isOfYear ? "year" : "budget" }),
    });
  });

/** Takes units' rows into the department's budget; each row remembers where it came from. */
export const consolidate: Handler<"consolidate"> = async ({ sql, me, params, body, announceEdit }) => {
  const units = await sql.rows(
    `select budget.id, budget.state, body.short_name as name from budget
     join budget as whole on whole.id = $1 and whole.year = budget.year
     join body on body.id = budget.body_id and body.parent_id = whole.body_id
     where body.id = any ($2) and budget.id = any ((select budgets_for('read'))::uuid[])
     order by body.code, body.short_name, budget.id`,
    [params.budget, body.units],
  );
  if (units.length !== new Set(body.units).size)
    throw invalid("有的单位还没有可以汇总的预算。", "Some of these units have no budget to take yet.");
  const pending = units.filter(({ state }) => /draft|signing/.test(state)).map(({ name }) => name);
  if (pending.length > 0) {
    const names = pending.join("、");
    throw invalid(`这些单位还没有报送：${names}。`, `These units have not submitted yet: ${names}.`);
  }
  const revision = await nextRevision(sql, params.budget);
  await note(sql, `汇总 ${units.map(({ name }) => name).join("、")}`);
  let rows = 0;
  for (const unit of units) rows += await takeUnit(sql, params.budget, me.personId, unit.id);
  await record(sql, { budget: params.budget, person: me.personId, revision, ...fresh(), rows: null });
  announceEdit({ budget: params.budget, revision });
  return { revision, rows };
};

async function takeUnit(sql: Transaction, whole: string, person: string, unit: string): Promise<number> {
  await sql.rows("delete from entry_row where budget_id = $1 and source_budget = $2", [whole, unit]);
  let count = 0;
  for (const { sheet, rows } of asUnit(await readSheets(sql, unit))) {
    const last = await sql.row(
      "select coalesce(max(position), 0) as position from entry_row where budget_id = $1 and sheet = $2",
      [whole, sheet],
    );
    const added = rows.map(({ cells }, index) => ({
      id: randomUUID(),
      sheet,
      position: (last?.position ?? 0) + (index + 1) * GAP,
      cells,
      source: unit,
    }));
    await insertRows(sql, whole, person, added);
    count += added.length;
  }
  return count;
}
