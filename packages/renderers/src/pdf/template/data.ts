import type { Document, Paragraph } from "@mingzhang/core";
import type { Library } from "../fonts/library.ts";
import { breakWords } from "../layout/break-words.ts";
import type { FittedGrid } from "../layout/fit-grid.ts";
import { tokens, widthOf } from "../layout/measure.ts";
import type { FlowBlock, Section } from "../layout/sections.ts";
import { gridData } from "./grid-data.ts";
import { OutlineDepth } from "./outline-depth.ts";

/** A document without a date carries this one, so that the same document always gives the same bytes. */
const NO_DATE = [2000, 1, 1] as const;
const CHARACTERS_PER_LINE = 26;
const LONG_WORD = 8;

/** Everything the template prints, as plain data; no text of a document ever becomes part of its source. */
export function templateData(document: Document, sections: readonly Section[], library: Library): unknown {
  const [language = "zh", ...subtags] = document.language.split("-");
  const depth = new OutlineDepth();
  const cut = (text: string) =>
    tidy(breakWords(text, CHARACTERS_PER_LINE, { advance: library.advance, strong: false }));
  return {
    title: tidy(document.title.trim() || "无标题"),
    author: document.author === undefined ? [] : [tidy(document.author)],
    language: /^[a-z]{2,3}$/.test(language) ? language : "zh",
    region: subtags.find((subtag) => /^[A-Z]{2}$/.test(subtag)) ?? null,
    date: dateOf(document.date),
    fonts: library.families,
    withoutBold: library.withoutBold,
    sections: sections.map((section) => {
      if (section.type === "cover") {
        const lines = section.lines.map(cut);
        return { type: "cover", title: cut(section.title), subtitle: cut(section.subtitle ?? ""), lines };
      }
      if (section.type === "contents") return { type: "contents", title: cut(section.title) };
      const blocks = section.blocks.map((block) => blockData(block, { depth, cut, library }));
      return { type: "flow", paper: section.paper.name, landscape: section.paper.landscape, blocks };
    }),
  };
}

interface Tools {
  readonly depth: OutlineDepth;
  readonly cut: (text: string) => string;
  readonly library: Library;
}

function blockData(block: FlowBlock, { depth, cut, library }: Tools): unknown {
  if (isGrid(block)) return gridData(block, { cut, advance: library.advance, depth: depth.ofCaption() });
  if (block.type === "heading") {
    return {
      type: "heading",
      level: block.level,
      depth: depth.ofHeading(block.level),
      text: cut(block.text),
    };
  }
  const justified = !block.children.some(({ text }) => hasLongWord(text, library));
  return { type: "paragraph", style: block.style ?? "body", justified, runs: runsOf(block, cut) };
}

function runsOf(paragraph: Paragraph, cut: (text: string) => string): unknown {
  return paragraph.children.map(({ text, strong }) => ({ text: cut(text), strong: strong === true }));
}

/** A justified line before a long word (a web address) would be stretched beyond reading. */
function hasLongWord(text: string, { advance }: Library): boolean {
  return tokens(text).some((token) => widthOf(token, { advance, strong: false }) > LONG_WORD);
}

function isGrid(block: FlowBlock): block is FittedGrid {
  return "grid" in block;
}

/** Line ends as the typesetter knows them, tabs as blanks. */
export function tidy(text: string): string {
  return text.replaceAll(/\r\n?|\u2028|\u2029/g, "\n").replaceAll("\t", " ");
}

function dateOf(text: string | undefined): readonly [number, number, number] {
  const date = new Date(`${text}T00:00:00Z`);
  if (text === undefined || Number.isNaN(date.getTime())) return NO_DATE;
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}
