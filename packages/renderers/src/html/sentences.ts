import type { Document, Inline, Paragraph } from "@mingzhang/core";

/** One sentence of a paragraph, by where it stands. */
export interface Sentence {
  /** The number in the page's attribute `data-sentence`. */
  readonly position: number;
  /** Anchor of the heading that it stands under; "" before the first. */
  readonly section: string;
  /** Counted from 0 under that heading. */
  readonly index: number;
  readonly children: readonly Inline[];
}

export type Sentences = ReadonlyMap<Paragraph, readonly Sentence[]>;

/** The sentences of every paragraph: each ends with its full stop, question or exclamation mark. */
export function sentencesOf({ blocks }: Document): Sentences {
  const sentences = new Map<Paragraph, readonly Sentence[]>();
  let [position, section, index] = [0, "", 0];
  for (const block of blocks) {
    if (block.type === "heading") [section, index] = [block.id, 0];
    if (block.type !== "paragraph") continue;
    const own = split(block.children).map((children) => ({
      position: position++,
      section,
      index: index++,
      children,
    }));
    sentences.set(block, own);
  }
  return sentences;
}

export function sentenceText({ children }: Sentence): string {
  return children.map(({ text }) => text).join("");
}

function split(children: readonly Inline[]): readonly (readonly Inline[])[] {
  const sentences: Inline[][] = [[]];
  for (const inline of children) {
    for (const text of inline.text.match(/[^。！？]*[。！？]+[”’）」』]*|[^。！？]+/gu) ?? []) {
      const last = sentences.at(-1);
      last?.push({ ...inline, text });
      if (/[。！？][”’）」』]*$/u.test(text)) sentences.push([]);
    }
  }
  return sentences.filter((inlines) => inlines.length > 0);
}
