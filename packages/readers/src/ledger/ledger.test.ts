import { readdirSync, readFileSync } from "node:fs";
import { utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { readLedger } from "./ledger.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

test("a folder of CSV files gives one sheet a file; descriptions beside them are no tables", async () => {
  const folder = new URL("../../../../fixtures/wansheng-2023/", import.meta.url);
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const entries = names.map(({ name }) => ({ name, bytes: readFileSync(new URL(name, folder)) }));
  const { sheets, findings } = await readLedger(entries);
  expect(findings).toEqual([]);
  expect(sheets.map((sheet) => sheet.name)).toContain("prior-year-other");
  expect(sheets.find((sheet) => sheet.name === "ledger")?.rows.length).toBe(52);
});

test("a workbook is known by its content, whatever its name", async () => {
  const book = { SheetNames: ["a"], Sheets: { a: utils.aoa_to_sheet([["x"]]) } };
  const bytes = new Uint8Array(write(book, { type: "buffer" }));
  const { sheets } = await readLedger([{ name: "ledger.csv", bytes }]);
  expect(sheets.map((sheet) => sheet.name)).toEqual(["a"]);
});

test("text under a workbook's extension is refused, not read as one column", async () => {
  const { sheets, findings } = await readLedger([{ name: "a.xlsx", bytes: utf8("hello") }]);
  expect(sheets).toEqual([]);
  expect(findings).toMatchObject([{ rule: "reading/not-a-workbook" }]);
});

test("a file that is no table is left out of a folder with a notice", async () => {
  const { findings } = await readLedger([
    { name: "ledger.csv", bytes: utf8("a,b\n") },
    { name: "scan.pdf", bytes: utf8("%PDF-1.7") },
    { name: "~$ledger.xlsx", bytes: utf8("") },
  ]);
  expect(findings).toMatchObject([{ rule: "reading/ignored-file", place: { file: "scan.pdf" } }]);
});
