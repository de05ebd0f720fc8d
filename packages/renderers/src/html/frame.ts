import type { Document, Inspection } from "@mingzhang/core";
import { renderBlocks } from "./blocks.ts";
import { renderContents } from "./contents.ts";
import { escapeHtml } from "./escape.ts";
import { knownFigures } from "./figures.ts";
import { style } from "./generated/style.ts";
import { type Sentence, sentencesOf, sentenceText } from "./sentences.ts";
import { gridTitles } from "./titles.ts";
import { toneRules } from "./tone-rules.ts";
import { widthRules } from "./width-rules.ts";

export interface Frame {
  readonly html: string;
  /** The fact of each figure, by the number in its attribute `data-figure`. */
  readonly refs: readonly string[];
  /** Each sentence, by the number in its attribute `data-sentence`. */
  readonly sentences: readonly FrameSentence[];
}

export type FrameSentence = Pick<Sentence, "section" | "index"> & { readonly text: string };

/** The program that shows the page puts a button behind sentences and a count on what people have commented on. */
const MARKS = `
.sentence { border-radius: 2px; cursor: text; }
.sentence:hover, .sentence:focus-within { background: #f0f4f9; }
.sentence.shown, .figure.shown { background: #ffdf80; }
.sentence.commented { background: #fff6e5; box-shadow: inset 0 -2px 0 #c77700; }
.sentence.changed { background: #fff6e5; }
.figure.changed { background: #ffe0a3; box-shadow: inset 0 -2px 0 #8a5300; font-weight: 700; }
.comment-mark { font: inherit; font-size: 12px; line-height: 1; min-height: 24px; padding: 2px 6px; border: 1px solid #0b4f9e; border-radius: 3px; background: #fff; color: #0b4f9e; cursor: pointer; vertical-align: baseline; text-indent: 0; }
.comment-mark.none { position: absolute; z-index: 2; opacity: 0; }
.sentence:hover > .comment-mark, .comment-mark:focus-visible { opacity: 1; }
.figure[data-comments]::after { content: attr(data-comments); font-size: 11px; line-height: 1; margin-inline-start: 3px; padding: 1px 4px; border-radius: 8px; background: #8a5300; color: #fff; vertical-align: super; }
@media print { .comment-mark { display: none; } }
`;

/** The page without any script, to be shown in a frame by a program that answers itself when a figure is asked. */
export function renderFrame(document: Document, inspection: Inspection): Frame {
  const figures = knownFigures(inspection);
  const titles = gridTitles(document);
  const sentences = sentencesOf(document);
  const main = renderBlocks({ document, figures, titles, hint: "", sentences });
  const refs: string[] = [];
  for (const [ref, { position }] of figures) refs[position] = ref;
  const html = `<!doctype html>
<html lang="${escapeHtml(document.language)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(document.title)}</title>
<style>${style}${widthRules(main)}${toneRules(main)}${MARKS}</style>
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
  const marked = [...sentences.values()].flat(2).map((sentence) => ({
    section: sentence.section,
    index: sentence.index,
    text: sentenceText(sentence),
  }));
  return { html, refs, sentences: marked };
}
