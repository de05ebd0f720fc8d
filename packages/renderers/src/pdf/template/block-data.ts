import type { Heading, Paragraph } from "@mingzhang/core";
import { fitTitle } from "../layout/fit-title.ts";
import { type Advance, tokens, widthOf } from "../layout/measure.ts";
import type { Paper } from "../layout/paper.ts";
import type { FlowBlock } from "../layout/sections.ts";
import { gridData } from "./grid-data.ts";
import type { OutlineDepth } from "./outline-depth.ts";
import { cut, tidy } from "./tidy.ts";

export interface Tools {
  readonly depth: OutlineDepth;
  readonly advance: Advance;
  readonly paper: Paper;
}

/** 二号. */
const TITLE_SIZES = [22];
/** Characters that surely stand on a line of headings and of text. */
export const HEADING_LINE = 18;
const TEXT_LINE = 26;
const LONG_WORD = 8;

/** A block as the template reads it. */
export function blockData(block: FlowBlock, tools: Tools): unknown {
  if ("grid" in block) return gridData(block, { ...tools, depth: tools.depth.ofCaption() });
  return block.type === "heading" ? headingData(block, tools) : paragraphData(block, tools.advance);
}

function headingData({ level, text }: Heading, { depth, advance, paper }: Tools): unknown {
  return {
    type: "heading",
    level,
    depth: depth.ofHeading(level),
    text: cut(text, HEADING_LINE, advance),
    title: fitTitle(tidy(text), advance, { sizes: TITLE_SIZES, width: paper.width }),
  };
}

function paragraphData({ children, style = "body" }: Paragraph, advance: Advance): unknown {
  const justified = !children.some(({ text }) => hasLongWord(text, advance));
  const runs = children.map(({ text, strong = false }) => ({ text: cut(text, TEXT_LINE, advance), strong }));
  return { type: "paragraph", style, justified, runs };
}

/** A justified line before a long word (a web address) would be stretched beyond reading. */
function hasLongWord(text: string, advance: Advance): boolean {
  return tokens(text).some((token) => widthOf(token, { advance, strong: false }) > LONG_WORD);
}
