import type { WorkSheet } from "@e965/xlsx";
import type { Leftover } from "@mingzhang/core";
import type { SheetRows } from "./sheet-rows.ts";

/** What the sheets of a workbook hold and do not show. */
export class SheetTraces {
  readonly #sheets: string[] = [];
  readonly #rows: string[] = [];
  readonly #columns: string[] = [];
  #figuresInSheets = false;
  #comments = 0;

  note(sheet: WorkSheet, { rows }: SheetRows, name: string, hidden: boolean): void {
    if (hidden) {
      this.#sheets.push(name.trim());
      this.#figuresInSheets ||= rows.some(({ filled }) => filled.some(({ number }) => number !== undefined));
    }
    this.#comments += commentsIn(sheet);
    const [columns, lines] = [hiddenIn(sheet["!cols"]), hiddenIn(sheet["!rows"])];
    if (columns.length + lines.length === 0) return;
    const filled = filledIn(rows);
    this.#noteHidden(this.#columns, name, columns.filter((column) => filled.columns.has(column)).length);
    this.#noteHidden(this.#rows, name, lines.filter((row) => filled.rows.has(row)).length);
  }

  #noteHidden(list: string[], name: string, count: number): void {
    if (count > 0) list.push(`${name.trim()}（${count}）`);
  }

  leftovers(): Leftover[] {
    const sheets = { kind: "hidden-sheets", detail: this.#sheets.join("、") } as const;
    return [
      ...(this.#sheets.length > 0 ? [this.#figuresInSheets ? { ...sheets, figures: true } : sheets] : []),
      ...(this.#rows.length > 0 ? [{ kind: "hidden-rows", detail: this.#rows.join("、") } as const] : []),
      ...(this.#columns.length > 0
        ? [{ kind: "hidden-columns", detail: this.#columns.join("、") } as const]
        : []),
      ...(this.#comments > 0 ? [{ kind: "comments", detail: String(this.#comments) } as const] : []),
    ];
  }
}

function hiddenIn(infos: readonly ({ readonly hidden?: boolean } | null | undefined)[] = []): number[] {
  return infos.flatMap((info, index) => (info?.hidden === true ? [index] : []));
}

/** The rows and columns of the sheet that something stands in, counted from 0. */
function filledIn(rows: SheetRows["rows"]): { readonly rows: Set<number>; readonly columns: Set<number> } {
  const filled = { rows: new Set<number>(), columns: new Set<number>() };
  for (const row of rows) {
    for (const { column, place } of row.filled) {
      filled.columns.add(column);
      if (place?.kind === "sheet") filled.rows.add(Number(/\d+$/.exec(place.cell ?? "")?.[0] ?? 0) - 1);
    }
  }
  return filled;
}

function commentsIn(sheet: WorkSheet): number {
  const data = ((sheet as { "!data"?: unknown })["!data"] ?? []) as readonly (
    | readonly ({ c?: readonly unknown[] } | undefined)[]
    | undefined
  )[];
  let count = 0;
  for (const row of data)
    row?.forEach((cell) => {
      count += cell?.c?.length ?? 0;
    });
  return count;
}
