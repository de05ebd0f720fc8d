import type { Cover, Document } from "@mingzhang/core";
import type { Library } from "../fonts/library.ts";
import { fitTitle } from "../layout/fit-title.ts";
import type { Advance } from "../layout/measure.ts";
import { PORTRAIT } from "../layout/paper.ts";
import type { Section } from "../layout/sections.ts";
import { blockData, HEADING_LINE } from "./block-data.ts";
import { OutlineDepth } from "./outline-depth.ts";
import { cut, tidy } from "./tidy.ts";

/** A document without a date carries this one, so that the same document always gives the same bytes. */
const NO_DATE = [2000, 1, 1] as const;
const COVER_SIZES = [36, 32];
/** Characters that surely stand on a line of a cover's title. */
const COVER_LINE = 12;

/** Everything the template prints, as plain data; no text of a document ever becomes part of its source. */
export function templateData(document: Document, sections: readonly Section[], library: Library): unknown {
  const [language = "zh", ...subtags] = document.language.split("-");
  const depth = new OutlineDepth();
  return {
    title: tidy(document.title.trim() || "无标题"),
    author: document.author === undefined ? [] : [tidy(document.author)],
    language: /^[a-z]{2,3}$/.test(language) ? language : "zh",
    region: subtags.find((subtag) => /^[A-Z]{2}$/.test(subtag)) ?? null,
    date: dateOf(document.date),
    fonts: library.families,
    withoutBold: library.withoutBold,
    sections: sections.map((section) => sectionData(section, depth, library.advance)),
  };
}

function sectionData(section: Section, depth: OutlineDepth, advance: Advance): unknown {
  if (section.type === "cover") return coverData(section, advance);
  if (section.type === "contents")
    return { type: "contents", title: cut(section.title, HEADING_LINE, advance) };
  const { paper, blocks } = section;
  return {
    type: "flow",
    paper: paper.name,
    landscape: paper.landscape,
    blocks: blocks.map((block) => blockData(block, { depth, advance, paper })),
  };
}

function coverData({ title, subtitle = "", lines }: Cover, advance: Advance): unknown {
  return {
    type: "cover",
    title: cut(title, COVER_LINE, advance),
    fitted: fitTitle(tidy(title), advance, { sizes: COVER_SIZES, width: PORTRAIT.width }),
    subtitle: cut(subtitle, HEADING_LINE, advance),
    lines: lines.map((line) => cut(line, HEADING_LINE, advance)),
  };
}

function dateOf(text: string | undefined): readonly [number, number, number] {
  const date = new Date(`${text}T00:00:00Z`);
  if (text === undefined || Number.isNaN(date.getTime())) return NO_DATE;
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}
