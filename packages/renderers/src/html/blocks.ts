import type { Block, Cover, Document, Grid, Heading, Paragraph } from "@mingzhang/core";
import { renderChart } from "./chart.ts";
import { elementId, escapeHtml } from "./escape.ts";
import type { Figures } from "./figures.ts";
import { renderGrid } from "./grid.ts";
import { renderLine } from "./inlines.ts";
import type { Sentences } from "./sentences.ts";
import type { GridTitles } from "./titles.ts";

export interface BlockContext {
  readonly document: Document;
  readonly figures: Figures;
  readonly titles: GridTitles;
  /** Markup for the reader, put behind the title. */
  readonly hint: string;
  /** Sentences that are to be marked each by itself; absent: the text flows unmarked. */
  readonly sentences?: Sentences;
}

/**
 * The blocks of the document in order, with the hint for the reader behind the title. The contents stand beside
 * them, in the page's navigation.
 */
export function renderBlocks(context: BlockContext): string {
  const { document, titles, hint } = context;
  const { blocks } = document;
  const cover = blocks.find((block) => block.type === "cover");
  const title = cover === undefined ? `<h1 class="title">${escapeHtml(document.title)}</h1>\n${hint}` : "";
  const parts = blocks.map((block, index) => {
    if (block.type === "cover") return renderCover(block, block === cover ? hint : undefined);
    if (block.type === "grid") return renderGrid(block, titles.get(block) ?? "", context);
    return renderBlock(block, blocks[index + 1], context);
  });
  return [title, ...parts].filter((part) => part !== "").join("\n");
}

function renderBlock(
  block: Exclude<Block, Cover | Grid>,
  next: Block | undefined,
  { figures, sentences }: BlockContext,
): string {
  switch (block.type) {
    case "contents":
      return "";
    case "heading":
      return renderHeading(block, next);
    case "paragraph":
      return renderParagraph(block, figures, sentences);
    case "chart":
      return renderChart(block, figures);
    case "page-break":
      // A grid starts a page by itself: a second break would leave an empty one.
      return next === undefined || next.type === "grid" ? "" : '<div class="page-break"></div>';
  }
}

/** The first cover's title is the page's; the hint for the reader follows it. */
function renderCover(cover: Cover, hint: string | undefined): string {
  const tag = hint === undefined ? "p" : "h1";
  return [
    '<header class="cover">',
    `<${tag} class="title">${escapeHtml(cover.title)}</${tag}>`,
    cover.subtitle === undefined ? "" : `<p class="subtitle">${escapeHtml(cover.subtitle)}</p>`,
    `<div class="lines">${cover.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("")}</div>`,
    "</header>",
    hint ?? "",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** A heading right before a grid goes onto the grid's page. */
function renderHeading(heading: Heading, next: Block | undefined): string {
  const lead = next?.type !== "grid" ? "" : next.orientation === "landscape" ? "lead wide" : "lead";
  const name = lead === "" ? "" : ` class="${lead}"`;
  const tag = `h${heading.level + 1}`;
  return `<${tag}${name} id="${elementId(heading.id)}">${escapeHtml(heading.text)}</${tag}>`;
}

function renderParagraph(paragraph: Paragraph, figures: Figures, sentences: Sentences | undefined): string {
  const text = renderLine(paragraph.children, sentences?.get(paragraph)?.[0], figures);
  return `<p class="${paragraph.style ?? "body"}">${text}</p>`;
}
