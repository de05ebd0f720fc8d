import { read } from "@e965/xlsx";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import {
  type Cell,
  PAGE_NUMBER_FOOTER,
  reference,
  type Sheet,
  type Workbook,
  writeWorkbook,
} from "./index.ts";

const bookOf = (sheet: Partial<Sheet>, more: Partial<Workbook> = {}): Workbook => ({
  styles: {},
  sheets: [{ name: "表一", rows: [], ...sheet }],
  ...more,
});
const row = (...cells: (Cell | undefined)[]) => ({ cells });
const partsOf = async (workbook: Workbook) => {
  const entries = Object.entries(unzipSync(await writeWorkbook(workbook)));
  return Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
};
const sheetXml = async (workbook: Workbook) => (await partsOf(workbook))["xl/worksheets/sheet1.xml"] ?? "";
const readBack = async (workbook: Workbook) =>
  read(await writeWorkbook(workbook), { cellFormula: true, cellNF: true });

describe("bytes", () => {
  test("the same workbook gives the same bytes years later", async () => {
    const book = bookOf({ rows: [row({ value: "甲", note: "说明" })] }, { title: "题", date: "2023-03-01" });
    const first = await writeWorkbook(book);
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-06T07:08:09Z") });
    const later = await writeWorkbook(book);
    vi.useRealTimers();
    expect(Buffer.compare(first, later)).toBe(0);
  });

  test("the date of the metadata is the workbook's", async () => {
    const parts = await partsOf(bookOf({}, { date: "2023-03-01" }));
    expect(parts["docProps/core.xml"]).toContain(">2023-03-01T00:00:00Z</dcterms:modified>");
  });
});

describe("cells", () => {
  test("holes in rows and missing rows are left empty", async () => {
    const sheet = (
      await readBack(bookOf({ rows: [undefined, row(undefined, { value: "乙" }), undefined, row()] }))
    ).Sheets.表一;
    expect(sheet?.B2?.v).toBe("乙");
    expect(sheet?.A1).toBeUndefined();
  });

  test("a number is written with its own digits, without noise", async () => {
    const numbers = ["300.32", "0.1", "-1234567890123.45", "100", "0.00"];
    const xml = await sheetXml(bookOf({ rows: [row(...numbers.map((number) => ({ value: { number } })))] }));
    expect([...xml.matchAll(/<v>(.*?)<\/v>/g)].map((match) => match[1])).toEqual([
      "300.32",
      "0.1",
      "-1234567890123.45",
      "100",
      "0",
    ]);
  });

  test("a number with more digits than a sheet keeps is refused", async () => {
    await expect(
      writeWorkbook(bookOf({ rows: [row({ value: { number: "12345678901234.567" } })] })),
    ).rejects.toThrow(RangeError);
  });

  test("text that begins like a formula stays text, also after a person edits it", async () => {
    const texts = ["=1+1", "+1", "-2项", "@SUM(A1)", '=HYPERLINK("http://a")'];
    const sheet = (await readBack(bookOf({ rows: [row(...texts.map((value) => ({ value })))] }))).Sheets.表一;
    texts.forEach((text, index) => {
      expect(sheet?.[`${"ABCDE"[index]}1`]).toMatchObject({ t: "s", v: text, z: "@" });
    });
    const xml = await sheetXml(bookOf({ rows: [row(...texts.map((value) => ({ value })))] }));
    expect(xml).not.toContain("<f>");
  });

  test("text that reads like an error value stays text", async () => {
    const sheet = (await readBack(bookOf({ rows: [row({ value: "#DIV/0!" }, { value: "#N/A" })] }))).Sheets
      .表一;
    expect(sheet?.A1).toMatchObject({ t: "s", v: "#DIV/0!" });
    expect(sheet?.B1).toMatchObject({ t: "s", v: "#N/A" });
  });

  test("any text comes back as text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1 }), async (text) => {
        const value = text.replaceAll(/[\p{Cc}\ufffe\uffff]/gu, "文");
        const sheet = (await readBack(bookOf({ rows: [row({ value }, { value: `_x0041_${value}` })] })))
          .Sheets.表一;
        expect(sheet?.A1).toMatchObject({ t: "s", v: value });
        expect(sheet?.B1).toMatchObject({ t: "s", v: `_x0041_${value}` });
      }),
      { numRuns: 150 },
    );
  });

  test("characters that XML cannot carry are left out and the file stays readable", async () => {
    const parts = await partsOf(bookOf({ rows: [row({ value: "a\u0000b\u000bc\ud800d\uffff" })] }));
    expect(parts["xl/sharedStrings.xml"]).toContain("<t>abcd</t>");
  });

  test("a formula is written with its cached value and its format", async () => {
    const book = bookOf({
      rows: [
        row({ value: { formula: "ROUND(SUM(B1:C1),2)", cached: { number: "3.30" } }, numberFormat: "0.00" }),
      ],
    });
    expect((await readBack(book)).Sheets.表一?.A1).toMatchObject({
      f: "ROUND(SUM(B1:C1),2)",
      v: 3.3,
      w: "3.30",
    });
    const text = bookOf({
      rows: [row({ value: { formula: "INDEX(科目!B:B,MATCH(A2,科目!A:A,0))", cached: "名称" } })],
    });
    expect((await readBack(text)).Sheets.表一?.A1).toMatchObject({ t: "s", v: "名称" });
  });

  test("a note and a link belong to their cell", async () => {
    const book = bookOf({ rows: [row({ value: "甲", note: "填整数", link: reference("表一", "A9") })] });
    const parts = await partsOf(book);
    expect(parts["xl/comments1.xml"]).toContain("填整数");
    expect(parts["xl/worksheets/sheet1.xml"]).toContain(
      `<hyperlink ref="A1" location="&apos;表一&apos;!A9"/>`,
    );
  });
});

