import { ENTRY_SHEETS, type SheetSchema } from "../schema.ts";
import type { RawSheet } from "../sheet.ts";
import { fold } from "../terms.ts";
import type { Report } from "./fault/fault.ts";
import { REQUIRED_SHEETS } from "./layout.ts";
import { readForm } from "./read-form.ts";
import type { RowContext } from "./read-row.ts";
import { readTable } from "./read-table.ts";
import { type RecordSet, type SheetRecords, textOf } from "./record.ts";

type Matched = ReadonlyMap<number, RawSheet>;

/** Reads these sheets; the year and the keys of units and projects first, because the other sheets refer to them. */
export function readRecords(schemas: readonly SheetSchema[], matched: Matched, report: Report): RecordSet {
  const context: RowContext = { keys: { units: undefined, projects: undefined }, report };
  const department = readSheet("department", matched, context);
  const dated = { ...context, ...yearOf(department) };
  const units = readSheet("units", matched, dated);
  const projects = readSheet("projects", matched, dated);
  const keys = { units: keysOf(units, "unit"), projects: keysOf(projects, "project") };
  const read = new Map([
    ["department", department],
    ["units", units],
    ["projects", projects],
  ]);
  for (const { id } of schemas) {
    if (!read.has(id)) read.set(id, readSheet(id, matched, { ...dated, keys }));
  }
  return (id) => read.get(id) ?? nothing(schemaAt(id).schema, false);
}

function readSheet(id: string, matched: Matched, context: RowContext): SheetRecords {
  const { schema, index } = schemaAt(id);
  const raw = matched.get(index);
  if (raw === undefined) return nothing(schema, false);
  const read = schema.shape === "form" ? readForm : readTable;
  return read({ schema, index, raw }, context) ?? nothing(schema, true);
}

function nothing(schema: SheetSchema, given: boolean): SheetRecords {
  return { schema, records: [], given, complete: !REQUIRED_SHEETS.includes(schema.id) };
}

function schemaAt(id: string): { readonly schema: SheetSchema; readonly index: number } {
  const index = ENTRY_SHEETS.findIndex((schema) => schema.id === id);
  const schema = ENTRY_SHEETS[index];
  if (schema === undefined) throw new RangeError(`no sheet has the id ${id}`);
  return { schema, index };
}

/** The keys that rows may refer to, those of faulty rows included. Undefined: the sheet could not be read. */
function keysOf({ records, given }: SheetRecords, column: string): ReadonlyMap<string, string> | undefined {
  if (!given) return undefined;
  const keys = records.map((record) => textOf(record, column)).filter((key) => key !== "");
  const byForm = new Map<string, string>();
  for (const key of keys) if (!byForm.has(fold(key))) byForm.set(fold(key), key);
  return byForm;
}

function yearOf({ records }: SheetRecords): { readonly year?: number } {
  const year = records[0]?.values.year;
  return typeof year === "number" ? { year } : {};
}
