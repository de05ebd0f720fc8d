import type { Block, Document } from "@mingzhang/core";

/** An entry of the contents: a heading, or a grid by its label and caption. */
export interface Entry {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly bookmark: string;
  readonly number: number;
}

export type Outline = ReadonlyMap<Block, Entry>;

/** What the contents list, in order. The bookmark's form is the one Word gives and hides from the user. */
export function outlineOf(document: Document): Outline {
  const entries = new Map<Block, Entry>();
  for (const block of document.blocks) {
    const listed = listedAs(block);
    if (listed === undefined) continue;
    const number = entries.size + 1;
    entries.set(block, { ...listed, bookmark: `_Toc${String(number).padStart(8, "0")}`, number });
  }
  return entries;
}

function listedAs(block: Block): Pick<Entry, "level" | "text"> | undefined {
  if (block.type === "heading") return { level: block.level, text: block.text };
  if (block.type !== "grid") return undefined;
  return { level: 2, text: block.label === undefined ? block.caption : `${block.label}　${block.caption}` };
}
