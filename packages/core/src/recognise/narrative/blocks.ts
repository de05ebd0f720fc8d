import type { Block } from "../../document/document.ts";

/** The words of a heading or a paragraph; empty for other blocks. */
export function textOfBlock(block: Block | undefined): string {
  if (block?.type === "heading") return block.text;
  return block?.type === "paragraph" ? block.children.map((inline) => inline.text).join("") : "";
}
