import { read, utils } from "@e965/xlsx";
import { type Block, type Cell, type Document, type Grid, hasError } from "@mingzhang/core";
import { readDocuments } from "@mingzhang/readers";
import { load } from "cheerio";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { readPdf } from "./pdf/testing/read-pdf.ts";
import type { Rendered, Renderer } from "./renderer.ts";
import { RENDERERS } from "./renderers.ts";
import { documentOf, sampleDocument, sampleInspection } from "./testing/sample.ts";

/** A file as a program reads it that knows nothing of the renderer. */
interface ReadBack {
  readonly text: string;
  /** What does something or means something: elements and their attributes, formulas, links, bookmarks. */
  readonly structure: readonly string[];
}

const READ_BACK: Readonly<Record<string, (bytes: Uint8Array) => Promise<ReadBack>>> = {
  html: async (bytes) => {
    const $ = load(strFromU8(bytes));
    const structure = elementsOf($);
    $("script, style").remove();
    return { text: $.root().text(), structure };
  },
  xlsx: async (bytes) => {
    const book = read(bytes, { cellFormula: true, cellText: true });
    const cells = book.SheetNames.flatMap((name) =>
      Object.entries(book.Sheets[name] ?? {}).filter(([at]) => !at.startsWith("!")),
    );
    const texts = book.SheetNames.flatMap((name) =>
      utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, raw: false }).flat(),
    );
    const active = cells.filter(([, cell]) => cell.f !== undefined || cell.l !== undefined);
    return { text: [...book.SheetNames, ...texts].join("\n"), structure: active.map(([at]) => at) };
  },
  docx: async (bytes) => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const parts = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(?:xml|rels)$/.test(path));
    const structure = parts.flatMap(([path, part]) => [
      path,
      ...elementsOf(load(strFromU8(part), { xmlMode: true })),
    ]);
    return { text: value, structure };
  },
  pdf: async (bytes) => {
    const { pages, bookmarks } = await readPdf(bytes);
    // A cell's lines and those of its neighbours alternate in the text of a page: cells are read as cells.
    const { documents } = await readDocuments([{ name: "a.pdf", bytes }]);
    const cells = documents.flatMap(({ document }) => document.blocks.flatMap(textsOf));
    return {
      text: [...pages.map((page) => page.text), ...cells].join("\n"),
      structure: [`${bookmarks.length} bookmarks`],
    };
  },
};

function elementsOf($: ReturnType<typeof load>): string[] {
  return $("*")
    .toArray()
    .map(
      (element) =>
        `${$(element).prop("tagName")} ${Object.keys($(element).attr() ?? {})
          .sort()
          .join(" ")}`,
    );
}

/** What a reader sees of a text: no blanks, and nothing for what has no shape of its own. */
function visible(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\ufffd]/gu, "");
}

const render = (renderer: Renderer, document: Document) =>
  renderer.render({ document, inspection: sampleInspection() });

async function readBack({ id }: Renderer, { bytes }: Rendered): Promise<ReadBack> {
  const reader = READ_BACK[id];
  if (reader === undefined) throw new Error(`No program reads ${id} back: add one to READ_BACK.`);
  return reader(bytes);
}

/** Texts that a format does not print, and why. */
const LEFT_OUT: Readonly<
  Record<string, { readonly blocks: readonly Block["type"][]; readonly reason: string }>
> = {
  xlsx: { blocks: ["chart"], reason: "figures of charts stand in the tables" },
  docx: { blocks: ["chart"], reason: "published packs have no charts; their figures stand in the tables" },
  pdf: { blocks: ["chart"], reason: "published packs have no charts; their figures stand in the tables" },
};

function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case "cover":
      return [block.title, block.subtitle ?? "", ...block.lines];
    case "contents":
      return [];
    case "heading":
      return [block.text];
    case "paragraph":
      return [block.children.map((child) => child.text).join("")];
    case "grid":
      return [
        block.label ?? "",
        block.caption,
        block.aboveLeft ?? "",
        block.aboveRight ?? "",
        ...block.rows.flat().map((cell) => cell.text),
        ...block.below,
      ];
    case "chart":
      return [block.title, ...block.series, ...block.bars.map((bar) => bar.label)];
    case "page-break":
      return [];
  }
}

