import { BUDGET_SHEETS, type SheetSchema } from "@mingzhang/core";
import type { Row } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";

export interface SheetRows {
  readonly sheet: string;
  readonly rows: readonly Row[];
}

/** Everything entered in a budget, sheets in the order of the workbook. */
export async function readSheets(
  sql: Transaction,
  budget: string,
  sheet?: string,
): Promise<readonly SheetRows[]> {
  const rows = await sql.rows(
    `select sheet, id, position, cells, version from entry_row
     where budget_id = $1 and ($2::text is null or sheet = $2) order by sheet, position, id`,
    [budget, sheet ?? null],
  );
  const bySheet = new Map<string, Row[]>();
  for (const { sheet: id, ...row } of rows) {
    const list = bySheet.get(id) ?? [];
    bySheet.set(id, list);
    list.push(row as unknown as Row);
  }
  return BUDGET_SHEETS.flatMap(({ id }) => {
    const found = bySheet.get(id);
    return found === undefined ? [] : [{ sheet: id, rows: found }];
  });
}

/** A version as it was frozen. */
export async function readVersion(
  sql: Transaction,
  budget: string,
  number: number,
): Promise<readonly SheetRows[] | undefined> {
  const version = await sql.row("select content from version where budget_id = $1 and number = $2", [
    budget,
    number,
  ]);
  return version === undefined ? undefined : sheetsOfContent(version.content);
}

export function sheetsOfContent(content: string): readonly SheetRows[] {
  const sheets = JSON.parse(content) as readonly SheetRows[];
  return BUDGET_SHEETS.flatMap(({ id }) => sheets.filter(({ sheet }) => sheet === id));
}

export function schemaOf(sheet: string): SheetSchema | undefined {
  return BUDGET_SHEETS.find(({ id }) => id === sheet);
}
