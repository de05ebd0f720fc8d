import { BUDGET_SHEETS, ENTRY_SHEETS, type SheetSchema } from "@mingzhang/core";
import type { EntryRecords } from "@mingzhang/renderers";
import type { Row } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";

export interface SheetRows {
  readonly sheet: string;
  readonly rows: readonly Row[];
}

/** What is entered in these sheets of a budget, in their order; without any: in all that are published with it. */
export async function readSheets(
  sql: Transaction,
  budget: string,
  of: readonly SheetSchema[] = BUDGET_SHEETS,
): Promise<readonly SheetRows[]> {
  const rows = await sql.rows(
    `select sheet, id, position, cells, version from entry_row
     where budget_id = $1 and sheet = any ($2) order by sheet, position, id`,
    [budget, of.map(({ id }) => id)],
  );
  const bySheet = new Map<string, Row[]>();
  for (const { sheet: id, ...row } of rows) {
    const list = bySheet.get(id) ?? [];
    bySheet.set(id, list);
    list.push(row as unknown as Row);
  }
  return of.flatMap(({ id }) => {
    const found = bySheet.get(id);
    return found === undefined ? [] : [{ sheet: id, rows: found }];
  });
}

/** The same as text, which a thread takes over at no cost; `sheetsOfContent` reads it. */
export async function readContent(
  sql: Transaction,
  budget: string,
  of: readonly SheetSchema[],
): Promise<string> {
  const row = await sql.row(
    `select coalesce(json_agg(json_build_object('sheet', sheet, 'rows', rows)), '[]')::text as content from (
       select sheet, json_agg(json_build_object('id', id, 'cells', cells) order by position, id) as rows
       from entry_row where budget_id = $1 and sheet = any ($2) group by sheet) as sheets`,
    [budget, of.map(({ id }) => id)],
  );
  return row?.content ?? "[]";
}

/** A version of the budget as it was frozen. */
export async function readVersion(
  sql: Transaction,
  budget: string,
  number: number,
): Promise<readonly SheetRows[] | undefined> {
  const content = await versionContent(sql, budget, number);
  return content === undefined ? undefined : sheetsOfContent(content);
}

/** The same as text. */
export async function versionContent(
  sql: Transaction,
  budget: string,
  number: number,
): Promise<string | undefined> {
  const version = await sql.row(
    "select content from version where budget_id = $1 and document = 'budget' and number = $2",
    [budget, number],
  );
  return version?.content;
}

export function sheetsOfContent(content: string): readonly SheetRows[] {
  const sheets = JSON.parse(content) as readonly SheetRows[];
  return ENTRY_SHEETS.flatMap(({ id }) => sheets.filter(({ sheet }) => sheet === id));
}

/** Entered rows as the writers of workbooks and CSV folders take them. */
export function entryRecordsOf(sheets: readonly SheetRows[]): EntryRecords {
  return new Map(sheets.map(({ sheet, rows }) => [sheet, rows.map(({ cells }) => cells)]));
}

export function schemaOf(sheet: string): SheetSchema | undefined {
  return ENTRY_SHEETS.find(({ id }) => id === sheet);
}
