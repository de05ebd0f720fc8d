import type { Block, Grid } from "@mingzhang/core";
import { expect, test } from "vitest";
import { documentOf } from "../testing/sample.ts";
import { sectionsOf } from "./sections.ts";
import { documentXml } from "./testing/parts.ts";

const heading = (id: string, level: 1 | 2 = 2): Block => ({ type: "heading", level, id, text: id });
const paragraph = (text: string): Block => ({ type: "paragraph", children: [{ text }] });
const grid = (id: string, orientation: Grid["orientation"]): Block => ({
  type: "grid",
  id,
  caption: id,
  columns: [{ id: "c", width: 1, align: "left" }],
  headerRows: 0,
  rows: [[{ text: "甲" }]],
  below: [],
  orientation,
});
const cover: Block = { type: "cover", title: "封面", lines: [] };
const contents: Block = { type: "contents", title: "目录" };

/** Sections as text: P or L, "#" where pages are numbered, then the blocks, "|" before those that start a page. */
function drawn(...blocks: Block[]): string[] {
  return sectionsOf(documentOf(...blocks)).map(({ orientation, numbered, items }) => {
    const names = items.map(({ block, breakBefore }) => (breakBefore ? "|" : "") + nameOf(block));
    return `${orientation === "portrait" ? "P" : "L"}${numbered ? "#" : ""} ${names.join(" ")}`;
  });
}

function nameOf(block: Block): string {
  if (block.type === "heading" || block.type === "grid") return block.id;
  return block.type === "paragraph" ? block.children.map((child) => child.text).join("") : block.type;
}

test("cover and contents have pages of their own, without numbers", () => {
  expect(drawn(cover, contents, heading("h", 1))).toEqual(["P cover |contents", "P# h"]);
});

test("each grid starts a page and takes the headings before it along", () => {
  expect(
    drawn(
      heading("h", 1),
      paragraph("p"),
      heading("t", 1),
      heading("s"),
      grid("g", "portrait"),
      grid("k", "portrait"),
    ),
  ).toEqual(["P# h p |t s g |k"]);
});

test("a wide grid turns the page for itself and its heading; the next heading stands upright again", () => {
  expect(drawn(paragraph("p"), heading("s"), grid("w", "landscape"), heading("e"), paragraph("q"))).toEqual([
    "P# p",
    "L# s w",
    "P# e q",
  ]);
});

test("a line below a wide grid stays on its page", () => {
  expect(drawn(grid("w", "landscape"), paragraph("q"))).toEqual(["L# w q"]);
});

test("a page break starts a page once, even before a grid", () => {
  const pageBreak: Block = { type: "page-break" };
  expect(drawn(paragraph("p"), pageBreak, paragraph("q"), pageBreak, grid("g", "portrait"))).toEqual([
    "P# p |q |g",
  ]);
});

test("sheets of wide grids are turned and page numbers start once", async () => {
  const xml = await documentXml(documentOf(cover, paragraph("p"), grid("w", "landscape"), heading("e", 1)));
  const sheets = [...xml.matchAll(/<w:pgSz ([^>]*)\/>/g)].map((match) => match[1]);
  expect(sheets).toEqual([
    `w:w="11906" w:h="16838" w:orient="portrait"`,
    `w:w="11906" w:h="16838" w:orient="portrait"`,
    `w:w="16838" w:h="11906" w:orient="landscape"`,
    `w:w="11906" w:h="16838" w:orient="portrait"`,
  ]);
  const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
  expect(sections.map((section) => section.includes(`<w:pgNumType w:start="1"`))).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(sections.map((section) => section.includes("w:footerReference"))).toEqual([
    false,
    true,
    false,
    false,
  ]);
});
