import type { FlowTable, SourceCell, SourceRow } from "../../grid/flow.ts";
import { withHeaderSpans } from "../../grid/header-spans.ts";
import { isFigure } from "../../pdf/cellText.ts";

/** A tab-separated line. */
export interface TextRow {
  readonly cells: readonly string[];
  /** Of the file, from 1. */
  readonly line: number;
}

interface OpenRow {
  cells: string[];
  readonly line: number;
}

/** The rows of one table as they come; a page break may have left rows without their first cell, or cells cut in two. */
export class TableRows {
  readonly #rows: OpenRow[] = [];
  /** How many cells its rows have. */
  readonly #lengths = new Set<number>();
  #shifted = 0;

  /** Whether a row that follows after blank lines still belongs to the table. */
  takes({ cells }: TextRow): boolean {
    const last = this.#rows.at(-1);
    if (last === undefined) return true;
    return cells[0] === "" || lacksFirst(cells, last) || this.#lengths.has(cells.length);
  }

  add(row: TextRow, afterGap: boolean): void {
    this.#lengths.add(row.cells.length);
    const last = this.#rows.at(-1);
    if (last === undefined) {
      this.#rows.push({ cells: [...row.cells], line: row.line });
      return;
    }
    if (afterGap) {
      const goesOn = continuedColumn(row.cells, last);
      if (goesOn !== undefined) {
        last.cells[goesOn] = `${last.cells[goesOn] ?? ""}${row.cells[goesOn] ?? ""}`;
        return;
      }
      this.#shifted = lacksFirst(row.cells, last) ? row.cells.length : 0;
    }
    const cells = row.cells.length === this.#shifted ? ["", ...row.cells] : [...row.cells];
    this.#rows.push({ cells, line: row.line });
  }

  table(): FlowTable {
    const width = this.#rows.reduce((most, row) => Math.max(most, row.cells.length), 1);
    const rows = this.#rows.map((row) => sourceRow(row, width));
    const place = { kind: "line", line: this.#rows[0]?.line ?? 1 } as const;
    return { kind: "table", width, rows: withHeaderSpans(rows), titles: [], place };
  }
}

/** The row is one cell short and the one before had its first cell covered from above. */
function lacksFirst(cells: readonly string[], last: OpenRow): boolean {
  return cells.length === last.cells.length - 1 && last.cells[0] === "" && cells[0] !== "";
}

/** The column where the only text of a row goes on from the row before. */
function continuedColumn(cells: readonly string[], last: OpenRow): number | undefined {
  const column = cells.findIndex((text) => text !== "");
  if (column < 1 || cells.filter((text) => text !== "").length > 1) return undefined;
  const before = last.cells[column] ?? "";
  const isText = (text: string) => text !== "" && !isFigure(text);
  return isText(before) && isText(cells[column] ?? "") && !/[。；;]$/.test(before) ? column : undefined;
}

/** A row that is too short: its last cell reaches to the edge of the table. */
function sourceRow({ cells, line }: OpenRow, width: number): SourceRow {
  return cells.map(
    (text, column): SourceCell => ({
      column,
      colSpan: column === cells.length - 1 ? width - column : 1,
      rowSpan: 1,
      text,
      place: { kind: "line", line, column: column + 1 },
    }),
  );
}
