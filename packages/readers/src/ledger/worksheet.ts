import { type CellObject, SSF, type WorkSheet } from "@e965/xlsx";
import type { Place, RawCell, RawSheet } from "@mingzhang/core";
import { decimalText } from "./decimal-text.ts";

/** Positions up to the last used cell of each row, blanks included. */
const MOST_CELLS = 2_000_000;

const ERROR_CODES: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

export interface SheetContext {
  readonly file: string;
  readonly name: string;
  readonly hidden: boolean;
  /** The workbook counts days from 1904. */
  readonly date1904: boolean;
}

/** A worksheet of the library as a RawSheet; undefined where its used area is too large to hold. */
export function rawSheet(sheet: WorkSheet, context: SheetContext): RawSheet | undefined {
  const data = ((sheet as { "!data"?: unknown })["!data"] ?? []) as (CellObject | undefined)[][];
  const widths = usedWidths(data);
  let total = widths.length;
  for (const width of widths) total += width;
  if (total > MOST_CELLS) return undefined;
  const rows = widths.map((width, row) =>
    Array.from({ length: width }, (_, column) => rawCell(data[row]?.[column], row, column, context)),
  );
  const merges = (sheet["!merges"] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  return {
    name: context.name,
    file: context.file,
    rows,
    ...(context.hidden && { hidden: true }),
    ...(merges.length > 0 && { merges }),
  };
}

/** How many cells of each row to keep: up to the last that holds something. */
function usedWidths(data: readonly (readonly (CellObject | undefined)[] | undefined)[]): number[] {
  const widths: number[] = [];
  data.forEach((row, index) => {
    let width = 0;
    row?.forEach((cell, column) => {
      if (cell !== undefined && cell !== null && holdsSomething(cell)) width = column + 1;
    });
    if (width === 0) return;
    while (widths.length < index) widths.push(0);
    widths.push(width);
  });
  return widths;
}

function holdsSomething(cell: CellObject): boolean {
  return cell.f !== undefined || (cell.v !== undefined && cell.v !== "");
}

function rawCell(
  cell: CellObject | undefined | null,
  row: number,
  column: number,
  context: SheetContext,
): RawCell {
  const place: Place = {
    kind: "sheet",
    file: context.file,
    sheet: context.name,
    cell: `${columnLetters(column)}${row + 1}`,
  };
  if (cell === undefined || cell === null) return { kind: "blank", text: "", place };
  const formula = cell.f === undefined ? {} : { formula: cell.f };
  return { ...content(cell, context.date1904), ...formula, place };
}

function content(cell: CellObject, date1904: boolean): Pick<RawCell, "kind" | "text"> {
  const { t: type, v: value, f: formula } = cell;
  // A formula that gave an empty text was calculated; one without any result was not, and is blank.
  if (value === "" && formula !== undefined) return { kind: "text", text: "" };
  if (value === undefined || value === null || value === "") return { kind: "blank", text: "" };
  if (type === "e") return { kind: "error", text: ERROR_CODES[Number(value)] ?? "#VALUE!" };
  if (typeof value === "boolean") return { kind: "boolean", text: value ? "TRUE" : "FALSE" };
  if (typeof value === "number") return numeric(value, cell.z, date1904);
  return { kind: "text", text: String(value) };
}

function numeric(
  value: number,
  format: string | number | undefined,
  date1904: boolean,
): Pick<RawCell, "kind" | "text"> {
  const date = format !== undefined && SSF.is_date(String(format)) ? dateText(value, date1904) : undefined;
  if (date !== undefined) return { kind: "date", text: date };
  const text = decimalText(value);
  return text === undefined ? { kind: "error", text: "#NUM!" } : { kind: "number", text };
}

/** "2023-02-10", with a time of day only where there is one; undefined where the number is no date. */
function dateText(value: number, date1904: boolean): string | undefined {
  const date = SSF.parse_date_code(value, { date1904 });
  if (!date || value < 1) return undefined;
  const day = `${pad(date.y, 4)}-${pad(date.m)}-${pad(date.d)}`;
  const seconds = date.H * 3600 + date.M * 60 + date.S;
  return seconds === 0 ? day : `${day}T${pad(date.H)}:${pad(date.M)}:${pad(date.S)}`;
}

function pad(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}

/** 0 → "A", 26 → "AA". */
function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
