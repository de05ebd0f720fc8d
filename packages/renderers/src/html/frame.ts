import type { Document, Inspection } from "@mingzhang/core";
import { renderBlocks } from "./blocks.ts";
import { renderContents } from "./contents.ts";
import { escapeHtml } from "./escape.ts";
import { knownFigures } from "./figures.ts";
import { style } from "./generated/style.ts";
import { gridTitles } from "./titles.ts";
import { widthRules } from "./width-rules.ts";

export interface Frame {
  readonly html: string;
  /** The fact of each figure, by the number in its attribute `data-figure`. */
  readonly refs: readonly string[];
}

/** The page without any script, to be shown in a frame by a program that answers itself when a figure is asked. */
export function renderFrame(document: Document, inspection: Inspection): Frame {
  const figures = knownFigures(inspection);
  const titles = gridTitles(document);
  const main = renderBlocks({ document, figures, titles, hint: "" });
  const refs: string[] = [];
  for (const [ref, { position }] of figures) refs[position] = ref;
  const html = `<!doctype html>
<html lang="${escapeHtml(document.language)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(document.title)}</title>
<style>${style}${widthRules(main)}</style>
</head>
<body>
<div class="layout">
${renderContents(document, titles)}
<main>
${main}
</main>
</div>
</body>
</html>
`;
  return { html, refs };
}
