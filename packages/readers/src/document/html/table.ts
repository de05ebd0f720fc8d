import type { Place } from "@mingzhang/core";
import { type FlowLine, type FlowTable, flowLine, type SourceCell, type SourceRow } from "../../grid/flow.ts";
import { placeSpans } from "../../grid/place-spans.ts";
import { attribute, elementsBelow, isElement, type MarkupNode, rawText } from "../markup/node.ts";
import { cellText } from "./cell-text.ts";
import { isLeftOut } from "./visible.ts";

const TABLE = new Set(["table"]);
const isTable = (node: MarkupNode) => node.name === "table";

/** Whether a table holds data; one that lays out a page holds other tables, or one cell beside or above another. */
export function isDataTable(table: MarkupNode): boolean {
  if (attribute(table, "role") === "presentation" || elementsBelow(table, TABLE).length > 0) return false;
  const rows = rowsOf(table).map((row) => cellsOf(row).length);
  if (rows.every((count) => count < 2)) return false;
  const cells = rows.reduce((sum, count) => sum + count, 0);
  return rows.length > 1
    ? rawText(table).length / cells < LONGEST_CELLS
    : rawText(table).length < LONGEST_CELLS;
}

/** Characters of an average cell, blanks of the file included; columns of a page hold more. */
const LONGEST_CELLS = 600;

export function tableItem(table: MarkupNode): FlowTable {
  const rows = rowsOf(table);
  const placed = placeSpans(rows.map((row) => cellsOf(row).map(sourceCell)));
  const heads = rows.filter((row) => (row.parent as MarkupNode | undefined)?.name === "thead").length;
  const place = placeOf(table);
  return {
    kind: "table",
    ...placed,
    titles: elementsBelow(table, new Set(["caption"]), isTable).flatMap(captionLines),
    ...headerRows(heads, placed.rows),
    ...(place !== undefined && { place }),
  };
}

/** A page that marks the head of its tables is believed; one that labels the first row as a row has no head. */
function headerRows(heads: number, rows: readonly SourceRow[]): { headerRows?: number } {
  if (heads > 0) return { headerRows: heads };
  return rows[0]?.[0]?.header === "row" ? { headerRows: 0 } : {};
}

function rowsOf(table: MarkupNode): MarkupNode[] {
  return elementsBelow(table, new Set(["tr"]), (node) => isTable(node) || isLeftOut(node));
}

function cellsOf(row: MarkupNode): MarkupNode[] {
  return (row.children ?? []).filter(
    (child) => (child.name === "td" || child.name === "th") && !isLeftOut(child),
  );
}

function sourceCell(cell: MarkupNode): SourceCell {
  const place = placeOf(cell);
  const isLabel = cell.name === "th" && /^row/.test(attribute(cell, "scope"));
  const { text, indent } = cellText(cell);
  const stepped = Number(/(?:^|\s)indent-(\d)/.exec(attribute(cell, "class"))?.[1] ?? indent);
  return {
    column: 0,
    colSpan: span(attribute(cell, "colspan"), 1000),
    rowSpan: span(attribute(cell, "rowspan"), 65_534),
    text,
    ...(stepped > 0 && { indent: stepped }),
    ...(isLabel && { header: "row" as const }),
    ...(place !== undefined && { place }),
  };
}

/** The limits are those of HTML. */
function span(value: string, most: number): number {
  const number = Number.parseInt(value, 10);
  return Number.isNaN(number) || number < 1 ? 1 : Math.min(number, most);
}

/** Texts side by side in one element of a caption are one line with stretches; others are lines of their own. */
function captionLines(caption: MarkupNode): FlowLine[] {
  const lines: FlowLine[] = [];
  const visit = (node: MarkupNode) => {
    const children = (node.children ?? []).filter((child) => child.type === "text" || isElement(child));
    const parts: string[] = [];
    const deeper: MarkupNode[] = [];
    for (const child of children) {
      const isNest = (child.children ?? []).some(isElement);
      if (isNest) deeper.push(child);
      else if (isElement(child) || rawText(child).trim() !== "") parts.push(rawText(child).trim());
    }
    const [text = ""] = parts;
    if (parts.length > 1) lines.push(flowLine(parts.join("　"), { parts }));
    else if (text !== "") lines.push(flowLine(text));
    for (const child of deeper) visit(child);
  };
  visit(caption);
  return lines;
}

function placeOf(node: MarkupNode): Place | undefined {
  const line = node.sourceCodeLocation?.startLine;
  return line === undefined ? undefined : { kind: "line", line };
}