test("the box of a note grows with its text", async () => {
  const anchorOf = async (note: string) => {
    const parts = await partsOf(
      bookOf({ columns: [{}, { width: 20 }, { width: 20 }], rows: [row({ note })] }),
    );
    return /<x:Anchor>(.*?)</.exec(parts["xl/drawings/vmlDrawing1.vml"] ?? "")?.[1];
  };
  expect(await anchorOf("填整数")).toBe("1,15,0,2,3,15,2,4");
  expect(await anchorOf("从下拉列表选择科目编码。".repeat(20))).toBe("1,15,0,2,3,15,14,4");
});

describe("sheets", () => {
  test("hidden and deeply hidden sheets are marked, and the first visible one is shown", async () => {
    const sheets: Sheet[] = [
      { name: "科目", hidden: true, rows: [] },
      { name: "内部", hidden: "deep", rows: [] },
      { name: "填报", rows: [] },
    ];
    const parts = await partsOf({ styles: {}, sheets });
    expect(parts["xl/workbook.xml"]).toContain('name="科目" sheetId="1" r:id="rId1" state="hidden"');
    expect(parts["xl/workbook.xml"]).toContain('name="内部" sheetId="2" r:id="rId2" state="veryHidden"');
    expect(parts["xl/workbook.xml"]).toContain('activeTab="2"');
  });

  test("print settings are A4, one page wide, with title rows, an area and page numbers", async () => {
    const print = {
      orientation: "landscape",
      area: "A1:F40",
      titleRows: [2, 3],
      footer: PAGE_NUMBER_FOOTER,
    } as const;
    const parts = await partsOf(bookOf({ name: "表 十六（1）", rows: [row({ value: "甲" })], print }));
    const xml = parts["xl/worksheets/sheet1.xml"];
    expect(xml).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toContain("<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter>");
    expect(parts["xl/workbook.xml"]).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'表 十六（1）'!$A$1:$F$40</definedName>`,
    );
    expect(parts["xl/workbook.xml"]).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'表 十六（1）'!$3:$4</definedName>`,
    );
  });

  test("widths, heights, merges, frozen panes, filter and protection are written", async () => {
    const xml = await sheetXml(
      bookOf({
        columns: [{ width: 10 }, { width: 5, hidden: true }],
        rows: [{ cells: [{ value: "甲" }], height: 30 }],
        merges: [{ row: 0, column: 0, rowSpan: 2, columnSpan: 3 }],
        frozen: { rows: 1 },
        autoFilter: "A1:C9",
        protection: { allow: ["filter"] },
      }),
    );
    expect(xml).toContain('<col min="1" max="1" width="10" customWidth="true"/>');
    expect(xml).toContain('width="5" customWidth="true" hidden="true"');
    expect(xml).toContain('<row r="1" ht="30" customHeight="1">');
    expect(xml).toContain('<mergeCell ref="A1:C2"/>');
    expect(xml).toContain('ySplit="1" topLeftCell="A2" state="frozen"');
    expect(xml).toContain('<autoFilter ref="A1:C9"/>');
    expect(xml).toContain('<sheetProtection sheet="1" objects="1" scenarios="1" autoFilter="0"/>');
  });
});

