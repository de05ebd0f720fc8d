import type { Budget } from "../budget.ts";
import { BUDGET_SHEETS, type ColumnSchema, type SheetSchema } from "../schema.ts";
import type { PerformanceYear } from "../year.ts";
import { recordsOf, type TextRecord } from "./records.ts";
import { yearRecordsOf } from "./year-records.ts";
import { WRITTEN_YEAR_SHEETS } from "./year-to-sheets.ts";

/** A record by column id: years and counts as numbers, everything else as text. Blanks are left out. */
export type JsonRecord = Readonly<Record<string, string | number>>;

/** Sheets by id: a form as one record and a table as a list. */
export type BudgetJson = Readonly<Record<string, JsonRecord | readonly JsonRecord[]>>;

/**
 * The JSON form of a budget, as `docs/reference/budget.schema.json` describes it. Amounts are decimal texts in yuan,
 * because numbers in JSON are read as binary fractions.
 */
export function budgetToJson(budget: Budget): BudgetJson {
  return jsonOf(BUDGET_SHEETS, recordsOf(budget));
}

/** The JSON form of a year in the same way, as `docs/reference/year.schema.json` describes it. */
export function yearToJson(year: PerformanceYear): BudgetJson {
  return jsonOf(WRITTEN_YEAR_SHEETS, yearRecordsOf(year));
}

function jsonOf(
  schemas: readonly SheetSchema[],
  records: Readonly<Record<string, readonly TextRecord[]>>,
): BudgetJson {
  const sheets = schemas.map(({ id, shape, columns }) => {
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
