import type { Budget } from "../budget.ts";
import { BUDGET_SHEETS, type ColumnSchema } from "../schema.ts";
import { recordsOf, type TextRecord } from "./records.ts";

/** A record by column id: years and counts as numbers, everything else as text. Blanks are left out. */
export type JsonRecord = Readonly<Record<string, string | number>>;

/**
 * The JSON form of a budget, as `docs/reference/budget.schema.json` describes it: sheets by id, a form as one record
 * and a table as a list. Amounts are decimal texts in yuan, because numbers in JSON are read as binary fractions.
 */
export type BudgetJson = Readonly<Record<string, JsonRecord | readonly JsonRecord[]>>;

export function budgetToJson(budget: Budget): BudgetJson {
  const records = recordsOf(budget);
  const sheets = BUDGET_SHEETS.map(({ id, shape, columns }) => {
    const list = (records[id] ?? []).map((record) => toJson(record, columns));
    return [id, shape === "form" ? (list[0] ?? {}) : list] as const;
  });
  return Object.fromEntries(sheets);
}

function toJson(record: TextRecord, columns: readonly ColumnSchema[]): JsonRecord {
  const entries = columns.flatMap(({ id, type }) => {
    const text = record[id] ?? "";
    if (text === "") return [];
    const isNumber = type.kind === "year" || type.kind === "integer";
    return [[id, isNumber ? Number(text) : text] as const];
  });
  return Object.fromEntries(entries);
}
