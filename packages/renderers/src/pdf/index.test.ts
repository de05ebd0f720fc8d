import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Block, Document } from "@mingzhang/core";
import { describe, expect, test } from "vitest";
import { documentOf, sampleDocument } from "../testing/sample.ts";
import { withFamily } from "./fonts/names.ts";
import { readFaces, writeFace } from "./fonts/sfnt.ts";
import { pdfRenderer } from "./index.ts";
import { gridOf, heading, paragraph } from "./testing/blocks.ts";
import { bare } from "./testing/read-pdf.ts";
import { bytesOf, latin1, pdfOf } from "./testing/render.ts";
import { printedTexts } from "./texts.ts";

describe("a whole document", () => {
  test("prints every text", async () => {
    const { pages } = await pdfOf(sampleDocument());
    const printed = bare(pages.map(({ text }) => text).join(""));
    const texts = [...printedTexts(sampleDocument())].slice(1).map(({ text }) => bare(text));
    /** PDFium may put a neighbour between the lines of a header cell: two pieces count as found. */
    const isPrinted = (text: string) =>
      [...text, ""].some(
        (_, cut) => printed.includes(text.slice(0, cut)) && printed.includes(text.slice(cut)),
      );
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.filter((text) => !isPrinted(text))).toEqual([]);
  });

  test("gives the same bytes again, from a press made anew as well", async () => {
    const first = await bytesOf(sampleDocument());
    expect(await bytesOf(sampleDocument(), [new Uint8Array([1])])).toEqual(first);
    expect(await bytesOf(sampleDocument())).toEqual(first);
  });

  test("claims PDF/A-2a and PDF/UA-1, with the document's title, language and date", async () => {
    const file = latin1(await bytesOf(sampleDocument()));
    const metadata = Buffer.from(file, "latin1").toString("utf8");
    for (const part of [
      "<pdfaid:part>2<",
      "<pdfaid:conformance>A<",
      "<pdfuaid:part>1<",
      "<pdfaSchema:prefix>pdfuaid<",
      "<xmp:CreateDate>2023-03-01T00:00:00Z<",
      ">示例市档案局2023年部门预算<",
    ]) {
      expect(metadata).toContain(part);
    }
    expect(file).toContain("/DisplayDocTitle true");
    expect(file).toContain("/Lang (zh-CN)");
  });

  test("embeds every font, and only ours", async () => {
    const file = latin1(await bytesOf(sampleDocument()));
    const names = [...file.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map(([, name]) => name);
    expect(names.sort()).toEqual([
      "LXGWWenKai-Regular",
      "NotoSansSC-Medium",
      "NotoSerifSC-Bold",
      "NotoSerifSC-Regular",
    ]);
    expect(file.match(/\/FontFile2 /g)).toHaveLength(names.length);
  });

  test("has a bookmark for each heading and each captioned table, nested", async () => {
    const { bookmarks } = await pdfOf(sampleDocument());
    expect(bookmarks).toEqual([
      "示例市档案局2023年部门预算情况说明",
      "  一、部门收支总体情况",
      "    （一）收入预算",
      "2023年部门预算公开表",
      "  2023年部门一般公共预算财政拨款支出预算表",
      "  2023年部门收入预算总表",
      "  2023年部门重点项目绩效目标表",
    ]);
  });

  test("lists parts, sections and tables in the contents with the page that is printed on them", async () => {
    const { pages } = await pdfOf(sampleDocument());
    const tablePage = pages.findIndex(({ text }, index) => index > 1 && text.includes("公开表16"));
    const printed = /—\s*(\d+)\s*—/.exec(pages[tablePage]?.text ?? "")?.[1];
    expect(bare(pages[1]?.text ?? "")).toMatch(
      new RegExp(`公开表162023年部门重点项目绩效目标表\\.+${printed}$`),
    );
    expect(latin1(await bytesOf(sampleDocument())).match(/\/Subtype \/Link/g)).toHaveLength(6);
  });

  test("takes headings that begin below the first level or leave one out", async () => {
    const { bookmarks } = await pdfOf(
      documentOf(heading(3, "（一）先"), heading(1, "部分"), heading(3, "（二）后")),
    );
    expect(bookmarks).toEqual(["（一）先", "部分", "  （二）后"]);
  });

  test("leaves charts out and takes a document with nothing else", async () => {
    const chart: Block = { type: "chart", id: "c", title: "图", unit: "万元", series: ["本年"], bars: [] };
    expect((await pdfOf(documentOf(chart))).pages.map(({ text }) => text)).toEqual([""]);
    const { pages } = await pdfOf(documentOf(paragraph("前"), chart, paragraph("后")));
    expect(pages.map(({ text }) => bare(text))).toEqual(["前后—1—"]);
  });
});

