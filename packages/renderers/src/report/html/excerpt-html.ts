import type { AuditFinding, Cell, Grid, Pack, Place } from "@mingzhang/core";
import { escapeHtml } from "../../html/escape.ts";

/** Rows above and below the marked one. */
const AROUND = 4;

/** Where there is no picture: the rows around the marked cell of a table, or the paragraph, or the words alone. */
export function excerptHtml({ place, quote, printed }: AuditFinding, pack: Pack): string {
  const key = keyOf(place);
  for (const { document } of pack.documents) {
    for (const block of document.blocks) {
      if (block.type !== "grid") continue;
      const row = block.rows.findIndex((cells) => cells.some((cell) => keyOf(cell.place) === key));
      if (row >= 0) return gridHtml(block, row, key);
    }
  }
  const words = quote ?? printed;
  const paragraph = pack.paragraphs.find((candidate) => keyOf(candidate.place) === key)?.text ?? words;
  return paragraph === undefined ? "" : `<blockquote>${markedHtml(paragraph, words)}</blockquote>`;
}

function gridHtml(grid: Grid, marked: number, key: string): string {
  const heads = grid.rows.slice(0, grid.headerRows);
  const from = Math.max(grid.headerRows, marked - AROUND);
  const body = marked < grid.headerRows ? [] : grid.rows.slice(from, marked + AROUND + 1);
  const rows = [...heads, ...body].map(
    (cells) => `<tr>${cells.map((cell) => cellHtml(cell, key)).join("")}</tr>`,
  );
  const caption = grid.caption === "" ? "" : `<caption>${escapeHtml(grid.caption)}</caption>`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(grid.caption || "表")}"><table>${caption}${rows.join("")}</table></div>`;
}

function cellHtml(cell: Cell, key: string): string {
  const text = escapeHtml(cell.text);
  const spans = (["colSpan", "rowSpan"] as const)
    .map((name) => ((cell[name] ?? 1) > 1 ? ` ${name.toLowerCase()}="${cell[name]}"` : ""))
    .join("");
  const tag = cell.header === "column" ? "th" : "td";
  return `<${tag}${spans}>${keyOf(cell.place) === key ? `<mark>${text}</mark>` : text}</${tag}>`;
}

function markedHtml(text: string, words: string | undefined): string {
  const start = words === undefined || words === "" ? -1 : text.indexOf(words);
  if (words === undefined || start < 0) return escapeHtml(text);
  const end = start + words.length;
  return `${escapeHtml(text.slice(0, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>${escapeHtml(text.slice(end))}`;
}

function keyOf(place: Place | undefined): string {
  return place === undefined
    ? "nowhere"
    : JSON.stringify(Object.entries(place).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
