import type { Place } from "@mingzhang/core";
import type { FlowTable, SourceCell } from "../../grid/flow.ts";
import { attribute, childNamed, childrenNamed, type MarkupNode, rawText } from "../markup/node.ts";
import { isOn, value } from "./styles.ts";

/** What a table needs from the document around it. */
export interface CellReader {
  /** The lines of a cell's paragraphs. */
  readonly linesOf: (cell: MarkupNode) => readonly string[];
  readonly place: () => Place;
}

interface OpenCell extends SourceCell {
  rowSpan: number;
}

/** A table with the spans of its merged cells. */
export function tableItem(table: MarkupNode, reader: CellReader): FlowTable {
  const place = reader.place();
  const rows: OpenCell[][] = [];
  let open = new Map<number, OpenCell>();
  let width = 0;
  let headerRows = 0;
  for (const row of unwrapped(table, "w:tr")) {
    const properties = childNamed(row, "w:trPr");
    if (childNamed(properties, "w:del") !== undefined) continue;
    if (headerRows === rows.length && isOn(properties, "w:tblHeader")) headerRows++;
    const read = readRow(row, open, reader);
    rows.push(read.cells);
    open = read.open;
    width = Math.max(width, read.end);
  }
  return { kind: "table", width, rows, titles: [], ...(headerRows > 0 && { headerRows }), place };
}

function readRow(row: MarkupNode, above: ReadonlyMap<number, OpenCell>, reader: CellReader) {
  const cells: OpenCell[] = [];
  const open = new Map<number, OpenCell>();
  const place = reader.place();
  let column = span(value(childNamed(row, "w:trPr"), "w:gridBefore"), 0);
  for (const element of unwrapped(row, "w:tc")) {
    const properties = childNamed(element, "w:tcPr");
    const colSpan = span(value(properties, "w:gridSpan"), 1);
    const merge = childNamed(properties, "w:vMerge");
    const owner =
      merge !== undefined && attribute(merge, "w:val") !== "restart" ? above.get(column) : undefined;
    const previous = cells.at(-1);
    if (owner !== undefined) {
      owner.rowSpan++;
      open.set(column, owner);
    } else if (isMergedLeft(properties) && previous !== undefined) {
      Object.assign(previous, { colSpan: previous.colSpan + colSpan });
    } else {
      const cell = readCell(element, { column, colSpan, place }, reader);
      cells.push(cell);
      if (merge !== undefined) open.set(column, cell);
    }
    column += colSpan;
  }
  return { cells, open, end: column };
}

/** Old files merge cells beside each other by marks instead of spans. */
function isMergedLeft(properties: MarkupNode | undefined): boolean {
  const merge = childNamed(properties, "w:hMerge");
  return merge !== undefined && attribute(merge, "w:val") !== "restart";
}

function readCell(
  element: MarkupNode,
  at: { column: number; colSpan: number; place: Place },
  reader: CellReader,
): OpenCell {
  const lines = reader.linesOf(element).map((line) => line.replace(/\t/g, " "));
  const kept = lines.filter((line) => line.trim() !== "");
  const leading = /^[ \u3000\u00a0]*/.exec(kept[0] ?? "")?.[0] ?? "";
  const wide = [...leading].filter((character) => character === "\u3000").length;
  const declared = span(indentation(element), 0) / 100;
  const indent = Math.round(declared) + Math.floor(wide + (leading.length - wide) / 2);
  const text = kept.map((line) => line.replaceAll("\u200b", "").trim()).join("\n");
  return { ...at, rowSpan: 1, text: text.normalize("NFC"), ...(indent > 0 && { indent }) };
}

/** Of the first paragraph, in hundredths of a character. */
function indentation(cell: MarkupNode): string {
  const properties = childNamed(childNamed(cell, "w:p"), "w:pPr");
  const indent = childNamed(properties, "w:ind");
  return indent === undefined ? "" : attribute(indent, "w:leftChars");
}

/** The cells of a table, row by row. */
export function cellsOf(table: MarkupNode): readonly MarkupNode[] {
  return unwrapped(table, "w:tr").flatMap((row) => unwrapped(row, "w:tc"));
}

/** Whether a table only arranges other tables on the page: half of its cells that hold anything hold one. */
export function isLayout(table: MarkupNode): boolean {
  const cells = cellsOf(table);
  const nesting = cells.filter((cell) => childNamed(cell, "w:tbl") !== undefined).length;
  if (nesting === 0) return false;
  const filled = cells.filter((cell) =>
    paragraphsIn(cell).some((paragraph) => rawText(paragraph).trim() !== ""),
  );
  return nesting * 2 >= filled.length;
}

/** Rows or cells of a table, also those inside content controls and marked changes. */
function unwrapped(node: MarkupNode, name: string): MarkupNode[] {
  return (node.children ?? []).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === "w:sdt") return unwrapped(childNamed(child, "w:sdtContent") ?? child, name);
    return ["w:ins", "w:customXml", "w:sdtContent"].includes(child.name ?? "") ? unwrapped(child, name) : [];
  });
}

/** Word has at most 63 columns; a file may claim any number. */
const MOST_COLUMNS = 1000;

function span(text: string, otherwise: number): number {
  const number = Number.parseInt(text, 10);
  return Number.isNaN(number) || number < 1 ? otherwise : Math.min(number, MOST_COLUMNS);
}

/** Paragraphs directly in a cell or a text box, those of tables inside included. */
export function paragraphsIn(node: MarkupNode): MarkupNode[] {
  return [
    ...childrenNamed(node, "w:p"),
    ...(node.children ?? []).flatMap((child) =>
      ["w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent"].includes(child.name ?? "")
        ? paragraphsIn(child)
        : [],
    ),
  ];
}
