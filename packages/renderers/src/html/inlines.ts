import type { Inline } from "@mingzhang/core";
import { type Figures, figureText } from "./figures.ts";
import type { Sentence } from "./sentences.ts";

/** A line of text; each of its sentences marked by itself where they are given. */
export function renderLine(
  inlines: readonly Inline[],
  sentences: readonly Sentence[] | undefined,
  figures: Figures,
): string {
  if (sentences === undefined) return renderInlines(inlines, figures);
  return sentences
    .map(
      ({ position, children }) =>
        `<span class="sentence" data-sentence="${position}">${renderInlines(children, figures)}</span>`,
    )
    .join("");
}

function renderInlines(inlines: readonly Inline[], figures: Figures): string {
  return inlines.map((inline) => renderInline(inline, figures)).join("");
}

function renderInline(inline: Inline, figures: Figures): string {
  const text = figureText(inline.text, inline.ref, figures);
  return inline.strong === true ? `<strong>${text}</strong>` : text;
}
