import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { init } from "@embedpdf/pdfium";
import type { Block, Cell, Document, Grid } from "@mingzhang/core";
import { describe, expect, test } from "vitest";
import { documentOf, sampleDocument } from "../testing/sample.ts";
import { withFamily } from "./fonts/names.ts";
import { readFaces, writeFace } from "./fonts/sfnt.ts";
import { pdfRenderer } from "./index.ts";
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

describe("tables", () => {
  test("of many rows go over pages, each with the header rows", async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => [
      { text: `20${index + 10000}`, header: "row" as const },
      { text: "机关事业单位基本养老保险缴费支出", indent: 2 },
      figure("1,234.56"),
    ]);
    const header = [headerCell("科目编码"), headerCell("科目名称"), headerCell("预算数")];
    const { pages } = await pdfOf(documentOf(gridOf([header, ...rows], { headerRows: 1 })));
    expect(pages.length).toBeGreaterThan(25);
    expect(pages.filter(({ text }) => !/科目编码\s*科目名称\s*预算数/.test(text))).toEqual([]);
    expect(pages.at(-1)?.text).toContain("2011499");
    expect(pages.every(({ inside }) => inside)).toBe(true);
  });

  test("that ask for it, or are too wide, lie across the sheet, and A4 gives way to A3", async () => {
    const size = async (columns: number, orientation: Grid["orientation"]) => {
      const cells = Array.from({ length: columns }, () => figure("12,345,678.90"));
      const { pages } = await pdfOf(documentOf(gridOf([cells], { orientation })));
      expect(pages[0]?.text.match(/12,345,678\.90/g)).toHaveLength(columns);
      expect(pages[0]?.inside).toBe(true);
      return [pages[0]?.width, pages[0]?.height].map((length) => Math.round(((length ?? 0) / 72) * 25.4));
    };
    expect(await size(3, "portrait")).toEqual([210, 297]);
    expect(await size(3, "landscape")).toEqual([297, 210]);
    expect(await size(11, "portrait")).toEqual([297, 210]);
    expect(await size(20, "landscape")).toEqual([420, 297]);
    expect(await size(40, "landscape")).toEqual([420, 297]);
  });

  test("too wide for any sheet at a legible size are printed whole, with a warning", async () => {
    const cells = Array.from({ length: 40 }, () => figure("12,345,678.90"));
    const document = documentOf({ ...gridOf([cells]), caption: "宽表" });
    const { bytes, findings } = await pdfRenderer.render({ document });
    expect(findings.map(({ rule, level }) => [rule, level])).toEqual([["render/small-type", "warning"]]);
    expect(findings[0]?.message.en).toMatch(/^Table "宽表" .* in \d\.\d pt/);
    expect((await readPdf(bytes)).pages).toHaveLength(1);
  });

  test("print a cell longer than a page in full", async () => {
    const goal = "完成馆藏档案数字化3,000卷（件），满意度≥95%。".repeat(100);
    const rows = [
      [
        { text: "当年绩效目标", header: "row" as const },
        { text: goal, colSpan: 2 },
      ],
    ];
    const { pages } = await pdfOf(documentOf(gridOf(rows, { columns: 3 })));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every(({ inside }) => inside)).toBe(true);
    const text = pages.map((page) => bare(page.text).replace(/—\d+—$/, "")).join("");
    expect(text.match(/完成馆藏档案数字化3,000卷（件），满意度≥95%。/g)).toHaveLength(100);
  });

  test("take rows that do not fill the grid or overfill it, header rows only, or none", async () => {
    const ragged = gridOf(
      [
        [{ ...headerCell("总"), colSpan: 9, rowSpan: 9 }],
        [{ text: "1" }],
        [{ text: "2" }, { text: "3" }, { text: "4" }, { text: "多" }],
      ],
      { headerRows: 1, columns: 3 },
    );
    const document = documentOf(
      ragged,
      gridOf([[headerCell("只有表头")]], { headerRows: 1 }),
      gridOf([], { columns: 2 }),
    );
    const { pages } = await pdfOf(document);
    expect(bare(pages.map(({ text }) => text).join(""))).toBe("总1234只有表头—1—");
  });

  test("with a label have a page each; small ones without stay in the text", async () => {
    const pagesOf = async (...blocks: Block[]) =>
      (await pdfOf(documentOf(...blocks))).pages.map(({ text }) => bare(text).replace(/—\d+—$/, ""));
    const small = gridOf([[{ text: "表" }]]);
    expect(await pagesOf(paragraph("前"), small, paragraph("后"), small)).toEqual(["前表后表"]);
    const labelled = { ...small, label: "公开表1" };
    expect(await pagesOf(heading(1, "题"), labelled, labelled, note("注"), paragraph("后"))).toEqual([
      "题公开表1表",
      "公开表1表注",
      "后",
    ]);
  });

  test("tag the cells that head a row or a column", async () => {
    const rows: Cell[][] = [
      [headerCell("名称"), headerCell("数")],
      [{ text: "甲", header: "row" }, figure("1.00")],
      [{ text: "乙" }, figure("2.00")],
    ];
    const document = documentOf(gridOf([], { columns: 2 }), gridOf(rows, { headerRows: 1 }));
    const file = latin1(await bytesOf(document));
    expect(file.match(/\/S \/TH\s[\s\S]{0,60}?\/Scope \/Column|\/S \/TH\s/g)).toHaveLength(3);
    expect(file.match(/\/Scope \/Column/g)).toHaveLength(2);
    expect(file.match(/\/Scope \/Row/g)).toHaveLength(1);
    expect(file.match(/\/S \/TD\s/g)).toHaveLength(3);
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

function heading(level: 1 | 2 | 3, text: string): Block {
  return { type: "heading", level, text, id: text };
}

function paragraph(text: string): Block {
  return { type: "paragraph", children: [{ text }] };
}

function note(text: string): Block {
  return { type: "paragraph", style: "note", children: [{ text }] };
}

function headerCell(text: string): Cell {
  return { text, header: "column", align: "center" };
}

function figure(text: string): Cell {
  return { text, number: { value: text.replaceAll(",", ""), decimals: 2 } };
}

type GridOptions = Partial<Omit<Grid, "columns" | "rows">> & { readonly columns?: number };

function gridOf(rows: readonly (readonly Cell[])[], { columns, ...options }: GridOptions = {}): Grid {
  const width = columns ?? rows[0]?.length ?? 1;
  return {
    type: "grid",
    id: "grid",
    caption: "",
    headerRows: 0,
    below: [],
    orientation: "portrait",
    columns: Array.from({ length: width }, (_, index) => ({
      id: `c${index}`,
      width: 10,
      align: "left" as const,
    })),
    rows,
    ...options,
  };
}

function sans() {
  const path = createRequire(import.meta.url).resolve(
    "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
  );
  const [face] = readFaces(readFileSync(path));
  if (face === undefined) throw new Error("the bundled font cannot be read");
  return face;
}

async function bytesOf(document: Document, fonts: readonly Uint8Array[] = []): Promise<Uint8Array> {
  const { bytes, findings } = await pdfRenderer.render({ document, fonts });
  expect(findings.filter(({ level }) => level === "error")).toEqual([]);
  return bytes;
}

async function fontsOf(document: Document, fonts: readonly Uint8Array[] = []): Promise<string[]> {
  const file = latin1(await bytesOf(document, fonts));
  return [...file.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)].map(([, name]) => name ?? "");
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}

/** Text without what line breaks and extraction add. */
function bare(text: string): string {
  return text.replaceAll(/[\s\u200b\u2060\ufffe]/g, "");
}

interface ReadPage {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** Whether every character lies on the page. */
  readonly inside: boolean;
}

async function pdfOf(document: Document): Promise<{ pages: ReadPage[]; bookmarks: string[] }> {
  return readPdf(await bytesOf(document));
}

/** Reads a file back with another programme's eyes (PDFium). */
async function readPdf(bytes: Uint8Array): Promise<{ pages: ReadPage[]; bookmarks: string[] }> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
  const calls = await init({ wasmBinary: new Uint8Array(wasm).buffer });
  calls.PDFiumExt_Init();
  const memory = calls.pdfium as unknown as { HEAPU8: Uint8Array; HEAPF64: Float64Array };
  const { malloc } = calls.pdfium.wasmExports;
  const file = malloc(bytes.length);
  memory.HEAPU8.set(bytes, file);
  const pdf = calls.FPDF_LoadMemDocument(file, bytes.length, "");
  const box = malloc(32);
  const titles = (bookmark: number, depth: number): string[] => {
    if (bookmark === 0) return [];
    const length = calls.FPDFBookmark_GetTitle(bookmark, 0, 0);
    const at = malloc(length);
    calls.FPDFBookmark_GetTitle(bookmark, at, length);
    const title = new TextDecoder("utf-16le").decode(memory.HEAPU8.slice(at, at + length - 2));
    const children = titles(calls.FPDFBookmark_GetFirstChild(pdf, bookmark), depth + 1);
    return [
      "  ".repeat(depth) + title,
      ...children,
      ...titles(calls.FPDFBookmark_GetNextSibling(pdf, bookmark), depth),
    ];
  };
  const pages = Array.from({ length: calls.FPDF_GetPageCount(pdf) }, (_, index) => {
    const page = calls.FPDF_LoadPage(pdf, index);
    const [width, height] = [calls.FPDF_GetPageWidthF(page), calls.FPDF_GetPageHeightF(page)];
    const characters = calls.FPDFText_LoadPage(page);
    let text = "";
    let inside = true;
    for (let at = 0; at < calls.FPDFText_CountChars(characters); at++) {
      text += String.fromCodePoint(calls.FPDFText_GetUnicode(characters, at));
      calls.FPDFText_GetCharBox(characters, at, box, box + 8, box + 16, box + 24);
      const [left = 0, right = 0, bottom = 0, top = 0] = memory.HEAPF64.subarray(box / 8, box / 8 + 4);
      inside &&= left >= 0 && right <= width && bottom >= 0 && top <= height;
    }
    return { text, width, height, inside };
  });
  return { pages, bookmarks: titles(calls.FPDFBookmark_GetFirstChild(pdf, 0), 0) };
}
