import type { Block, Document } from "@mingzhang/core";
import mammoth from "mammoth";
import { expect, test } from "vitest";
import { sampleDocument } from "../testing/sample.ts";
import { docxRenderer } from "./index.ts";

/** What a program that knows nothing of this renderer reads: each heading, paragraph and cell as "kind: text". */
async function readBack(document: Document): Promise<string[]> {
  const { bytes } = await docxRenderer.render({ document });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { ignoreEmptyParagraphs: false },
  );
  const inCells = value.replace(
    /<(t[dh])([^>]*)>(.*?)<\/\1>/g,
    (_, tag, spans, content) => `<${tag}${spans}>${content.replaceAll(/<\/?p>/g, "")}</${tag}>`,
  );
  return [...inCells.matchAll(/<(h\d|p|td|th)( [^>]*)?>(.*?)<\/\1>/g)].flatMap(
    ([, tag = "", spans = "", content = ""]) => {
      const text = decode(content.replaceAll("<br />", "\n").replaceAll(/<[^>]+>/g, ""));
      if (tag === "p" && text === "") return [];
      return [`${tag === "th" ? "td" : tag}${spans}: ${text}`];
    },
  );
}

function written({ blocks }: Document): string[] {
  return blocks.flatMap(writtenBlock);
}

function writtenBlock(block: Block): string[] {
  switch (block.type) {
    case "cover":
      return [block.title, ...(block.subtitle === undefined ? [] : [block.subtitle]), ...block.lines].map(
        (line) => `p: ${line}`,
      );
    case "heading":
      return [`h${block.level}: ${block.text}`];
    case "paragraph":
      return [`p: ${block.children.map((child) => child.text).join("")}`];
    case "grid": {
      const above = [block.aboveLeft, block.aboveRight].filter((line) => line !== undefined).join("\t");
      const head = [block.label, block.caption, above].filter((line) => line !== undefined && line !== "");
      const cells = block.rows.flat().map(({ text, colSpan = 1, rowSpan = 1 }) => {
        const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ""}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ""}`;
        return `td${spans}: ${text}`;
      });
      return [...head.map((line) => `p: ${line}`), ...cells, ...block.below.map((line) => `p: ${line}`)];
    }
    default:
      return [];
  }
}

function decode(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

test("every heading, paragraph and cell reads back with its text and spans, in order", async () => {
  const document = sampleDocument();
  const blocks = document.blocks.filter((block) => block.type !== "contents");
  expect(await readBack({ ...document, blocks })).toEqual(written({ ...document, blocks }));
});

test("the contents read back as their title and a line for each heading and table", async () => {
  const document = sampleDocument();
  const titles = document.blocks.flatMap((block) => {
    if (block.type === "heading") return [block.text];
    return block.type === "grid" ? [`${block.label}　${block.caption}`] : [];
  });
  const read = await readBack(document);
  const start = read.indexOf("p: 目　录") + 1;
  const lines = read.slice(start, start + titles.length).map((line) => line.replace(/^p: (.*)\t\d+$/, "$1"));
  expect(lines).toEqual(titles);
});

test("line breaks inside a cell and a paragraph read back as line breaks", async () => {
  const cells = [[{ text: "甲\n乙\r\n丙" }]];
  const document: Document = {
    title: "示例",
    language: "zh-CN",
    blocks: [
      { type: "paragraph", children: [{ text: "一\n二" }] },
      {
        type: "grid",
        id: "g",
        caption: "表",
        columns: [{ id: "c", width: 1, align: "left" }],
        headerRows: 0,
        rows: cells,
        below: [],
        orientation: "portrait",
      },
    ],
  };
  expect(await readBack(document)).toEqual(["p: 一\n二", "p: 表", "td: 甲\n乙\n丙"]);
});
