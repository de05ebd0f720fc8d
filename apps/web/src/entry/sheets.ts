import { ENTRY_SHEETS } from "@mingzhang/core";
import type { Applied, Change, Row } from "@mingzhang/server/api";

/** Everything entered, by sheet, in order. Never changed in place: what is the same object holds the same. */
export type Sheets = ReadonlyMap<string, readonly Row[]>;

export function sheetsOf(list: readonly { readonly sheet: string; readonly rows: readonly Row[] }[]): Sheets {
  return new Map(list.map(({ sheet, rows }) => [sheet, rows]));
}

export function rowsOf(sheets: Sheets, sheet: string): readonly Row[] {
  return sheets.get(sheet) ?? [];
}

export function cellOf(row: Row | undefined, field: string): string {
  return row?.cells[field] ?? "";
}

/** The sheets after a person's own changes, before the server has answered. */
export function applyChanges(sheets: Sheets, changes: readonly Change[]): Sheets {
  const next = new Map(sheets);
  for (const sheet of new Set(changes.map((change) => change.sheet))) {
    const own = changes.filter((change) => change.sheet === sheet);
    next.set(sheet, applyToSheet(rowsOf(sheets, sheet), own));
  }
  return next;
}

function applyToSheet(rows: readonly Row[], changes: readonly Change[]): readonly Row[] {
  const list = [...rows];
  const places = new Map(list.map(({ id }, index) => [id, index]));
  let placesHold = true;
  const indexOf = (id: string): number => {
    if (placesHold) return places.get(id) ?? -1;
    return list.findIndex((row) => row.id === id);
  };
  // As on the server: an edit makes a row one version newer, however many of its cells it changes.
  const newer = new Set<string>();
  for (const change of changes) {
    const index = indexOf(change.row);
    const row = list[index];
    if (change.kind === "set" && row !== undefined) {
      const version = newer.has(row.id) ? row.version : row.version + 1;
      newer.add(row.id);
      list[index] = { ...row, version, cells: { ...row.cells, [change.field]: change.to } };
    } else if (change.kind === "insert" && row === undefined) {
      newer.add(change.row);
      const at = change.after === null ? 0 : indexOf(change.after) + 1 || list.length;
      list.splice(at, 0, {
        id: change.row,
        cells: change.cells,
        version: 1,
        position: between(list[at - 1], list[at]),
      });
      if (at === list.length - 1 && placesHold) places.set(change.row, at);
      else placesHold = false;
    } else if (change.kind === "delete" && row !== undefined) {
      list.splice(index, 1);
      placesHold = false;
    }
  }
  return list;
}

function between(before: Row | undefined, after: Row | undefined): number {
  if (after === undefined) return (before?.position ?? 0) + 1024;
  return ((before?.position ?? after.position - 1024) + after.position) / 2;
}

/** The sheets after rows as the server has them. An older state of a row, arriving late, changes nothing. */
export function applyRows(sheets: Sheets, applied: readonly Applied[]): Sheets {
  const next = new Map(sheets);
  for (const sheet of new Set(applied.map((one) => one.sheet))) {
    const own = new Map(applied.filter((one) => one.sheet === sheet).map(({ id, row }) => [id, row]));
    next.set(sheet, mergeRows(rowsOf(sheets, sheet), own));
  }
  return next;
}

function mergeRows(rows: readonly Row[], applied: ReadonlyMap<string, Row | null>): readonly Row[] {
  const waiting = new Map(applied);
  let moved = false;
  const merged = rows.flatMap((row) => {
    const now = waiting.get(row.id);
    waiting.delete(row.id);
    if (now === undefined || (now !== null && now.version < row.version)) return [row];
    if (now === null) return [];
    moved ||= now.position !== row.position;
    return [now];
  });
  const added = [...waiting.values()].filter((row) => row !== null);
  if (added.length === 0 && !moved) return merged;
  return [...merged, ...added].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** What takes changes back, given the sheets before them. Sheets after them are needed for the versions of deleted rows. */
export function inverseOf(before: Sheets, changes: readonly Change[]): readonly Change[] {
  return [...changes].reverse().flatMap((change): Change[] => {
    if (change.kind === "set") return [{ ...change, from: change.to, to: change.from }];
    if (change.kind === "insert")
      return [{ kind: "delete", sheet: change.sheet, row: change.row, version: 1 }];
    if (change.kind === "move") return [];
    const rows = rowsOf(before, change.sheet);
    const index = rows.findIndex(({ id }) => id === change.row);
    const row = rows[index];
    if (row === undefined) return [];
    const after = rows[index - 1]?.id ?? null;
    return [{ kind: "insert", sheet: change.sheet, row: row.id, after, cells: row.cells }];
  });
}

/** Of changes that were kept for later, those that still fit: nobody else's value is taken back. */
export function stillFitting(now: Sheets, changes: readonly Change[]): readonly Change[] {
  const found = new Map<string, Row>();
  for (const sheet of new Set(changes.map((change) => change.sheet)))
    for (const row of rowsOf(now, sheet)) found.set(row.id, row);
  const inserted = new Set(changes.flatMap((change) => (change.kind === "insert" ? [change.row] : [])));
  return changes.flatMap((change): Change[] => {
    const row = found.get(change.row);
    if (change.kind === "insert") return row === undefined ? [change] : [];
    if (change.kind === "set") {
      if (row === undefined) return inserted.has(change.row) ? [change] : [];
      return cellOf(row, change.field) === change.from ? [change] : [];
    }
    if (row === undefined) return [];
    return change.kind === "delete" ? [{ ...change, version: row.version }] : [change];
  });
}

/** A sheet of the entry by its id. */
export function sheetOf(id: string) {
  const schema = ENTRY_SHEETS.find((one) => one.id === id);
  if (schema === undefined) throw new Error(id);
  return schema;
}
