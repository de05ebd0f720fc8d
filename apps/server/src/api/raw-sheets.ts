import { ENTRY_SHEETS, type Place, type RawCell, type RawSheet, type SheetSchema } from "@mingzhang/core";
import type { Row } from "./routes/entry.ts";

/** The rows of each sheet as core reads budgets; a finding's place leads back to the row by `entryOf`. */
export function toRawSheets(
  sheets: readonly { readonly sheet: string; readonly rows: readonly Pick<Row, "cells">[] }[],
): readonly RawSheet[] {
  return ENTRY_SHEETS.flatMap((schema) => {
    const found = sheets.find(({ sheet }) => sheet === schema.id);
    if (found === undefined || found.rows.length === 0) return [];
    return [{ name: schema.id, file: fileOf(schema), rows: gridOf(schema, found.rows) }];
  });
}

function gridOf(schema: SheetSchema, rows: readonly Pick<Row, "cells">[]): readonly (readonly RawCell[])[] {
  const { columns, shape } = schema;
  const grid =
    shape === "form"
      ? [["field", "value"], ...columns.map(({ id }) => [id, rows[0]?.cells[id] ?? ""])]
      : [columns.map(({ id }) => id), ...rows.map(({ cells }) => columns.map(({ id }) => cells[id] ?? ""))];
  return grid.map((texts, row) =>
    texts.map(
      (text, column): RawCell => ({
        kind: text === "" ? "blank" : "text",
        text,
        place: { kind: "line", file: fileOf(schema), line: row + 1, column: column + 1 },
      }),
    ),
  );
}

function fileOf({ id }: SheetSchema): string {
  return `${id}.csv`;
}

export interface EntryPlace {
  readonly sheet: string;
  /** Index among the sheet's rows; undefined: the heading or the sheet as a whole. */
  readonly row?: number;
  readonly field?: string;
}

/** Which entry a place in sheets of `toRawSheets` is. */
export function entryOf(place: Place | undefined): EntryPlace | undefined {
  if (place?.kind !== "line" || place.file === undefined) return undefined;
  const schema = ENTRY_SHEETS.find((candidate) => fileOf(candidate) === place.file);
  if (schema === undefined) return undefined;
  if (place.line < 2) return { sheet: schema.id };
  const { columns } = schema;
  const field = schema.shape === "form" ? columns[place.line - 2]?.id : columns[(place.column ?? 0) - 1]?.id;
  return {
    sheet: schema.id,
    row: schema.shape === "form" ? 0 : place.line - 2,
    ...(field !== undefined && { field }),
  };
}
