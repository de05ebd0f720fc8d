import { type CellObject, CFB, utils, type WorkSheet, write } from "@e965/xlsx";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readWorkbookSheets } from "./workbook.ts";

function workbook(bookType: "xlsx" | "biff8" | "ods" | "xlsb"): Uint8Array {
  const sheet: WorkSheet = {
    A1: { t: "s", v: "金额" },
    B1: { t: "n", v: 0.1 + 0.2 },
    C1: { t: "n", v: 44967, z: "yyyy/m/d" },
    A2: { t: "b", v: true },
    B2: { t: "n", v: 3, f: "1+2" },
    D1: { t: "n", v: 5049 },
    "!ref": "A1:D2",
    "!merges": [{ s: { r: 0, c: 3 }, e: { r: 1, c: 3 } }],
  };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "明细");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["密"]]), "隐藏表");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return new Uint8Array(write(book, { type: "buffer", bookType }));
}

const rules = async (bytes: Uint8Array, name = "x.xlsx") =>
  (await readWorkbookSheets(bytes, name)).findings.map((finding) => finding.rule);

test.each(["xlsx", "biff8", "xlsb", "ods"] as const)(
  "cells of %s keep kind, text and place",
  async (type) => {
    const { sheets, findings } = await readWorkbookSheets(workbook(type), "a");
    const cells = sheets[0]?.rows.map((row) => row.map(({ kind, text }) => `${kind}:${text}`));
    expect(findings).toEqual([]);
    expect(cells).toEqual([
      ["text:金额", "number:0.3", "date:2023-02-10", "number:5049"],
      ["boolean:TRUE", "number:3"],
    ]);
    expect(sheets[0]?.rows[0]?.[3]?.place).toEqual({ kind: "sheet", file: "a", sheet: "明细", cell: "D1" });
    expect(sheets[0]?.merges).toEqual([{ top: 0, left: 3, bottom: 1, right: 3 }]);
  },
);

test.each(["xlsx", "biff8", "xlsb"] as const)("hidden sheets of %s are read and marked", async (type) => {
  const { sheets } = await readWorkbookSheets(workbook(type), "a");
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ["明细", undefined],
    ["隐藏表", true],
  ]);
});

test("a formula is kept beside its result; one that was never calculated is blank, one that gave nothing is text", async () => {
  const sheet: WorkSheet = {
    A1: { t: "n", v: 3, f: "1+2" },
    B1: { t: "n", f: "1/0" } as CellObject,
    C1: { t: "str", v: "", f: 'IF(A1=3,"","x")' } as unknown as CellObject,
    "!ref": "A1:C1",
  };
  const bytes = new Uint8Array(write({ SheetNames: ["a"], Sheets: { a: sheet } }, { type: "buffer" }));
  const { sheets } = await readWorkbookSheets(bytes, "a.xlsx");
  expect(sheets[0]?.rows[0]).toMatchObject([
    { kind: "number", text: "3", formula: "1+2" },
    { kind: "blank", text: "", formula: "1/0" },
    { kind: "text", text: "", formula: 'IF(A1=3,"","x")' },
  ]);
});

test("an error cell is its code", async () => {
  const sheet: WorkSheet = { A1: { t: "e", v: 7 }, B1: { t: "e", v: 42 }, "!ref": "A1:B1" };
  const bytes = new Uint8Array(write({ SheetNames: ["a"], Sheets: { a: sheet } }, { type: "buffer" }));
  const { sheets } = await readWorkbookSheets(bytes, "a.xlsx");
  expect(sheets[0]?.rows[0]).toMatchObject([
    { kind: "error", text: "#DIV/0!" },
    { kind: "error", text: "#N/A" },
  ]);
});

test("a web page that calls itself .xls is read, with its leading zeros", async () => {
  const page =
    '<html><meta charset="utf-8"><table><tr><td>单位编码</td></tr><tr><td>001</td></tr></table></html>';
  const { sheets } = await readWorkbookSheets(strToU8(page), "export.xls");
  expect(sheets[0]?.rows.map((row) => row[0]?.text)).toEqual(["单位编码", "001"]);
});

