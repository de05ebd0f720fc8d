import { type CellObject, utils, type WorkSheet } from "@e965/xlsx";
import type { SourceCell } from "../../grid/flow.ts";
import { display } from "./display.ts";
import { mergesOf } from "./merges.ts";

/** A row of a sheet that holds something or that a merged cell reaches into. */
export interface SheetRow {
  /** Blank rows stand before it. */
  readonly apart: boolean;
  /** Positions that a merged cell covers hold no cell; every other one up to the sheet's width does. */
  readonly cells: readonly SourceCell[];
  readonly filled: readonly SourceCell[];
}

export interface SheetRows {
  readonly width: number;
  readonly rows: readonly SheetRow[];
}

/** Positions of the rows that are kept; more than this is no table of a budget. */
const MOST_CELLS = 2_000_000;

type Data = readonly (readonly (CellObject | undefined | null)[] | undefined)[];

/** The rows of a sheet that hold something, from top to bottom; undefined where there are too many cells to hold. */
export function sheetRows(sheet: WorkSheet, name: string): SheetRows | undefined {
  const data = ((sheet as { "!data"?: unknown })["!data"] ?? []) as Data;
  const { kept, width } = usedArea(data);
  const { merges, reach } = mergesOf(sheet["!merges"] ?? [], kept, width);
  const numbers = [...reach].sort((a, b) => a - b);
  if (numbers.length * width > MOST_CELLS) return undefined;
  const index = new Map(numbers.map((number, at) => [number, at]));
  const rows = numbers.map((number, at): SheetRow => {
    const cells: SourceCell[] = [];
    for (let column = 0; column < width; column++) {
      const merge = merges.get(number)?.get(column);
      if (merge === "covered") continue;
      const found = data[number]?.[column];
      const shown = found === undefined || found === null ? { text: "", indent: 0 } : display(found);
      const last = merge === undefined ? at : lastKept(index, number, merge.lastRow);
      cells.push({
        ...shown,
        column,
        colSpan: merge?.colSpan ?? 1,
        rowSpan: last - at + 1,
        place: { kind: "sheet", sheet: name, cell: utils.encode_cell({ r: number, c: column }) },
      });
    }
    const apart = at > 0 && (numbers[at - 1] ?? 0) < number - 1;
    return { apart, cells, filled: cells.filter((cell) => cell.text !== "") };
  });
  return { width, rows };
}

/** The kept row that a merged cell ends in: rows in between may have been left out. */
function lastKept(index: ReadonlyMap<number, number>, first: number, last: number): number {
  for (let row = last; row > first; row--) {
    const at = index.get(row);
    if (at !== undefined) return at;
  }
  return index.get(first) ?? 0;
}

function usedArea(data: Data): { kept: number[]; width: number } {
  const kept: number[] = [];
  let width = 0;
  data.forEach((row, number) => {
    let last = -1;
    row?.forEach((cell, column) => {
      if (cell !== undefined && cell !== null && holdsText(cell)) last = column;
    });
    if (last < 0) return;
    kept.push(number);
    width = Math.max(width, last + 1);
  });
  return { kept, width };
}

function holdsText({ v, w }: CellObject): boolean {
  return v !== undefined && v !== null && String(w ?? v).trim() !== "";
}
