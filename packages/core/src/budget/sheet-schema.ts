import type { Text } from "../finding/finding.ts";
import type { Term } from "./terms.ts";

/**
 * The one definition of what a budget is entered as: the sheets of the budget workbook and, under the same ids,
 * the files of the CSV folder. Writing blank forms, reading, validating, the JSON Schema and the documentation
 * are loops over it.
 */
export interface SheetSchema {
  /** File name without ".csv". */
  readonly id: string;
  /** Tab name in the workbook. */
  readonly title: string;
  /** The title for people who read English; the workbook stays Chinese. */
  readonly english: string;
  /** What belongs on it, in a sentence or two; the workbook prints the Chinese. */
  readonly doc: Text;
  /** "form": one row a field (field, value); "table": one row a record. */
  readonly shape: "form" | "table";
  /** Columns that forms fill in beforehand: a row with nothing else in it is no record yet. */
  readonly prepared?: readonly string[];
  readonly columns: readonly ColumnSchema[];
}

export interface ColumnSchema {
  /** Heading in CSV files. */
  readonly id: string;
  /** Heading in the workbook; accepted in CSV files too. */
  readonly title: string;
  /** The heading for people who read English. */
  readonly english: string;
  readonly synonyms?: readonly string[];
  readonly type: ColumnType;
  readonly required?: boolean;
  /** What to enter. */
  readonly doc: Text;
  readonly example: string;
  /** Characters of width in the workbook. */
  readonly width: number;
}

/** The titles of a sheet or a column, for a sentence in each language. */
export function titleOf({ title, english }: Pick<ColumnSchema, "title" | "english">): Text {
  return { zh: title, en: english };
}

/** Whether a row with these columns filled in is no record: blank, or as a form was prepared with names. */
export function isUnwritten({ prepared = [] }: SheetSchema, filled: readonly string[]): boolean {
  return filled.every((column) => prepared.includes(column));
}

export type ColumnType =
  | { readonly kind: "text"; readonly long?: boolean }
  | { readonly kind: "year" | "integer" | "date" | "decimal" }
  /** Yuan with two decimals; negative only where it may be signed. */
  | { readonly kind: "amount"; readonly signed?: true }
  | { readonly kind: "choice"; readonly terms: readonly Term[] }
  | {
      readonly kind: "code";
      readonly catalogue: "functional" | "department-economic" | "government-economic";
    }
  /** The key of a row of another sheet. */
  | {
      readonly kind: "reference";
      readonly sheet: "units" | "projects" | "indicators";
      readonly column: string;
    };
