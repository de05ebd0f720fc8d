import type { Place } from "../../document/document.ts";
import type { Text } from "../../finding/finding.ts";
import type { RawSheet } from "../sheet.ts";

/** A place in the budget's input, with what orders findings: the sheet's position in the schema, row, column. */
export interface Spot {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  /** Absent: the thing that is missing has no place. */
  readonly place?: Place;
  /**
   * Whether the file tells numbers from texts, as spreadsheets do. Imported lines have places of another sheet
   * than the one they stand in; their types were settled by the import.
   */
  readonly typed?: boolean;
}

/** The spot of a cell, also of one that the file does not store because it is blank. */
export function spotOf(sheet: number, raw: RawSheet, row: number, column: number): Spot {
  const place = raw.rows[row]?.[column]?.place ?? placeOfBlank(raw, row, column);
  return { sheet, row, column, place, typed: place.kind === "sheet" && place.sheet === raw.name };
}

/** The spot of a sheet as a whole. */
export function sheetSpot(sheet: number, raw: RawSheet): Spot {
  const first = raw.rows[0]?.[0]?.place;
  const place: Place =
    first?.kind === "entry"
      ? { kind: "entry", sheet: first.sheet, title: first.title }
      : { kind: "sheet", ...fileOf(raw), sheet: raw.name };
  return { sheet, row: -1, column: -1, place };
}

/** The name of a cell as spreadsheets show it: (0, 0) → "A1". */
export function cellName(row: number, column: number): string {
  return columnLetters(column) + String(row + 1);
}

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

function placeOfBlank(raw: RawSheet, row: number, column: number): Place {
  const neighbour = raw.rows[row]?.[0]?.place;
  if (neighbour?.kind === "line") return { ...neighbour, column: column + 1 };
  return { kind: "sheet", ...fileOf(raw), sheet: raw.name, cell: cellName(row, column) };
}

function fileOf(raw: RawSheet): { readonly file?: string } {
  return raw.file === undefined ? {} : { file: raw.file };
}

/** Where something stands, as the start of a message: "预算明细 F12：". */
export function locate(spot: Spot): Text {
  const { zh, en } = wordsOf(spot);
  return zh === "" ? { zh, en } : { zh: `${zh}：`, en: `${en}: ` };
}

/** A spot as words inside a sentence: "预算明细 A5". */
export function wordsOf({ place }: Spot): Text {
  switch (place?.kind) {
    case undefined:
    case "page":
      return { zh: "", en: "" };
    case "sheet": {
      const words = place.cell === undefined ? place.sheet : `${place.sheet} ${place.cell}`;
      return { zh: words, en: words };
    }
    case "line":
      return numbered({ zh: place.file ?? "", en: place.file ?? "" }, place.line, " line");
    case "entry":
      return place.row === undefined ? place.title : numbered(place.title, place.row, ", row");
  }
}

function numbered({ zh, en }: Text, number: number, counted: " line" | ", row"): Text {
  return { zh: `${zh} 第${number}行`.trimStart(), en: `${en}${counted} ${number}`.trimStart() };
}