test("an encrypted workbook is named as such", async () => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, "/EncryptionInfo", new Uint8Array(64));
  CFB.utils.cfb_add(container, "/EncryptedPackage", new Uint8Array(5000));
  const bytes = new Uint8Array(CFB.write(container, { type: "array" }) as number[]);
  expect(await rules(bytes)).toEqual(["reading/encrypted"]);
});

test("a Word file is no workbook, in the old format and in the new one", async () => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, "/WordDocument", new Uint8Array(5000));
  expect(await rules(new Uint8Array(CFB.write(container, { type: "array" }) as number[]))).toEqual([
    "reading/not-a-workbook",
  ]);
  expect(await rules(zipSync({ "word/document.xml": strToU8("<w/>") }))).toEqual(["reading/not-a-workbook"]);
});

test("a workbook that was cut off is damaged", async () => {
  const bytes = workbook("xlsx");
  expect(await rules(bytes.subarray(0, bytes.length - 200))).toEqual(["reading/damaged"]);
});

test("a zip that unpacks to a thousand times its size is refused before unpacking", async () => {
  const bomb = zipSync({ "xl/workbook.xml": strToU8("<w/>"), "xl/a.xml": new Uint8Array(8 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(20_000);
  expect(await rules(bomb)).toEqual(["reading/too-large"]);
});

test("a zip that lies about its sizes is refused", async () => {
  const bomb = zipSync({ "xl/workbook.xml": strToU8("<w/>"), "xl/a.xml": new Uint8Array(8 * 1024 * 1024) });
  expect(await rules(declareSize(bomb, 8 * 1024 * 1024, 4096))).toEqual(["reading/damaged"]);
});

test("two cells at opposite corners of the grid do not fill memory", async () => {
  const { sheets } = await readWorkbookSheets(sparseXlsx(), "a.xlsx");
  expect(sheets[0]?.rows.at(-1)?.at(-1)?.text).toBe("2");
  expect(sheets[0]?.rows.length).toBe(1048576);
});

test("any bytes behind any signature are read or refused without an exception", async () => {
  const signatures = [
    [],
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    [...strToU8("<html><table>")],
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...signatures),
      fc.uint8Array({ maxLength: 2000 }),
      async (start, rest) => {
        const { sheets, findings } = await readWorkbookSheets(Uint8Array.from([...start, ...rest]), "x");
        expect(sheets.length + findings.length).toBeGreaterThan(0);
      },
    ),
  );
});

test("a workbook with any byte changed is read or refused without an exception", async () => {
  const books = { xlsx: workbook("xlsx"), biff8: workbook("biff8"), ods: workbook("ods") };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("xlsx", "biff8", "ods"),
      fc.nat(),
      fc.nat(255),
      async (type, position, value) => {
        const bytes = Uint8Array.from(books[type]);
        bytes[position % bytes.length] = value;
        const { sheets, findings } = await readWorkbookSheets(bytes, "x");
        expect(sheets.length + findings.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 200 },
  );
});

test("a workbook with which the parser would never end is damaged", { timeout: 60_000 }, async () => {
  const bytes = workbook("biff8");
  // The kind of a record: read as the formula of an array, it has no end.
  bytes[2132] = 0x21;
  expect(await rules(bytes, "x.xls")).toEqual(["reading/damaged"]);
});

/** Replaces a declared size wherever the zip states it. */
function declareSize(zip: Uint8Array, from: number, to: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const wanted = Buffer.alloc(4);
  wanted.writeUInt32LE(from);
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 4))
    bytes.writeUInt32LE(to, at);
  return bytes;
}

function sparseXlsx(): Uint8Array {
  const cell = (address: string, value: number) => `<c r="${address}"><v>${value}</v></c>`;
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${packages}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    ),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet xmlns="${main}"><dimension ref="A1:XFD1048576"/><sheetData><row r="1">${cell("A1", 1)}</row><row r="1048576">${cell("XFD1048576", 2)}</row></sheetData></worksheet>`,
    ),
  });
}
