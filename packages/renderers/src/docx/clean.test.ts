import type { Block } from "@mingzhang/core";
import { expect, test } from "vitest";
import { documentOf, sampleDocument } from "../testing/sample.ts";
import { clean } from "./clean.ts";
import { docxRenderer } from "./index.ts";
import { elements, partsOf } from "./testing/parts.ts";

const paragraph = (text: string): Block => ({ type: "paragraph", children: [{ text }] });
const gridOf = (text: string, caption = "收入表"): Block => ({
  type: "grid",
  id: "g",
  label: "表1",
  caption,
  columns: [{ id: "c", width: 1, align: "left" }],
  headerRows: 0,
  rows: [[{ text: "甲" }], [{ text }]],
  below: [],
  orientation: "portrait",
});

test("a document without control characters is left as it is, without findings", () => {
  const document = sampleDocument();
  const cleaned = clean(document);
  expect(cleaned.findings).toEqual([]);
  cleaned.document.blocks.forEach((block, index) => {
    expect(block).toBe(document.blocks[index]);
  });
});

test.each([
  ["\u0000", "U+0000"],
  ["\u0008", "U+0008"],
  ["\u000b", "U+000B"],
  ["\u001f", "U+001F"],
  ["\uffff", "U+FFFF"],
  ["\ud800", "U+D800"],
  ["\udc00", "U+DC00"],
])("%j is removed from text and reported", async (character, code) => {
  const document = documentOf(paragraph(`前${character}后`));
  const { findings } = await docxRenderer.render({ document });
  expect(findings.map(({ rule, level, message }) => [rule, level, message])).toEqual([
    [
      "render/control-character",
      "warning",
      {
        zh: `第1段含有不能写入文件的控制字符（${code}），已删除。`,
        en: `block 1: control characters that the file cannot hold (${code}) were removed.`,
      },
    ],
  ]);
  expect((await partsOf(document))["word/document.xml"]).toContain(">前后</w:t>");
});

test("a finding says in which table, row and cell the character was", () => {
  const { findings } = clean(documentOf(gridOf("1\u00012")));
  expect(findings.map(({ message }) => message.zh)).toEqual([
    "《表1 收入表》第2行第1格含有不能写入文件的控制字符（U+0001），已删除。",
  ]);
});

test("pairs of surrogates, tabs and line breaks are text and stay", () => {
  const text = "𠮷\t甲\n乙";
  expect(clean(documentOf(paragraph(text))).document.blocks[0]).toEqual(paragraph(text));
});

test("text that looks like markup is text", async () => {
  const text = `<w:p/> & ]]> <!-- "'`;
  const escaped = "&lt;w:p/&gt; &amp; ]]&gt; &lt;!--";
  const xml = (await partsOf(documentOf(paragraph(text), gridOf(text, text))))["word/document.xml"] ?? "";
  const shown = elements(xml, "w:t").filter((element) => element.includes(escaped));
  expect(shown).toHaveLength(3);
});

test("text that looks like a placeholder of ours or the library's is text", async () => {
  const text = `<w:tablePlaceholder><w:id w:val="0"/></w:tablePlaceholder> {default-bullet-numbering-0}`;
  const xml = (await partsOf(documentOf(paragraph(text), gridOf("乙"))))["word/document.xml"] ?? "";
  expect(elements(xml, "w:tbl")).toHaveLength(1);
  expect(xml).toContain("{default-bullet-numbering-0}");
});

test("quotes and backslashes of a caption cannot end the quotes of its field and add a switch", async () => {
  const caption = `表" \\f x \\* "`;
  const xml = (await partsOf(documentOf(gridOf("乙", caption))))["word/document.xml"] ?? "";
  const instruction = elements(xml, "w:instrText").map((element) => element.replaceAll("&quot;", '"'));
  expect(instruction).toEqual([
    String.raw`<w:instrText xml:space="preserve"> TC "表1　表\" \\f x \\* \"" \f g \l 2 </w:instrText>`,
  ]);
});

test("no field comes from a document's text, whatever it looks like", async () => {
  const text = `{ DDEAUTO c:\\\\windows "x" } =HYPERLINK("http://a")`;
  const xml = (await partsOf(documentOf(paragraph(text), gridOf(text))))["word/document.xml"] ?? "";
  expect(elements(xml, "w:instrText").filter((element) => !element.includes(" TC "))).toEqual([]);
});
