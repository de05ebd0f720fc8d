import type { Grid } from "@mingzhang/core";
import { elementId, escapeHtml } from "./escape.ts";
import type { Figures } from "./figures.ts";
import { renderLine } from "./inlines.ts";
import type { Sentences } from "./sentences.ts";
import { renderTable } from "./table.ts";
import { words } from "./words.ts";

/** From this many columns on, the printed page uses a smaller size. */
const denseColumns = 10;

/** A grid as a figure: the scrollable region with the table, then the notes and the download. */
export function renderGrid(
  grid: Grid,
  title: string,
  { figures, sentences }: { readonly figures: Figures; readonly sentences?: Sentences },
): string {
  const names = [
    "grid",
    grid.orientation === "landscape" ? "wide" : "",
    grid.columns.length >= denseColumns ? "dense" : "",
    grid.headerRows === 0 ? "form" : "",
  ].filter((name) => name !== "");
  const marked = sentences?.get(grid);
  const notes = grid.below
    .map((text, line) => `<p class="note">${renderLine([{ text }], marked?.[line], figures)}</p>`)
    .join("");
  return [
    `<figure class="${names.join(" ")}" id="${elementId(grid.id)}">`,
    `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(words.tableRegion(title))}">`,
    renderTable(grid, figures),
    "</div>",
    `<div class="foot"><div>${notes}</div>`,
    `<button type="button" class="download" data-name="${escapeHtml(title)}" aria-label="${escapeHtml(words.downloadOf(title))}">${words.download}</button></div>`,
    "</figure>",
  ].join("\n");
}
