import type { HistoryEntry } from "@mingzhang/server/api";

export interface ChangedCell {
  readonly sheet: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * What one entry of the log changed, cell by cell; what is no row of the entry is one line under its table's name. The
 * log says what changed only: `sheetOf` knows the sheet of a row that stayed in it.
 */
export function changedCells(
  { table, subject, before, after }: Pick<HistoryEntry, "table" | "subject" | "before" | "after">,
  sheetOf: (row: string) => string | undefined,
): readonly ChangedCell[] {
  const sheet = textOf(after?.sheet ?? before?.sheet ?? sheetOf(subject) ?? table);
  const [old, now] = [cellsOf(before), cellsOf(after)];
  if (old === undefined && now === undefined) {
    const said = (values: Values | null) =>
      textOf(values?.text ?? values?.state ?? values?.action ?? values?.name ?? "");
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
