import type { Document, Inline } from "@mingzhang/core";
import { load } from "cheerio";
import { expect, it } from "vitest";
import { sampleDocument, sampleInspection } from "../testing/sample.ts";
import { renderFrame } from "./frame.ts";
import { renderPage } from "./page.ts";

it("a page for a frame carries no script and says which fact each figure is", () => {
  const inspection = sampleInspection();
  const { html, refs } = renderFrame(sampleDocument(), inspection);
  expect(html).not.toMatch(/<script|\son\w+=/i);
  const named = [...html.matchAll(/data-figure="(\d+)"/g)].map((match) => refs[Number(match[1])] ?? "");
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((ref) => inspection.figures[ref] === undefined)).toEqual([]);
});

it("a page for a frame marks every sentence, and the page that is published none", () => {
  const document = sampleDocument();
  const { html, sentences } = renderFrame(document, sampleInspection());
  const $ = load(html);
  const marked = $("[data-sentence]").toArray();
  expect(marked.map((element) => $(element).text())).toEqual(sentences.map(({ text }) => text));
  expect(
    $("main p[class=body], main p[class=list], main p[class=signature], main p[class=note]").text(),
  ).toBe(sentences.map(({ text }) => text).join(""));
  expect(renderPage(document, sampleInspection())).not.toContain("data-sentence");
});

it("sentences end with their full stop, and count anew under each heading and below each table", () => {
  const heading = (id: string) => ({ type: "heading", level: 2, id, text: id }) as const;
  const paragraph = (...children: Inline[]) => ({ type: "paragraph", children }) as const;
  const document: Document = {
    title: "",
    language: "zh-CN",
    blocks: [
      heading("a"),
      paragraph({ text: "共" }, { text: "1.50", ref: "f" }, { text: "万元。上级说“已经完成。”其余没有" }),
      paragraph({ text: "第二段。" }),
      {
        type: "grid",
        id: "t",
        caption: "表",
        columns: [{ id: "a", width: 1, align: "left" }],
        headerRows: 0,
        rows: [[{ text: "1.50" }]],
        below: ["注：不含结转。单位另计。", "本表无其他数据。"],
        orientation: "portrait",
      },
      paragraph({ text: "表后一段。" }),
      heading("b"),
      paragraph({ text: "又一段。" }),
    ],
  };
  expect(renderFrame(document, { figures: {}, lines: { columns: [], rows: [] } }).sentences).toEqual([
    { section: "a", index: 0, text: "共1.50万元。" },
    { section: "a", index: 1, text: "上级说“已经完成。”" },
    { section: "a", index: 2, text: "其余没有" },
    { section: "a", index: 3, text: "第二段。" },
    { section: "t", index: 0, text: "注：不含结转。" },
    { section: "t", index: 1, text: "单位另计。" },
    { section: "t", index: 2, text: "本表无其他数据。" },
    { section: "a", index: 4, text: "表后一段。" },
    { section: "b", index: 0, text: "又一段。" },
  ]);
});