describe("validations", () => {
  const xmlOf = (rule: NonNullable<Sheet["validations"]>[number]["rule"], more = {}) =>
    sheetXml(bookOf({ validations: [{ range: "B2:B500", rule, ...more }] }));

  test("a drop-down takes its list from a range, a name or a dependent formula", async () => {
    for (const source of ["科目!$A$2:$A$1600", "functionalCodes", "INDIRECT($A2)"]) {
      expect(await xmlOf({ type: "list", source })).toContain(
        `<dataValidation type="list" sqref="B2:B500" allowBlank="1" showErrorMessage="1"><formula1>${source}</formula1>`,
      );
    }
  });

  test("an inline list is quoted, and refused where a comma would split a value", async () => {
    expect(await xmlOf({ type: "inline-list", values: ["是", "否"] })).toContain(
      '<formula1>"是,否"</formula1>',
    );
    await expect(xmlOf({ type: "inline-list", values: ["a,b"] })).rejects.toThrow(RangeError);
  });

  test("messages are written, and refused where they are longer than Excel reads", async () => {
    const error = { title: "科目编码", text: "请从下拉列表选择。" };
    const xml = await xmlOf({ type: "list", source: "codes" }, { error, prompt: error });
    expect(xml).toContain(
      'errorStyle="stop" promptTitle="科目编码" prompt="请从下拉列表选择。" errorTitle="科目编码"',
    );
    const long = { title: "题", text: "长".repeat(226) };
    await expect(xmlOf({ type: "list", source: "codes" }, { error: long })).rejects.toThrow(RangeError);
  });

  test("a number rule has its bounds", async () => {
    expect(await xmlOf({ type: "decimal", minimum: "0" })).toContain('operator="greaterThanOrEqual"');
    expect(await xmlOf({ type: "whole", minimum: "0", maximum: "9" })).toContain(
      "<formula1>0</formula1><formula2>9</formula2>",
    );
  });
});

describe("limits", () => {
  test.each<[string, Workbook]>([
    [
      "two sheets of one name",
      {
        styles: {},
        sheets: [
          { name: "A", rows: [] },
          { name: "a", rows: [] },
        ],
      },
    ],
    ["no visible sheet", bookOf({ hidden: true })],
    ["an illegal sheet name", bookOf({ name: "a/b" })],
    ["an unknown style", bookOf({ rows: [row({ value: "甲", style: "none" })] })],
    [
      "overlapping merges",
      bookOf({
        merges: [
          { row: 0, column: 0, rowSpan: 2, columnSpan: 1 },
          { row: 1, column: 0, rowSpan: 1, columnSpan: 2 },
        ],
      }),
    ],
    ["a name that is an address", bookOf({}, { names: [{ name: "A1", refersTo: "'表一'!$A$1" }] })],
    ["a text that is too long", bookOf({ rows: [row({ value: "长".repeat(32_768) })] })],
  ])("%s is refused", async (_, workbook) => {
    await expect(writeWorkbook(workbook)).rejects.toThrow(RangeError);
  });

  test("a defined name is written with its scope", async () => {
    const names = [
      { name: "functionalCodes", refersTo: "'表一'!$A$2:$A$9" },
      { name: "一级", refersTo: "'表一'!$B$1", sheet: "表一" },
    ];
    const xml = (await partsOf(bookOf({}, { names })))["xl/workbook.xml"];
    expect(xml).toContain(`<definedName name="functionalCodes">'表一'!$A$2:$A$9</definedName>`);
    expect(xml).toContain(`<definedName name="一级" localSheetId="0">'表一'!$B$1</definedName>`);
  });
});
