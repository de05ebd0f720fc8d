import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readLedger } from "../ledger/index.ts";
import { readDocuments } from "../read-document.ts";

const SECRET = new URL(import.meta.url).pathname;
const OUTSIDE = `<!DOCTYPE x [<!ENTITY e SYSTEM "file://${SECRET}"><!ENTITY h SYSTEM "http://elsewhere.example/">]>`;
const NESTED = Array.from(
  { length: 12 },
  (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
).join("");
const MANY = `<!DOCTYPE x [<!ENTITY e0 "哈">${NESTED}<!ENTITY e "&e12;"><!ENTITY h "">]>`;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relation = (type: string, target: string) =>
  `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

function word(doctype: string): Uint8Array {
  const main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  return zip({
    "[Content_Types].xml": `${TYPES}<Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    "_rels/.rels": relation("officeDocument", "word/document.xml"),
    "word/document.xml": `${HEAD}${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>部门预算 &e; &h;</w:t></w:r></w:p></w:body></w:document>`,
  });
}

function workbook(doctype: string): Uint8Array {
  const main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return zip({
    "[Content_Types].xml": `${TYPES}<Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${main}.worksheet+xml"/></Types>`,
    "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
    "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
    "xl/workbook.xml": `${HEAD}${doctype}<workbook xmlns="${space}" xmlns:r="${OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/worksheets/sheet1.xml": `${HEAD}${doctype}<worksheet xmlns="${space}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>预算 &e; &h;</t></is></c></row></sheetData></worksheet>`,
  });
}

function zip(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const page = (doctype: string) =>
  strToU8(
    `${HEAD}${doctype}<html><body><p>部门预算 &e; &h;</p><table><tr><td>1 &e;</td></tr></table></body></html>`,
  );

test.each([
  ["a.docx", word],
  ["a.xlsx", workbook],
  ["a.html", page],
] as const)(
  "entities in %s: of a document from outside are not fetched, and those inside do not multiply",
  async (name, make) => {
    for (const doctype of [OUTSIDE, MANY]) {
      const bytes = make(doctype);
      const read = [await readDocuments([{ name, bytes }]), await readLedger([{ name, bytes }])];
      const text = JSON.stringify(read);
      expect(text).not.toMatch(/SECRET|strToU8|哈哈哈/);
      expect(text.length).toBeLessThan(20_000);
    }
  },
);
