import type { Change, EditConflict, Row } from "../api/index.ts";
import { invalid } from "../http/refusal.ts";
import { RowOrder } from "./order.ts";
import { schemaOf } from "./sheets.ts";

/** A row as it stands in the database, or as an edit is about to leave it. */
export interface StoredRow extends Row {
  readonly sheet: string;
  readonly changedBy?: string;
}

export interface EditState {
  /** The rows that the edit names, as far as they are there. */
  readonly rows: ReadonlyMap<string, StoredRow>;
  /** All rows of the sheets whose order the edit changes. */
  readonly orders: ReadonlyMap<string, readonly { readonly id: string; readonly position: number }[]>;
}

export interface EditOutcome {
  readonly conflicts: readonly EditConflict[];
  /** By id; null: deleted. */
  readonly changed: ReadonlyMap<string, { readonly sheet: string; readonly row: StoredRow | null }>;
  /** Positions of other rows, where a sheet had to be numbered anew. */
  readonly moved: readonly { readonly id: string; readonly position: number }[];
}

/** Works out what an edit does; with any conflict nothing is to be done. */
export function applyChanges(changes: readonly Change[], state: EditState): EditOutcome {
  const work = new EditWork(state);
  for (const [index, change] of changes.entries()) work.take(change, index);
  return work.outcome();
}

class EditWork {
  readonly #before: ReadonlyMap<string, StoredRow>;
  readonly #rows: Map<string, StoredRow>;
  readonly #orders: ReadonlyMap<string, RowOrder>;
  readonly #touched = new Map<string, string>();
  readonly #conflicts: EditConflict[] = [];

  constructor({ rows, orders }: EditState) {
    this.#before = rows;
    this.#rows = new Map(rows);
    this.#orders = new Map([...orders].map(([sheet, list]) => [sheet, new RowOrder(list)]));
  }

  take(change: Change, index: number): void {
    const schema = schemaOf(change.sheet);
    if (schema === undefined)
      throw invalid(`没有表“${change.sheet}”。`, `There is no sheet "${change.sheet}".`);
    if (change.kind === "set") requireField(change.sheet, change.field);
    if (change.kind === "insert")
      for (const field of Object.keys(change.cells)) requireField(change.sheet, field);
    if (change.kind === "insert") {
      this.#insert(change, index);
      return;
    }
    const row = this.#rows.get(change.row);
    if (row === undefined || row.sheet !== change.sheet) {
      this.#conflict(change, index, "row-gone");
      return;
    }
    if (change.kind === "set") {
      this.#set(change, index, row);
      return;
    }
    if (change.kind === "delete") {
      this.#delete(change, index, row);
      return;
    }
    this.#move(change, row);
  }

  #insert(change: Change & { kind: "insert" }, index: number): void {
    const order = this.#orders.get(change.sheet);
    const isSecond = schemaOf(change.sheet)?.shape === "form" && (order?.ids.length ?? 0) > 0;
    if (this.#rows.has(change.row) || isSecond) {
      this.#conflict(change, index, "row-exists");
      return;
    }
    order?.insert(change.row, change.after);
    const cells = Object.fromEntries(Object.entries(change.cells).filter(([, text]) => text !== ""));
    this.#put({ id: change.row, sheet: change.sheet, position: 0, cells, version: 0 });
  }

  #set({ field, from, to, ...change }: Change & { kind: "set" }, index: number, row: StoredRow): void {
    const current = row.cells[field] ?? "";
    if (current === to) return;
    if (current !== from) {
      this.#conflict({ ...change, field, from, to }, index, "changed");
      return;
    }
    const { [field]: _, ...others } = row.cells;
    this.#put({ ...row, cells: to === "" ? others : { ...others, [field]: to } });
  }

  #delete(change: Change & { kind: "delete" }, index: number, row: StoredRow): void {
    if (schemaOf(change.sheet)?.shape === "form")
      throw invalid("这张表的这一行不能删除。", "This sheet's one row cannot be deleted.");
    const before = this.#before.get(change.row);
    if (before !== undefined && before.version !== change.version) {
      this.#conflict(change, index, "changed");
      return;
    }
    this.#rows.delete(change.row);
    this.#orders.get(change.sheet)?.remove(change.row);
    this.#touched.set(change.row, row.sheet);
  }

  #move(change: Change & { kind: "move" }, row: StoredRow): void {
    const order = this.#orders.get(change.sheet);
    order?.remove(change.row);
    order?.insert(change.row, change.after);
    this.#put(row);
  }

  #put(row: StoredRow): void {
    this.#rows.set(row.id, row);
    this.#touched.set(row.id, row.sheet);
  }

  #conflict(change: Change, index: number, reason: EditConflict["reason"]): void {
    const stored = this.#before.get(change.row);
    this.#conflicts.push({
      index,
      reason,
      sheet: change.sheet,
      row: change.row,
      ...(change.kind === "set" && { field: change.field }),
      current: stored === undefined || stored.sheet !== change.sheet ? null : plainRow(stored),
    });
  }

  outcome(): EditOutcome {
    const changed = new Map<string, { sheet: string; row: StoredRow | null }>();
    for (const [id, sheet] of this.#touched) {
      const row = this.#rows.get(id);
      const before = this.#before.get(id);
      if (row === undefined && before === undefined) continue;
      changed.set(id, { sheet, row: row === undefined ? null : this.#numbered(row, before) });
    }
    return { conflicts: this.#conflicts, changed, moved: this.#moved(changed) };
  }

  #numbered(row: StoredRow, before: StoredRow | undefined): StoredRow {
    const order = this.#orders.get(row.sheet);
    const position = order?.has(row.id) ? order.positionOf(row.id) : row.position;
    return { ...row, position, version: (before?.version ?? 0) + 1 };
  }

  #moved(changed: ReadonlyMap<string, unknown>) {
    return [...this.#orders.values()]
      .filter((order) => order.renumbered)
      .flatMap((order) =>
        order.ids.filter((id) => !changed.has(id)).map((id) => ({ id, position: order.positionOf(id) })),
      );
  }
}

export function plainRow({ id, position, cells, version }: Row): Row {
  return { id, position, cells, version };
}

function requireField(sheet: string, field: string): void {
  if (schemaOf(sheet)?.columns.some(({ id }) => id === field)) return;
  throw invalid(`表“${sheet}”没有“${field}”这一项。`, `Sheet "${sheet}" has no field "${field}".`);
}
