import fc from "fast-check";
import { expect, test } from "vitest";
import { readCsvSheet } from "./csv.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const texts = (bytes: Uint8Array) =>
  readCsvSheet(bytes, "ledger.csv").sheet?.rows.map((row) => row.map((cell) => cell.text));

test("a byte order mark is no part of the first heading", () => {
  expect(texts(utf8("\ufeffyear,unit\r\n2023,organ\r\n"))).toEqual([
    ["year", "unit"],
    ["2023", "organ"],
  ]);
});

test("a file in GBK is read where it is no UTF-8", () => {
  const budget = [0xd4, 0xa4, 0xcb, 0xe3];
  expect(texts(Uint8Array.from([...budget, 0x2c, 0x31, 0x0a]))).toEqual([["预算", "1"]]);
});

test("Unicode text as a spreadsheet saves it (UTF-16, tabs) is read", () => {
  const bytes = Buffer.from("\ufeff单位\t金额\r\n机关\t1,234.50\r\n", "utf16le");
  expect(texts(bytes)).toEqual([
    ["单位", "金额"],
    ["机关", "1,234.50"],
  ]);
});

test("quoted fields hold delimiters, quotes and line breaks, and later places still give the file's lines", () => {
  const { sheet } = readCsvSheet(utf8('a,b\n"x, ""y""\nz",2\nlast,3'), "notes.csv");
  expect(sheet?.rows[1]?.map((cell) => cell.text)).toEqual(['x, "y"\nz', "2"]);
  expect(sheet?.rows[2]?.[1]?.place).toEqual({ kind: "line", file: "notes.csv", line: 4, column: 2 });
});

test("semicolons and tabs separate where they are what the heading uses", () => {
  expect(texts(utf8("a;b;c,d\n1;2;3"))?.[1]).toEqual(["1", "2", "3"]);
  expect(texts(utf8("a\tb\tc,d\n1\t2\t3"))?.[1]).toEqual(["1", "2", "3"]);
});

test("leading zeros stay and an empty field is blank", () => {
  const { sheet } = readCsvSheet(utf8("001,,x\n"), "units.csv");
  expect(sheet?.rows[0]?.map(({ kind, text }) => [kind, text])).toEqual([
    ["text", "001"],
    ["blank", ""],
    ["text", "x"],
  ]);
});

test("a quote that is never closed is reported on the line where it opens", () => {
  const { findings } = readCsvSheet(utf8('a,b\n1,"2\n3,4\n'), "ledger.csv");
  expect(findings).toMatchObject([{ rule: "reading/unclosed-quote", place: { line: 2 } }]);
});

test("a binary file is no text", () => {
  const { sheet, findings } = readCsvSheet(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "a.csv");
  expect(sheet).toBeUndefined();
  expect(findings).toMatchObject([{ rule: "reading/no-text", level: "error" }]);
});

test("what is quoted by the rules comes back as it was", () => {
  const field = fc.string({ unit: fc.constantFrom("a", "预", ",", '"', "\n", ";", " ", "=") });
  const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(table, (rows) => {
      const all = [["h1", "h2"], ...rows];
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const file = all.map((row) => row.map(quote).join(",")).join("\r\n");
      expect(texts(utf8(file))).toEqual(all);
    }),
  );
});

test("any bytes are read or refused without an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const { sheet, findings } = readCsvSheet(bytes, "x.csv");
      expect(sheet !== undefined || findings.length > 0).toBe(true);
    }),
  );
});
