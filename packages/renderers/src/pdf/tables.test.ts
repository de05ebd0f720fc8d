import type { Block, Cell, Grid } from "@mingzhang/core";
import { describe, expect, test } from "vitest";
import { documentOf } from "../testing/sample.ts";
import { pdfRenderer } from "./index.ts";
import { figure, gridOf, headerCell, heading, note, paragraph } from "./testing/blocks.ts";
import { bare, readPdf } from "./testing/read-pdf.ts";
import { bytesOf, latin1, pdfOf } from "./testing/render.ts";

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
