import type { Document } from "@mingzhang/core";
import { escapeHtml, fragment } from "./escape.ts";
import type { GridTitles } from "./titles.ts";
import { words } from "./words.ts";

interface Entry {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

/** Headings by their level; a grid stands one below the heading that it follows, or its first-level part. */
function entries(document: Document, titles: GridTitles): Entry[] {
  let part = 0;
  return document.blocks.flatMap((block): Entry[] => {
    if (block.type === "heading") {
      if (block.level === 1) part = 1;
      return [{ level: block.level, text: block.text, anchor: block.id }];
    }
    if (block.type !== "grid") return [];
    return [{ level: part + 1, text: titles.get(block) ?? "", anchor: block.id }];
  });
}

/** The page's navigation; empty where the document has nothing to go to. */
export function renderContents(document: Document, titles: GridTitles): string {
  const list = entries(document, titles);
  if (list.length === 0) return "";
  const block = document.blocks.find((item) => item.type === "contents");
  const title = escapeHtml(block?.title ?? words.contents);
  const items = list.map(
    ({ level, text, anchor }) =>
      `<li class="level-${level}"><a href="${fragment(anchor)}">${escapeHtml(text)}</a></li>`,
  );
  return [
    `<nav class="contents" aria-label="${words.contents}">`,
    `<details open><summary>${title}</summary>`,
    `<ol>\n${items.join("\n")}\n</ol>`,
    "</details>",
    "</nav>",
  ].join("\n");
}
