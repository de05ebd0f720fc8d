import type { Text } from "../../finding/finding.ts";
import type { SheetSchema } from "../sheet-schema.ts";
import type { ImportFieldId, NamedField } from "./field.ts";
import type { ImportReport } from "./message.ts";
import type { ImportRow } from "./row.ts";

/** The cells of a record by column id. */
export type RowValues = Readonly<Partial<Record<string, string>>>;

/** What tells a row of a sheet from the others in another system: a number, and among which rows it is unique. */
export interface RowIdentity {
  readonly number: ImportFieldId;
  readonly among: (row: RowValues) => string;
  /** What is the same in a row that has not changed. */
  readonly content: (row: RowValues) => string;
  /** What tells rows without a number: all that the sheet keeps of them, however it is written. */
  readonly whole: (row: RowValues) => string;
}

/** A sheet that exports can be imported into: what their columns can be, and how a row becomes a record. */
export interface ImportTarget {
  readonly schema: SheetSchema;
  readonly fields: readonly NamedField[];
  /** The field that every header row has. */
  readonly anchor: ImportFieldId;
  /** A row with the word for a total is one where any of these is blank. */
  readonly classified: readonly ImportFieldId[];
  /** How a row that has been imported before is known again; absent: nothing tells. */
  readonly identity?: RowIdentity;
  /** Undefined for a row that is no record, which it has reported. */
  readonly read: (row: ImportRow, report: ImportReport) => RowValues | undefined;
}

/** What a field is called. */
export function fieldOf({ fields }: ImportTarget, id: ImportFieldId): Text {
  return fields.find((field) => field.id === id) ?? { zh: id, en: id };
}
