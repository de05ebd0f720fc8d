import type { Cell, Grid } from "@mingzhang/core";
import { escapeHtml } from "./escape.ts";
import { type Figures, figureText } from "./figures.ts";
import { type PlacedCell, placeCells } from "./layout.ts";
import { columnShares, leastWidth } from "./widths.ts";

const deepestIndent = 6;

/** The table element of a grid, caption included. */
export function renderTable(grid: Grid, figures: Figures): string {
  const rows = placeCells(grid);
  const head = rows.slice(0, grid.headerRows);
  const body = rows.slice(grid.headerRows);
  return [
    `<table class="least-${leastWidth(grid, rows)}">`,
    caption(grid),
    columnGroups(grid, head[0] ?? []),
    head.length === 0 ? "" : `<thead>\n${renderRows(head, grid, figures)}\n</thead>`,
    `<tbody>\n${renderRows(body, grid, figures)}\n</tbody>`,
    "</table>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function caption(grid: Grid): string {
  const label = grid.label === undefined ? "" : `<span class="label">${escapeHtml(grid.label)}</span> `;
  const left = escapeHtml(grid.aboveLeft ?? "");
  const right = escapeHtml(grid.aboveRight ?? "");
  const above =
    left === "" && right === ""
      ? ""
      : `<span class="above"><span>${left}</span> <span>${right}</span></span>`;
  return `<caption><span class="caption">${label}<span class="name">${escapeHtml(grid.caption)}</span>${above}</span></caption>`;
}

/** One column group for each cell of the first head row, so that a spanning head cell names its group. */
function columnGroups(grid: Grid, first: readonly PlacedCell[]): string {
  const columns = columnShares(grid).map((share) => `<col class="share-${share}">`);
  if (first.length === 0) return `<colgroup>${columns.join("")}</colgroup>`;
  return first
    .map(({ column, colSpan }) => `<colgroup>${columns.slice(column, column + colSpan).join("")}</colgroup>`)
    .join("");
}

function renderRows(rows: readonly (readonly PlacedCell[])[], grid: Grid, figures: Figures): string {
  return rows
    .map((cells) => `<tr>${cells.map((placed) => renderCell(placed, grid, figures)).join("")}</tr>`)
    .join("\n");
}

function renderCell(placed: PlacedCell, grid: Grid, figures: Figures): string {
  const { cell, colSpan, rowSpan } = placed;
  const scope = scopeOf(placed, grid);
  const attributes = [
    scope === undefined ? "" : ` scope="${scope}"`,
    colSpan > 1 ? ` colspan="${colSpan}"` : "",
    rowSpan > 1 ? ` rowspan="${rowSpan}"` : "",
    classAttribute(placed, grid),
  ].join("");
  const tag = scope === undefined ? "td" : "th";
  return `<${tag}${attributes}>${figureText(cell.text, cell.ref, figures)}</${tag}>`;
}

/** A blank cell heads nothing, whatever the grid calls it. */
function scopeOf({ cell, row, colSpan }: PlacedCell, grid: Grid): string | undefined {
  if (cell.text.trim() === "") return undefined;
  if (row >= grid.headerRows && cell.header !== "column") return cell.header;
  return row === 0 && grid.headerRows > 0 && colSpan > 1 ? "colgroup" : "col";
}

function classAttribute({ cell, row, column }: PlacedCell, grid: Grid): string {
  const align = alignment(cell, row < grid.headerRows, grid.columns[column]?.align);
  const names = [
    align === "left" ? "" : align,
    cell.number === undefined ? "" : "number",
    cell.strong === true ? "strong" : "",
    cell.tone === undefined ? "" : `tone-${cell.tone}`,
    cell.indent ? `indent-${Math.min(cell.indent, deepestIndent)}` : "",
  ].filter((name) => name !== "");
  return names.length === 0 ? "" : ` class="${names.join(" ")}"`;
}

function alignment(cell: Cell, inHead: boolean, column: Cell["align"]): string {
  if (cell.align !== undefined) return cell.align;
  if (inHead || cell.header === "column") return "center";
  return column ?? "left";
}