/** A text at every place that takes one. */
function documentWith(text: string): Document {
  const cell: Cell = { text };
  const grid: Grid = {
    type: "grid",
    id: "table",
    label: text,
    caption: text,
    shortName: text,
    aboveLeft: text,
    aboveRight: text,
    columns: [
      { id: "a", width: 20, align: "left" },
      { id: "b", width: 20, align: "right" },
    ],
    headerRows: 1,
    rows: [
      [
        { ...cell, header: "column" },
        { ...cell, header: "column" },
      ],
      [{ ...cell, header: "row" }, cell],
    ],
    below: [text],
    orientation: "portrait",
  };
  return {
    title: text,
    author: text,
    language: "zh-CN",
    blocks: [
      { type: "cover", title: text, subtitle: text, lines: [text] },
      { type: "contents", title: text },
      { type: "heading", level: 1, id: "heading", text },
      { type: "paragraph", children: [{ text }, { text, ref: "f1", strong: true }] },
      {
        type: "chart",
        id: "chart",
        title: text,
        unit: text,
        series: [text],
        bars: [{ label: text, values: [{ text: "1.00" }] }],
      },
      grid,
    ],
  };
}

const HOSTILE: Readonly<Record<string, string>> = {
  "a script": "<script>alert(1)</script>",
  "an image that runs": `"><img src=x onerror="alert(1)">`,
  "the end of a section": "a]]>b--><!--c",
  "an entity": "&lt;b&gt; &#65; &amp;",
  "a template": "{{a}} $" + "{b} #{c} %d [[d]] `e`",
  "typesetting code": '#panic("x") $x^2$ *a* _b_ @c <label> \\n //',
  "a formula": '=HYPERLINK("http://a","b")',
  "a command": "=cmd|' /C calc'!A0",
  "a plus": "+1+1",
  "a minus": "-2+3",
  "an at sign": "@SUM(A1:A9)",
  "a formula behind a tab": "\t=1+1",
  "a field": '{ INCLUDETEXT "C:\\\\x" }',
};

/** Texts that a format may refuse, whole, with an error; otherwise what has a shape is printed. */
const ODD: Readonly<Record<string, string>> = {
  "control characters": "甲\u0000\u0001\u0008\u000b\u001b\u007f\u0085乙",
  "lone surrogates": "甲\ud800乙\udfff丙",
  "direction marks": "甲\u202e\u200f\u2066乙\u2069\u200e丙",
  "line breaks of all kinds": "甲\r\n乙\r丙\n\n丁\u2028戊\u2029己",
  "blanks only": " \u3000\u00a0\u200b\t",
  nothing: "",
  emoji: "甲😀👨‍👩‍👧🏳️‍🌈乙",
  "other scripts": "甲ابجדהיกขคབོད乙",
  "private characters": "甲\ue000\u{f0000}乙",
  "non-characters": "甲\ufffe\uffff\u{1fffe}乙",
  "stacked accents": `甲${"e\u0301\u0302\u0303".repeat(20)}乙`,
  "a very long word": "a".repeat(3000),
  "a very long text": "绩效目标与指标值。".repeat(500),
};

const EMPTY_GRID: Grid = {
  type: "grid",
  id: "g",
  caption: "",
  columns: [],
  headerRows: 0,
  rows: [],
  below: [],
  orientation: "portrait",
};
const column = (index: number) => ({ id: `c${index}`, width: 10, align: "left" as const });
const many = <T>(length: number, one: (index: number) => T) =>
  Array.from({ length }, (_, index) => one(index));
const square = (size: number): Grid => ({
  ...EMPTY_GRID,
  caption: "宽表",
  columns: many(size, column),
  headerRows: 1,
  rows: many(3, (row) => many(size, (at) => ({ text: `${row}.${at}` }))),
  orientation: "landscape",
});

