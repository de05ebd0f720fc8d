import type { HistoryEntry } from "@mingzhang/server/api";

export interface ChangedCell {
  readonly sheet: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

type Values = Readonly<Record<string, unknown>>;

type Logged = Pick<HistoryEntry, "table" | "subject" | "sheet" | "before" | "after">;

/**
 * What entries of the log, the latest first, changed, cell by cell; what is no row of a sheet is one line under its
 * table's name. The log says what changed only: the sheet of a row that is gone is known from its deletion, later.
 */
export function changesOf<Entry extends Logged>(
  entries: readonly Entry[],
): readonly { readonly entry: Entry; readonly cells: readonly ChangedCell[] }[] {
  const sheets = new Map<string, string>();
  return entries.map((entry) => {
    const said = entry.after?.sheet ?? entry.before?.sheet ?? entry.sheet;
    if (typeof said === "string") sheets.set(entry.subject, said);
    return { entry, cells: changedCells(entry, sheets.get(entry.subject) ?? entry.table) };
  });
}

function changedCells({ before, after }: Logged, sheet: string): readonly ChangedCell[] {
  const [old, now] = [cellsOf(before), cellsOf(after)];
  if (old === undefined && now === undefined) {
    const said = (values: Values | null) => {
      // An attachment's name does not change: who may open it does.
      if (typeof values?.confined === "boolean") return values.confined ? "confined" : "open";
      return textOf(values?.text ?? values?.state ?? values?.action ?? values?.name ?? "");
    };
    return [{ sheet, field: "", from: said(before), to: said(after) }];
  }
  const fields = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])];
  const cells = fields
    .map((field) => ({ sheet, field, from: textOf(old?.[field] ?? ""), to: textOf(now?.[field] ?? "") }))
    .filter(({ from, to }) => from !== to);
  return cells.length === 0 ? [{ sheet, field: "", from: "", to: "" }] : cells;
}

function cellsOf(values: Values | null): Values | undefined {
  const cells = values?.cells;
  return typeof cells === "object" && cells !== null ? (cells as Values) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
