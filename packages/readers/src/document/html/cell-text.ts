import { DEEPEST, isElement, type MarkupNode } from "../markup/node.ts";
import { isLeftOut } from "./visible.ts";

const BLOCKS = new Set("p div li br tr h1 h2 h3 h4 h5 h6 section ul ol table".split(" "));

export interface CellText {
  readonly text: string;
  /** Depth that leading blanks stand for. */
  readonly indent: number;
}

/** The text of a cell, a line for each of its paragraphs. */
export function cellText(cell: MarkupNode): CellText {
  const lines = [""];
  collect(cell, lines, 0);
  const kept = lines.map((line) => line.replace(/[ \t\r\n]+/g, " ")).filter((line) => !BLANK.test(line));
  const leading = /^[\u00a0\u3000 ]*/.exec(kept[0] ?? "")?.[0] ?? "";
  const wide = [...leading].filter((character) => character === "\u3000").length;
  const narrow = [...leading].filter((character) => character === "\u00a0").length;
  const text = kept
    .map((line) =>
      line
        .replace(/\u00a0/g, " ")
        .replaceAll("\u200b", "")
        .trim(),
    )
    .join("\n");
  return { text: text.normalize("NFC"), indent: Math.floor(wide + narrow / 2) };
}

const BLANK = /^[\s\u00a0\u3000\u200b]*$/;

function collect(node: MarkupNode, lines: string[], depth: number): void {
  if (node.type === "text") {
    lines.push((lines.pop() ?? "") + (node.data ?? ""));
    return;
  }
  if (depth > DEEPEST || (isElement(node) && isLeftOut(node))) return;
  const isBlock = BLOCKS.has(node.name ?? "");
  if (isBlock) lines.push("");
  for (const child of node.children ?? []) collect(child, lines, depth + 1);
  if (isBlock) lines.push("");
}