const SHAPES: Readonly<Record<string, readonly Block[]>> = {
  "no block": [],
  "contents of nothing": [{ type: "contents", title: "目录" }],
  "a cover without lines": [{ type: "cover", title: "", lines: [] }],
  "page breaks only": [{ type: "page-break" }, { type: "page-break" }],
  "an empty paragraph": [{ type: "paragraph", children: [] }],
  "a grid of nothing": [EMPTY_GRID],
  "a grid without rows": [{ ...EMPTY_GRID, columns: many(3, column), headerRows: 2 }],
  "a grid of header rows only": [{ ...square(4), headerRows: 9 }],
  "rows without cells": [{ ...EMPTY_GRID, columns: many(2, column), rows: [[], [{ text: "甲" }], []] }],
  "more cells than columns": [{ ...square(9), columns: many(2, column) }],
  "forty columns": [square(40)],
  "columns without width": [{ ...square(3), columns: many(3, (index) => ({ ...column(index), width: 0 })) }],
  "spans beyond the grid": [
    {
      ...EMPTY_GRID,
      columns: many(2, column),
      rows: [[{ text: "甲", colSpan: 9, rowSpan: 9 }], [{ text: "乙" }]],
    },
  ],
  "spans of nothing": [
    { ...EMPTY_GRID, columns: [column(0)], rows: [[{ text: "甲", colSpan: 0, rowSpan: -1 }]] },
  ],
  "a sum of cells that are not there": [
    {
      ...EMPTY_GRID,
      columns: [column(0)],
      rows: [[{ text: "1", number: { value: "1", decimals: 0 }, sum: [{ row: 7, column: 7, sign: 1 }] }]],
    },
  ],
  "a number that is none": [
    { ...EMPTY_GRID, columns: [column(0)], rows: [[{ text: "甲", number: { value: "甲", decimals: -3 } }]] },
  ],
  "the same ids and short names": [
    { type: "heading", level: 1, id: "g", text: "甲" },
    { type: "heading", level: 3, id: "g", text: "乙" },
    { ...square(2), shortName: "表一" },
    { ...square(2), shortName: "表一" },
    { ...square(2), shortName: "[]:*?/\\" },
    { ...square(2), shortName: "很".repeat(99) },
  ],
  "ids of odd characters": [{ type: "heading", level: 2, id: `a b"<>'#&/`, text: "甲" }],
  "a chart of nothing": [{ type: "chart", id: "c", title: "", unit: "", series: [], bars: [] }],
  "a chart of no values": [
    { type: "chart", id: "c", title: "图", unit: "元", series: ["甲"], bars: [{ label: "乙", values: [] }] },
  ],
};

/** Nothing half-made: an error means no bytes, and no error means some. */
function expectWhole({ bytes, findings }: Rendered): void {
  expect(bytes.length === 0).toBe(hasError(findings));
}

describe.each(RENDERERS.map((renderer) => [renderer.id, renderer] as const))(
  "the %s renderer",
  (_, renderer) => {
    it("gives the same bytes for the same document", async () => {
      const [first, second] = [
        await render(renderer, sampleDocument()),
        await render(renderer, sampleDocument()),
      ];
      expectWhole(first);
      expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
      expect(first.findings).toEqual(second.findings);
    });

    it("prints every text of a pack", async () => {
      const text = visible((await readBack(renderer, await render(renderer, sampleDocument()))).text);
      const expected = sampleDocument()
        .blocks.filter((block) => !LEFT_OUT[renderer.id]?.blocks.includes(block.type))
        .flatMap(textsOf);
      expect(expected.filter((part) => !text.includes(visible(part)))).toEqual([]);
    });

    it.each(Object.entries(HOSTILE))("prints %s as text that does nothing", async (_name, text) => {
      const rendered = await render(renderer, documentWith(text));
      expect(rendered.findings.filter(({ level }) => level === "error")).toEqual([]);
      const [hostile, harmless] = [
        await readBack(renderer, rendered),
        await readBack(renderer, await render(renderer, documentWith("x".repeat(text.length)))),
      ];
      expect(hostile.structure).toEqual(harmless.structure);
      expect(visible(hostile.text)).toContain(visible(text));
    });

    it.each(Object.entries(ODD))("prints or refuses %s", async (_name, text) => {
      const rendered = await render(renderer, documentWith(text));
      expectWhole(rendered);
      if (hasError(rendered.findings)) return;
      const read = await readBack(renderer, rendered);
      expect(visible(read.text)).toContain(visible(text));
    });

    it.each(Object.entries(SHAPES))("takes a document with %s", async (_name, blocks) => {
      const rendered = await render(renderer, documentOf(...blocks));
      expect(rendered.findings.filter(({ level }) => level === "error")).toEqual([]);
      expectWhole(rendered);
      await readBack(renderer, rendered);
    });
  },
);
