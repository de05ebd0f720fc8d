import { cellName } from "../read/spot.ts";
import type { ColumnSchema, ColumnType, SheetSchema } from "../schema.ts";
import type { RawCell, RawSheet } from "../sheet.ts";
import type { TextRecord } from "./records.ts";

/** "ids" as in CSV files, "titles" as in the workbook: in what words headings and choices are written. */
export type SheetWords = "ids" | "titles";

const FORM_HEADINGS: Readonly<Record<SheetWords, readonly [string, string]>> = {
  ids: ["field", "value"],
  titles: ["事项", "填写内容"],
};

/** Records by sheet id as sheets, one for each schema and in their order. */
export function sheetsOf(
  schemas: readonly SheetSchema[],
  records: Readonly<Record<string, readonly TextRecord[]>>,
  words: SheetWords,
): readonly RawSheet[] {
  return schemas.map((schema) => {
    const name = words === "ids" ? schema.id : schema.title;
    const grid = gridOf(schema, records[schema.id] ?? [], words);
    const rows = grid.map((cells, row) =>
      cells.map(
        ({ text, kind }, column): RawCell => ({
          kind: text === "" ? "blank" : kind,
          text,
          place: { kind: "sheet", sheet: name, cell: cellName(row, column) },
        }),
      ),
    );
    return { name, rows };
  });
}

type Entry = Pick<RawCell, "kind" | "text">;

function gridOf(schema: SheetSchema, records: readonly TextRecord[], words: SheetWords): readonly Entry[][] {
  const heading = (column: ColumnSchema) => label(words === "ids" ? column.id : column.title);
  if (schema.shape === "table") {
    const body = records.map((record) => schema.columns.map((column) => entryOf(column, record, words)));
    return [schema.columns.map(heading), ...body];
  }
  const fields = schema.columns.map((column) => [heading(column), entryOf(column, records[0] ?? {}, words)]);
  return [FORM_HEADINGS[words].map(label), ...fields];
}

function label(text: string): Entry {
  return { kind: "text", text };
}

function entryOf({ id, type }: ColumnSchema, record: TextRecord, words: SheetWords): Entry {
  const text = record[id] ?? "";
  if (type.kind !== "choice") return { kind: KINDS[type.kind] ?? "text", text };
  return label(words === "ids" ? text : (type.terms.find((term) => term.id === text)?.zh ?? text));
}

const KINDS: Readonly<Partial<Record<ColumnType["kind"], RawCell["kind"]>>> = {
  year: "number",
  integer: "number",
  decimal: "number",
  amount: "number",
  date: "date",
};
