import { type Fen, ZERO } from "../../money/fen.ts";
import type { SheetSchema } from "../schema.ts";
import type { Spot } from "./spot.ts";

/** What a cell holds after reading, by the type of its column. */
export type Value = string | number | Fen;

/** One row of a table, or the whole of a form, with its values by column id. Blank cells have no value. */
export interface SheetRecord {
  readonly values: Readonly<Record<string, Value>>;
  /** False: a fault made the row unusable; it is left out of the budget. */
  readonly usable: boolean;
  /** Where a column's cell is; of an absent column, where the row begins. */
  readonly spot: (column: string) => Spot;
}

/** A sheet as read. */
export interface SheetRecords {
  readonly schema: SheetSchema;
  readonly records: readonly SheetRecord[];
  readonly given: boolean;
  /** False: something was left out, so that sums over the sheet prove nothing. */
  readonly complete: boolean;
}

/** The sheets of one input by id. A sheet that was not given has no records. */
export type RecordSet = (sheet: string) => SheetRecords;

/** A text value; "" when blank. */
export function textOf(record: SheetRecord, column: string): string {
  const value = record.values[column];
  return typeof value === "string" ? value : "";
}

/** A text value as a term's id, which the reading of a choice has made sure of. */
export function choiceOf<Id extends string>(record: SheetRecord, column: string): Id {
  return textOf(record, column) as Id;
}

/** An amount; zero when blank. */
export function amountOf(record: SheetRecord, column: string): Fen {
  const value = record.values[column];
  return typeof value === "bigint" ? value : ZERO;
}

/** A year or a count; zero when blank. */
export function numberOf(record: SheetRecord, column: string): number {
  const value = record.values[column];
  return typeof value === "number" ? value : 0;
}

/** { key: text } for a cell that is filled, nothing for a blank one: for optional properties. */
export function optional<K extends string>(
  record: SheetRecord,
  column: string,
  key: K,
): { readonly [P in K]?: string } {
  const text = textOf(record, column);
  return text === "" ? {} : ({ [key]: text } as { readonly [P in K]?: string });
}

/** { key: id } for a choice that is filled, nothing for a blank one. */
export function chosen<K extends string, Id extends string>(
  record: SheetRecord,
  column: string,
  key: K,
): { readonly [P in K]?: Id } {
  return optional(record, column, key) as { readonly [P in K]?: Id };
}

/** The lines of a long text, without blank ones. */
export function linesOf(record: SheetRecord, column: string): readonly string[] {
  return textOf(record, column)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
