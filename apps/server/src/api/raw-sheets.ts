import { ENTRY_SHEETS, type Place, type RawCell, type RawSheet, type SheetSchema } from "@mingzhang/core";
import type { Row } from "./routes/entry.ts";

type PlaceOfEntry = Extract<Place, { kind: "entry" }>;

/** The rows of each sheet as core reads budgets; a finding's place leads back to the row by `entryOf`. */
export function toRawSheets(
  sheets: readonly { readonly sheet: string; readonly rows: readonly Pick<Row, "cells">[] }[],
): readonly RawSheet[] {
  return ENTRY_SHEETS.flatMap((schema) => {
    const found = sheets.find(({ sheet }) => sheet === schema.id);
    if (found === undefined || found.rows.length === 0) return [];
    return [{ name: schema.id, rows: gridOf(schema, found.rows) }];
  });
}

function gridOf(schema: SheetSchema, rows: readonly Pick<Row, "cells">[]): readonly (readonly RawCell[])[] {
  const { id: sheet, columns, shape } = schema;
  const title = { zh: schema.title, en: schema.english };
  const heading: PlaceOfEntry = { kind: "entry", sheet, title };
  if (shape === "form")
    return [
      [cellOf("field", heading), cellOf("value", heading)],
      ...columns.map(({ id: field }) => {
        const place = { ...heading, field };
        return [cellOf(field, place), cellOf(rows[0]?.cells[field] ?? "", place)];
      }),
    ];
  return [
    columns.map(({ id: field }) => cellOf(field, { ...heading, field })),
    ...rows.map(({ cells }, index) =>
      columns.map(({ id: field }) => cellOf(cells[field] ?? "", { ...heading, row: index + 1, field })),
    ),
  ];
}

function cellOf(text: string, place: PlaceOfEntry): RawCell {
  return { kind: text === "" ? "blank" : "text", text, place };
}

export interface EntryPlace {
  readonly sheet: string;
  /** Index among the sheet's rows; undefined: the heading or the sheet as a whole. */
  readonly row?: number;
  readonly field?: string;
}

/** Which entry a place in sheets of `toRawSheets` is. */
export function entryOf(place: Place | undefined): EntryPlace | undefined {
  if (place?.kind !== "entry") return undefined;
  const { sheet, row, field } = place;
  const isForm = ENTRY_SHEETS.some(({ id, shape }) => id === sheet && shape === "form");
  if (row === undefined && !(isForm && field !== undefined)) return { sheet };
  return { sheet, row: row === undefined ? 0 : row - 1, ...(field !== undefined && { field }) };
}
