import { read, utils, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { Block, Cell, Document, Grid } from "@mingzhang/core";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { documentOf, sampleDocument } from "../testing/sample.ts";
import { xlsxRenderer } from "./index.ts";
import { placeCells } from "./placing.ts";

const gridOf = (rows: Cell[][], more: Partial<Grid> = {}): Grid => ({
  type: "grid",
  id: "table",
  caption: "题",
  columns: [{ id: "a", width: 10, align: "left" }],
  headerRows: 0,
  rows,
  below: [],
  orientation: "portrait",
  ...more,
});
const render = async (document: Document) => {
  const { bytes, findings } = await xlsxRenderer.render({ document });
  const book = read(bytes, { cellFormula: true, cellNF: true, cellText: true, cellStyles: true });
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );
  return { bytes, findings, book, parts };
};
const sheetOf = (book: WorkBook, name: string): WorkSheet => {
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new Error(`no sheet ${name} in ${book.SheetNames}`);
  return sheet;
};
const gridsOf = (document: Document) =>
  document.blocks.filter((block): block is Grid => block.type === "grid");
const topOf = (grid: Grid) =>
  [grid.label, grid.caption, grid.aboveLeft ?? grid.aboveRight].filter(Boolean).length;

describe("the sample pack", async () => {
  const document = sampleDocument();
  const { book, parts, findings } = await render(document);

  test("is rendered without findings, twice the same", async () => {
    expect(findings).toEqual([]);
    const once = await xlsxRenderer.render({ document });
    const again = await xlsxRenderer.render({ document });
    expect(Buffer.compare(once.bytes, again.bytes)).toBe(0);
  });

  test("has the contents, the narrative and a visible sheet a grid", () => {
    expect(book.SheetNames).toEqual(["目录", "情况说明", "表五", "表二", "表十六（1）"]);
    expect(book.Workbook?.Sheets?.map((sheet) => sheet.Hidden)).toEqual([0, 0, 0, 0, 0]);
  });

  test.each(gridsOf(document))("$caption comes back cell by cell", (grid) => {
    const sheet = sheetOf(book, grid.shortName ?? "");
    const top = topOf(grid);
    const merges = new Set((sheet["!merges"] ?? []).map(utils.encode_range));
    for (const { cell, row, column, rowSpan, columnSpan } of placeCells(grid)) {
      const start = { r: top + row, c: column };
      const shown = sheet[utils.encode_cell(start)];
      expect(cell.number && shown?.t === "n" ? shown.w : (shown?.v ?? "")).toBe(cell.text);
      const range = utils.encode_range(start, { r: start.r + rowSpan - 1, c: column + columnSpan - 1 });
      expect(merges.has(range)).toBe(rowSpan * columnSpan > 1);
    }
    expect(sheet[utils.encode_cell({ r: top + grid.rows.length, c: 0 })]?.v).toBe(grid.below[0]);
  });

  test("has live totals with the printed value cached", () => {
    expect(sheetOf(book, "表五").C6).toMatchObject({ f: "ROUND(SUM(C7:C76),2)", v: 56, w: "56.00" });
    expect(sheetOf(book, "表五").D6).toMatchObject({ f: "ROUND(SUM(D7:D76),2)", v: 175, w: "175.00" });
  });

  test("holds the figures as numbers and the signs as text", () => {
    expect(sheetOf(book, "表五").E7).toMatchObject({ t: "n", v: 1.5, w: "150%" });
    expect(sheetOf(book, "表五").E11).toMatchObject({ t: "s", v: "—" });
    expect(sheetOf(book, "表五").C11?.t ?? "z").toBe("z");
    expect(sheetOf(book, "表二").E6).toMatchObject({ t: "n", v: 12345678.9, w: "12345678.90" });
  });

  test("has no formula but the totals", () => {
    const formulas = Object.values(parts).flatMap((part) => part.match(/<f>[^<]*<\/f>/g) ?? []);
    expect(formulas).toHaveLength(2);
    expect(sheetOf(book, "表五").B9).toMatchObject({ t: "s", v: "=1+1" });
  });

  test("prints on A4 across one page, with repeated header rows and page numbers", () => {
    const names = parts["xl/workbook.xml"];
    expect(names).toContain(`localSheetId="2">'表五'!$A$1:$E$77</definedName>`);
    expect(names).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="2">'表五'!$4:$5</definedName>`,
    );
    expect(parts["xl/worksheets/sheet3.xml"]).toContain(
      'paperSize="9" orientation="portrait" fitToWidth="1"',
    );
    expect(parts["xl/worksheets/sheet4.xml"]).toContain(
      'paperSize="9" orientation="landscape" fitToWidth="1"',
    );
    expect(parts["xl/worksheets/sheet4.xml"]).toContain("&amp;P");
  });

  test("lists the sheets with links on the contents sheet", () => {
    const contents = sheetOf(book, "目录");
    const rows = utils.sheet_to_json<string[]>(contents, { header: 1, defval: "" });
    expect(rows.map((row) => row.join("|"))).toEqual([
      "2023年部门预算||",
      "情况说明及公开表||",
      "示例市档案局||",
      "二〇二三年三月||",
      "目　录||",
      "编号|名称|工作表",
      "|示例市档案局2023年部门预算情况说明|情况说明",
      "|一、部门收支总体情况|情况说明",
      "|2023年部门预算公开表|情况说明",
      "公开表5|2023年部门一般公共预算财政拨款支出预算表|表五",
      "公开表2|2023年部门收入预算总表|表二",
      "公开表16|2023年部门重点项目绩效目标表|表十六（1）",
    ]);
    expect(contents.B8?.l?.Target).toBe("#'情况说明'!A2");
    expect(contents.B12?.l?.Target).toBe("#'表十六（1）'!A1");
  });

  test("has the narrative a paragraph a row, and no chart", () => {
    const rows = utils.sheet_to_json<string[]>(sheetOf(book, "情况说明"), { header: 1 });
    const expected = document.blocks.flatMap((block) => {
      if (block.type === "heading") return [block.text];
      return block.type === "paragraph" ? [block.children.map(({ text }) => text).join("")] : [];
    });
    expect(rows.flat()).toEqual(expected);
  });
});

describe("hostile input", () => {
  test("any cell text survives as text", async () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("=1+1", "+1", "-1", "@a", "#REF!", "'a", "TRUE", "1e5", "007", "2023-1-1", " a "),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async (texts) => {
        const clean = texts.map((one) => one.replaceAll(/[\p{Cc}\ufffe\uffff]/gu, ""));
        const { book, findings } = await render(documentOf(gridOf(clean.map((one) => [{ text: one }]))));
        expect(findings).toEqual([]);
        clean.forEach((one, index) => {
          const cell = sheetOf(book, "题")[`A${index + 2}`];
          expect(cell?.v ?? "").toBe(one);
          if (one !== "") expect(cell).toMatchObject({ t: "s" });
          expect(cell?.f).toBeUndefined();
        });
      }),
      { numRuns: 60 },
    );
  });

  test("control characters are left out with a warning that says where", async () => {
    const { book, findings } = await render(
      documentOf(gridOf([[{ text: "甲\u0001乙" }, { text: "丙\r\n丁" }]])),
    );
    expect(sheetOf(book, "题").A2?.v).toBe("甲乙");
    expect(sheetOf(book, "题").B2?.v).toBe("丙\n丁");
    expect(findings).toMatchObject([
      {
        rule: "render/control-character",
        level: "warning",
        message: { zh: expect.any(String), en: expect.any(String) },
        place: { kind: "sheet", sheet: "题", cell: "A2" },
      },
    ]);
  });

  test("a text longer than a cell is cut with a warning", async () => {
    const { book, findings } = await render(documentOf(gridOf([[{ text: "长".repeat(40_000) }]])));
    expect(sheetOf(book, "题").A2?.v).toHaveLength(32_767);
    expect(findings.map(({ rule }) => rule)).toEqual(["render/text-length", "render/row-height"]);
  });

  test("tab names are made legal and unique", async () => {
    const named = (shortName: string, id: string) => gridOf([[{ text: "甲" }]], { shortName, id });
    const blocks: Block[] = [
      named("目录", "a"),
      named("收入/支出", "b"),
      named("收入/支出", "c"),
      named("", "d"),
    ];
    const { book } = await render(documentOf(...blocks, gridOf([], { caption: "长".repeat(50), id: "e" })));
    expect(book.SheetNames).toEqual(["目录", "目录(2)", "收入 支出", "收入 支出(2)", "题", "长".repeat(31)]);
  });

  test("an empty document, an empty grid and ragged rows are rendered", async () => {
    expect((await render(documentOf())).book.SheetNames).toEqual(["目录"]);
    expect((await render(documentOf(gridOf([])))).book.SheetNames).toEqual(["目录", "题"]);
    const ragged = gridOf([[], [{ text: "甲" }, { text: "乙", colSpan: 9, rowSpan: 9 }], [{ text: "丙" }]]);
    expect(sheetOf((await render(documentOf(ragged))).book, "题").A4?.v).toBe("丙");
  });

  test("a table that no spreadsheet can hold is an error and no bytes", async () => {
    const grid = gridOf([Array.from({ length: 16_385 }, () => ({ text: "" }))]);
    const { bytes, findings } = await xlsxRenderer.render({ document: documentOf(grid) });
    expect(bytes).toHaveLength(0);
    expect(findings).toMatchObject([{ rule: "render/workbook-limit", level: "error" }]);
  });

  test("a date that is no day does not stop the rendering", async () => {
    const { parts } = await render({ ...documentOf(), date: "二〇二三年" });
    expect(parts["docProps/core.xml"]).toContain("2000-01-01");
  });
});

test("a paragraph too high for one row is merged over several", async () => {
  const text = "一".repeat(3000);
  const { book } = await render(documentOf({ type: "paragraph", children: [{ text }] }));
  expect(sheetOf(book, "情况说明").A1?.v).toBe(text);
  expect(sheetOf(book, "情况说明")["!merges"]).toEqual([{ s: { r: 0, c: 0 }, e: { r: 2, c: 0 } }]);
});

test("a column is wide enough for its widest figure and code", async () => {
  const wide = "123456789012.34";
  const cells = [{ text: "2080505" }, { text: wide, number: { value: wide, decimals: 2 } }, { text: "名称" }];
  const columns = [1, 1, 60].map((width, index) => ({ id: `${index}`, width, align: "left" as const }));
  const { book } = await render(documentOf(gridOf([cells], { columns })));
  const widths = sheetOf(book, "题")["!cols"]?.map((column) => column.width ?? 0) ?? [];
  expect(widths[0]).toBeGreaterThanOrEqual(9);
  expect(widths[1]).toBeGreaterThanOrEqual(17);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(86);
});

test("a label stays on one line where other columns have width to spare", async () => {
  const label = { text: "机关事业单位基本养老保险缴费支出", indent: 2 };
  const columns = [20, 60].map((width, index) => ({ id: `${index}`, width, align: "left" as const }));
  const { book } = await render(documentOf(gridOf([[label, { text: "1" }]], { columns })));
  const sheet = sheetOf(book, "题");
  expect(sheet["!cols"]?.[0]?.width).toBeGreaterThanOrEqual(38);
  expect(sheet["!rows"]?.[1]?.hpt).toBe(20);
});

test("a table of twenty thousand rows has one total over all of them", async () => {
  const rows = Array.from({ length: 20_000 }, (_, row): Cell[] => [
    { text: `第${row}项支出` },
    { text: "0.10", number: { value: "0.10", decimals: 2 } },
  ]);
  const sum = rows.map((_, row) => ({ row: row + 1, column: 1, sign: 1 as const }));
  const total: Cell[] = [
    { text: "合计" },
    { text: "2000.00", number: { value: "2000.00", decimals: 2 }, sum },
  ];
  const { bytes } = await xlsxRenderer.render({ document: documentOf(gridOf([total, ...rows])) });
  expect(strFromU8(unzipSync(bytes)["xl/worksheets/sheet2.xml"] ?? new Uint8Array())).toContain(
    "<f>ROUND(SUM(B3:B20002),2)</f><v>2000</v>",
  );
});