describe("hostile text", () => {
  const markup =
    '#{panic()} #read("/etc/passwd") $x$ *b* _i_ `c` @ref <label> [a] // c /* d */ \\u{41} \\ ~ -- "q"';

  test("is printed as it stands wherever it stands", async () => {
    const grid = gridOf([[{ text: markup }]], { label: markup, aboveLeft: markup, below: [markup] });
    const document = documentOf(
      { type: "cover", title: markup, lines: [markup] },
      heading(2, markup),
      paragraph(markup),
      { ...grid, caption: markup },
    );
    const { pages } = await pdfOf({ ...document, title: markup, author: markup });
    const text = bare(pages.map((page) => page.text).join(""));
    expect(text.split(bare(markup))).toHaveLength(1 + 9);
  });

  test("that no line holds is broken, not cut off", async () => {
    const { pages } = await pdfOf(
      documentOf(paragraph("x".repeat(300)), gridOf([[{ text: "y".repeat(900) }]])),
    );
    expect(pages.every((page) => page.inside)).toBe(true);
    expect(pages.map(({ text }) => bare(text)).join("")).toContain("y".repeat(900));
  });
});

describe("characters without a glyph", () => {
  test("are an error that names the character and its place, and no bytes", async () => {
    const grid = { ...gridOf([[{ text: "甲" }], [{ text: "😀" }]]), caption: "表一" };
    const document = documentOf(heading(2, "一、😁"), paragraph("\ue000\ue000"), grid);
    const { bytes, findings } = await pdfRenderer.render({ document });
    expect(bytes).toHaveLength(0);
    expect(findings.map(({ rule, level, message }) => [rule, level, message.zh])).toEqual([
      ["render/missing-glyph", "error", "标题“一、😁”有字符“😁”（U+1F601），现有字体中没有，无法印出。"],
      [
        "render/missing-glyph",
        "error",
        "段落“\ue000\ue000…”有字符“\ue000”（U+E000），现有字体中没有，无法印出。",
      ],
      ["render/missing-glyph", "error", "表“表一”第2行有字符“😀”（U+1F600），现有字体中没有，无法印出。"],
    ]);
    expect(findings.every(({ message }) => /U\+/.test(message.en))).toBe(true);
  });

  test("are not reported for rare names and signs that the bundled fonts have", async () => {
    const { findings } = await pdfRenderer.render({
      document: documentOf(paragraph("䶮㛃𬭎〇①℃≥㎡Ⅰ\u200b")),
    });
    expect(findings).toEqual([]);
  });
});

describe("fonts of the office", () => {
  test("are preferred for their role, by their Chinese or English family name", async () => {
    const office = (family: string) => writeFace(withFamily(sans(), family));
    const document = documentOf(paragraph("正文"));
    expect(await fontsOf(document)).not.toContain("NotoSansSC-Medium");
    expect(await fontsOf(document, [office("FangSong_GB2312")])).toContain("NotoSansSC-Medium");
    expect(await fontsOf(document, [office("仿宋_GB2312")])).toContain("NotoSansSC-Medium");
    expect(await fontsOf(document, [office("方正小标宋简体")])).not.toContain("NotoSansSC-Medium");
  });

  test("that cannot be read are reported and not used", async () => {
    const { version, tables } = sans();
    const damaged = writeFace({
      version,
      tables: new Map([...tables, ["cmap", Buffer.from([0, 0, 255, 255])]]),
    });
    const { bytes, findings } = await pdfRenderer.render({
      document: documentOf(paragraph("正文")),
      fonts: [new Uint8Array(100), damaged],
    });
    expect(findings.map(({ rule, level, message }) => [rule, level, message.en])).toEqual([
      ["render/unreadable-font", "warning", "Font file 1 cannot be read and is not used."],
      ["render/unreadable-font", "warning", "Font file 2 cannot be read and is not used."],
    ]);
    expect(bytes.length).toBeGreaterThan(1000);
  });
});

function sans() {
  const path = createRequire(import.meta.url).resolve(
    "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
  );
  const [face] = readFaces(readFileSync(path));
  if (face === undefined) throw new Error("the bundled font cannot be read");
  return face;
}

async function fontsOf(document: Document, fonts: readonly Uint8Array[] = []): Promise<string[]> {
  const file = latin1(await bytesOf(document, fonts));
  return [...file.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map(([, name]) => name ?? "");
}
