import type { ColumnSchema, SheetSchema } from "@mingzhang/core";
import type { Change, Row } from "@mingzhang/server/api";
import { cellOf, rowsOf, type Sheets } from "../entry/sheets.ts";
import { crosswalkFor } from "./options.ts";

/** A rectangle of cells, inclusive, in rows and columns as they are shown. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What changes are worked out from. */
export interface Grid {
  readonly schema: SheetSchema;
  /** The rows as they are shown: filtered. */
  readonly rows: readonly Row[];
  readonly sheets: Sheets;
  readonly newId: () => string;
}

/** Puts one text into cells. */
export function setCells(grid: Grid, area: Area, text: string): readonly Change[] {
  return eachCell(grid, area).flatMap(([row, column]) => setCell(grid, row, column, text));
}

/** Repeats the first row of an area down to its last; of a single row, the row above it. */
export function fillDown(grid: Grid, area: Area): readonly Change[] {
  const from = grid.rows[area.top === area.bottom ? area.top - 1 : area.top];
  if (from === undefined) return [];
  const below = area.top === area.bottom ? area : { ...area, top: area.top + 1 };
  return eachCell(grid, below).flatMap(([row, column]) =>
    setCell(grid, row, column, cellOf(from, column.id)),
  );
}

/** Writes cells from the corner on; rows that do not exist are added. One cell fills a whole area. */
export function paste(grid: Grid, area: Area, cells: readonly (readonly string[])[]): readonly Change[] {
  const single = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  if (single !== undefined) {
    const column = grid.schema.columns[area.left];
    return column === undefined ? [] : setCells(grid, area, cleaned(column, single));
  }
  const { columns } = grid.schema;
  let after = rowsOf(grid.sheets, grid.schema.id).at(-1)?.id ?? null;
  return cells.flatMap((texts, line): Change[] => {
    const row = grid.rows[area.top + line];
    const given = texts.flatMap((text, index) => {
      const column = columns[area.left + index];
      return column === undefined ? [] : [[column, cleaned(column, text)] as const];
    });
    if (row !== undefined)
      return [
        // Pasted codes are taken as they are; only a blank one is filled in.
        ...given.flatMap(([column, text]) => plainSet(grid, row, column.id, text)),
        ...filledIn(grid, { ...row, cells: { ...row.cells, ...cellsOf(given) } }, row),
      ];
    const inserted = insertRow(grid, after, cellsOf(given));
    after = inserted.row;
    return [inserted];
  });
}

/** A new row with what every row of the budget has in common, and the crosswalk filled in. */
export function insertRow(
  grid: Grid,
  after: string | null,
  cells: Readonly<Record<string, string>>,
): Extract<Change, { kind: "insert" }> {
  const { schema } = grid;
  const year = rowsOf(grid.sheets, "department")[0]?.cells.year;
  const common: Record<string, string> = {};
  if (schema.id === "ledger" && year !== undefined && year !== "") common.year = year;
  const all = { ...common, ...cells };
  const government = governmentCode(grid, { cells: all });
  return {
    kind: "insert",
    sheet: schema.id,
    row: grid.newId(),
    after,
    cells: government === undefined ? all : { ...all, government_economic: government },
  };
}

export function deleteRows(grid: Grid, area: Area): readonly Change[] {
  return grid.rows.slice(area.top, area.bottom + 1).map(({ id, version }) => ({
    kind: "delete",
    sheet: grid.schema.id,
    row: id,
    version,
  }));
}

export function textsOf(grid: Grid, area: Area): readonly (readonly string[])[] {
  const columns = grid.schema.columns.slice(area.left, area.right + 1);
  return grid.rows.slice(area.top, area.bottom + 1).map((row) => columns.map(({ id }) => cellOf(row, id)));
}

function eachCell(grid: Grid, area: Area): readonly (readonly [Row, ColumnSchema])[] {
  const columns = grid.schema.columns.slice(area.left, area.right + 1);
  return grid.rows
    .slice(area.top, area.bottom + 1)
    .flatMap((row) => columns.map((column) => [row, column] as const));
}

function setCell(grid: Grid, row: Row, column: ColumnSchema, text: string): readonly Change[] {
  const set = plainSet(grid, row, column.id, text);
  if (set.length === 0 || column.id !== "department_economic") return set;
  const before = crosswalkFor(row, grid.sheets, cellOf(row, "department_economic"));
  const now = cellOf(row, "government_economic");
  // A code that somebody chose against the crosswalk stays.
  if (now !== "" && now !== before) return set;
  const next = crosswalkFor(row, grid.sheets, text) ?? "";
  return [...set, ...plainSet(grid, row, "government_economic", next)];
}

function plainSet(grid: Grid, row: Row, field: string, to: string): readonly Change[] {
  const from = cellOf(row, field);
  return from === to ? [] : [{ kind: "set", sheet: grid.schema.id, row: row.id, field, from, to }];
}

function filledIn(grid: Grid, next: Row, row: Row): readonly Change[] {
  const government = governmentCode(grid, next);
  return government === undefined ? [] : plainSet(grid, row, "government_economic", government);
}

function governmentCode(grid: Grid, row: Pick<Row, "cells">): string | undefined {
  const { department_economic: code = "", government_economic: government = "" } = row.cells;
  const has = grid.schema.columns.some(({ id }) => id === "government_economic");
  return !has || code === "" || government !== "" ? undefined : crosswalkFor(row, grid.sheets, code);
}

function cellsOf(given: readonly (readonly [ColumnSchema, string])[]): Record<string, string> {
  return Object.fromEntries(given.map(([column, text]) => [column.id, text]));
}

/** Spreadsheets give amounts as they show them, with thousands separated. */
function cleaned({ type }: ColumnSchema, text: string): string {
  const trimmed = text.trim();
  if (type.kind !== "amount") return trimmed;
  const plain = trimmed.replace(/[,，\s¥￥]/gu, "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : trimmed;
}
