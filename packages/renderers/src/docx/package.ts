import type { Document } from "@mingzhang/core";
import { type Document as DocxDocument, Packer } from "docx";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { mapStrings } from "./strings.ts";
import { escapeXml } from "./xml.ts";

const EDITS: Readonly<Record<string, (xml: string, tables: readonly string[]) => string>> = {
  "word/document.xml": withTables,
  "word/styles.xml": withoutSnapping,
};
const PLACEHOLDER = /<w:tablePlaceholder><w:id w:val="(\d+)"\/><\/w:tablePlaceholder>/g;

/** The zip format's earliest date. It stores local time, so the parts are given as local time. */
const ZIP_DATE = new Date(1980, 0, 1);

/**
 * The file's bytes. The library stamps the properties and the zip with the time of day; both are replaced, so that
 * the same document gives the same bytes.
 */
export async function packDocx(
  file: DocxDocument,
  document: Document,
  tables: readonly string[],
): Promise<Uint8Array> {
  const written = await Packer.toArrayBuffer(file, undefined, [
    { path: "docProps/core.xml", data: coreProperties(document) },
  ]);
  const parts = unzipSync(new Uint8Array(written));
  const zippable: Zippable = {};
  for (const [path, bytes] of Object.entries(parts)) {
    const edit = EDITS[path];
    const content = edit === undefined ? bytes : strToU8(edit(strFromU8(bytes), tables));
    zippable[path] = [content, { mtime: ZIP_DATE }];
  }
  return zipSync(zippable);
}

/** A noncharacter that XML cannot hold, so that no cleaned text has one, yet the library passes it on. */
const BRACE = "\uffff";

/**
 * The library takes text in braces for a reference to a list or an image and replaces it, e.g. the text
 * "{default-bullet-numbering-0}" by "1". So it never sees a brace; `packDocx` puts them back.
 */
export function withoutBraces(document: Document): Document {
  return mapStrings(document, (text) => text.replaceAll("{", BRACE));
}

function withTables(xml: string, tables: readonly string[]): string {
  return xml.replace(PLACEHOLDER, (_, index) => tables[Number(index)] ?? "").replaceAll(BRACE, "{");
}

/**
 * The page's grid of 22 lines is there for what the office types later. Lines have exact heights already, and
 * LibreOffice would stretch those of tables to the grid's. The library has no option for it.
 */
function withoutSnapping(xml: string): string {
  return xml.replace(`<w:widowControl w:val="false"/>`, `$&<w:snapToGrid w:val="0"/>`);
}

function coreProperties({ title, author, date, language }: Document): string {
  const person = author === undefined ? "" : escapeXml(author);
  const time = (name: string) =>
    date === undefined
      ? ""
      : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(date)}T00:00:00Z</dcterms:${name}>`;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`,
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`,
    ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"`,
    ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${person}</dc:creator><dc:language>${escapeXml(language)}</dc:language>`,
    `<cp:lastModifiedBy>${person}</cp:lastModifiedBy>${time("created")}${time("modified")}</cp:coreProperties>`,
  ].join("");
}
