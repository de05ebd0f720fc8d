import type { Document, Grid, Inline, Paragraph } from "@mingzhang/core";

/** One sentence of a paragraph, or of a note below a grid, by where it stands. */
export interface Sentence {
  /** The number in the page's attribute `data-sentence`. */
  readonly position: number;
  /** Anchor of the heading that a paragraph stands under ("" before the first), or of the grid above a note. */
  readonly section: string;
  /** Counted from 0 under that heading, or below that grid. */
  readonly index: number;
  readonly children: readonly Inline[];
}

/** By block, the sentences of each of its lines: the one of a paragraph, the notes below a grid. */
export type Sentences = ReadonlyMap<Paragraph | Grid, readonly (readonly Sentence[])[]>;

/** The sentences of paragraphs and notes: each ends with its full stop, question or exclamation mark. */
export function sentencesOf({ blocks }: Document): Sentences {
  const sentences = new Map<Paragraph | Grid, readonly (readonly Sentence[])[]>();
  const counts = new Map<string, number>();
  let [position, heading] = [0, ""];
  const placed = (section: string, line: readonly Inline[]) =>
    split(line).map((children): Sentence => {
      const index = counts.get(section) ?? 0;
      counts.set(section, index + 1);
      return { position: position++, section, index, children };
    });
  for (const block of blocks) {
    if (block.type === "heading") heading = block.id;
    if (block.type === "paragraph") sentences.set(block, [placed(heading, block.children)]);
    if (block.type === "grid") {
      sentences.set(
        block,
        block.below.map((text) => placed(block.id, [{ text }])),
      );
    }
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
