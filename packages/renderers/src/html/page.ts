import { createHash } from "node:crypto";
import type { Document, Inspection } from "@mingzhang/core";
import { renderBlocks } from "./blocks.ts";
import { renderContents } from "./contents.ts";
import { escapeHtml, escapeJson } from "./escape.ts";
import { knownFigures, pageData } from "./figures.ts";
import { client } from "./generated/client.ts";
import { style } from "./generated/style.ts";
import { gridTitles } from "./titles.ts";
import { toneRules } from "./tone-rules.ts";
import { widthRules } from "./width-rules.ts";
import { words } from "./words.ts";

/** The whole page, one self-contained file. */
export function renderPage(document: Document, inspection: Inspection | undefined): string {
  const figures = knownFigures(inspection);
  const asks = inspection !== undefined && figures.size > 0;
  const titles = gridTitles(document);
  const hint = asks ? `<p class="hint">${words.hint}</p>` : "";
  const main = renderBlocks({ document, figures, titles, hint });
  const css = style + widthRules(main) + toneRules(main);
  return [
    "<!doctype html>",
    `<html lang="${escapeHtml(document.language)}">`,
    head(document, css),
    "<body>",
    `<a class="skip" href="#mz-main">${words.skip}</a>`,
    '<div class="layout">',
    renderContents(document, titles),
    '<main id="mz-main" tabindex="-1">',
    main,
    "</main>",
    "</div>",
    asks ? inspector : "",
    asks
      ? `<script type="application/json" id="mz-data">${escapeJson(pageData(inspection, figures))}</script>`
      : "",
    `<script>${client}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

const inspector = `<dialog id="mz-inspector" class="inspector" aria-labelledby="mz-inspector-title">
<div class="bar"><button type="button" class="back" hidden>${words.back}</button><button type="button" class="close">${words.close}</button></div>
<h2 id="mz-inspector-title" tabindex="-1"></h2>
<div class="body"></div>
<p class="unseen" role="status"></p>
</dialog>`;

function head(document: Document, css: string): string {
  const meta = (name: string, content: string | undefined): string =>
    content === undefined ? "" : `<meta name="${name}" content="${escapeHtml(content)}">`;
  return [
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(securityPolicy(css))}">`,
    meta("referrer", "no-referrer"),
    meta("viewport", "width=device-width, initial-scale=1"),
    meta("author", document.author),
    meta("date", document.date),
    `<title>${escapeHtml(document.title)}</title>`,
    // Keeps a browser from asking a server for an icon.
    '<link rel="icon" href="data:,">',
    `<style>${css}</style>`,
    "</head>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** Nothing is fetched, sent or framed, and only this script and this style run. */
function securityPolicy(css: string): string {
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(client)}`,
    `style-src ${hash(css)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
