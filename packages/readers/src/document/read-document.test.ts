import { CFB, utils, type WorkSheet, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readDocuments } from "../read-document.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
/** 预算 in GBK. */
const BUDGET = [0xd4, 0xa4, 0xcb, 0xe3];
const page = utf8(
  "<html><body><table><tr><th>项目</th><th>金额</th></tr><tr><td>甲</td><td>1.00</td></tr></table>",
);

function workbook(bookType: "xlsx" | "biff8" | "ods"): Uint8Array {
  const sheet: WorkSheet = utils.aoa_to_sheet([
    ["项目", "金额"],
    ["甲", 1],
  ]);
  return new Uint8Array(write({ SheetNames: ["表"], Sheets: { 表: sheet } }, { type: "array", bookType }));
}

async function rules(name: string, bytes: Uint8Array): Promise<string[]> {
  const { documents, findings } = await readDocuments([{ name, bytes }]);
  return [...documents.flatMap((document) => document.findings), ...findings].map(({ rule }) => rule);
}

test("the type of a file is decided by its bytes", async () => {
  const files = [
    { name: "a", bytes: workbook("xlsx") },
    { name: "b", bytes: workbook("biff8") },
    { name: "c", bytes: workbook("ods") },
    { name: "d", bytes: page },
    { name: "e", bytes: utf8("项目\t金额\n甲\t1.00") },
  ];
  const { documents, findings } = await readDocuments(files);
  expect(documents.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "a spreadsheet",
    "b spreadsheet",
    "c spreadsheet",
    "d html",
    "e text",
  ]);
  for (const { document } of documents)
    expect(document.blocks.filter((block) => block.type === "grid").length).toBe(1);
  expect(findings).toEqual([]);
});

test("a page that calls itself PDF is read as a page, with a notice", async () => {
  const { documents } = await readDocuments([{ name: "情况说明.pdf", bytes: page }]);
  expect(documents).toMatchObject([
    { kind: "html", findings: [{ rule: "read/name-differs", level: "notice" }] },
  ]);
  expect(documents[0]?.findings[0]?.message.zh).toContain("HTML");
});

test("a table of a page that calls itself .xls keeps its place in the page", async () => {
  const { documents } = await readDocuments([{ name: "a.xls", bytes: page }]);
  const grid = documents[0]?.document.blocks.find((block) => block.type === "grid");
  expect(grid?.rows[1]?.[1]?.place).toEqual({ kind: "line", file: "a.xls", line: 1 });
});

test("names in an archive made on Windows are read, and files in it are named by their path", async () => {
  const bytes = Buffer.from(zipSync({ "XXXX/a.txt": utf8("项目\t金额\n甲\t1.00") }));
  for (let at = bytes.indexOf("XXXX"); at >= 0; at = bytes.indexOf("XXXX", at + 4)) bytes.set(BUDGET, at);
  const { documents } = await readDocuments([{ name: "包.zip", bytes }]);
  expect(documents.map(({ name }) => name)).toEqual(["包.zip/预算/a.txt"]);
});

test("archives in archives are read to the third level", async () => {
  const nest = (depth: number): Uint8Array =>
    depth === 0 ? page : zipSync({ "in.zip": [nest(depth - 1), { level: 0 }] });
  const { documents } = await readDocuments([{ name: "p.zip", bytes: nest(3) }]);
  expect(documents.map(({ name }) => name)).toEqual(["p.zip/in.zip/in.zip/in.zip"]);
  expect(await rules("p.zip", nest(4))).toEqual(["read/nested-too-deep"]);
});

test("a bomb in an archive is refused without being unpacked, and its neighbours are read", async () => {
  const bytes = zipSync({ "bomb.txt": new Uint8Array(64 * 1024 * 1024), "b.html": page }, { level: 9 });
  const { documents, findings } = await readDocuments([{ name: "p.zip", bytes }]);
  expect(documents.map(({ name }) => name)).toEqual(["p.zip/b.html"]);
  expect(findings).toMatchObject([{ rule: "read/too-large", place: { file: "p.zip/bomb.txt" } }]);
});

test("a bomb that calls itself a document is refused", async () => {
  const bytes = zipSync({ "word/document.xml": new Uint8Array(64 * 1024 * 1024) }, { level: 9 });
  expect(await rules("a.docx", bytes)).toEqual(["read/too-large"]);
});

test("what nobody publishes is left out in silence, but an empty pack is said to be empty", async () => {
  const names = ["__MACOSX/._a.docx", ".DS_Store", "a/Thumbs.db", "~$a.docx"];
  const { documents, findings } = await readDocuments(names.map((name) => ({ name, bytes: page })));
  expect(documents).toEqual([]);
  expect(findings.map(({ rule }) => rule)).toEqual(["read/no-files"]);
});

test("images, encrypted files, foreign and unknown types are refused with what to do", async () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
  const compound = (stream: string) => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, stream, Buffer.alloc(5000, 1));
    return new Uint8Array(CFB.write(container, { type: "buffer" }) as Buffer);
  };
  expect(await rules("a.png", png)).toEqual(["read/image"]);
  expect(await rules("a.xlsx", compound("EncryptedPackage"))).toEqual(["read/encrypted"]);
  expect(await rules("a.doc", compound("WordDocument"))).toEqual(["read/damaged"]);
  expect(await rules("a.ofd", zipSync({ "OFD.xml": strToU8("<a/>") }))).toEqual(["read/unknown-type"]);
  expect(await rules("a.rar", utf8("Rar!\u001a\u0007"))).toEqual(["read/unknown-type"]);
  expect(await rules("a", Uint8Array.from([0, 1, 2, 3, 255]))).toEqual(["read/unknown-type"]);
  expect(await rules("a", new Uint8Array())).toEqual(["read/empty"]);
});

test.each([
  ["预算.rar", utf8("Rar!\u001a\u0007"), "RAR", ".zip"],
  ["预算.7z", Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), "7z", ".zip"],
  ["预算.ofd", zipSync({ "OFD.xml": strToU8("<a/>") }), "OFD", "PDF"],
  ["预算.rtf", utf8("{\\rtf1\\ansi}"), "RTF", ".docx"],
  ["预算.wps", new Uint8Array(CFB.write(CFB.utils.cfb_new(), { type: "buffer" }) as Buffer), "OLE", "加密"],
])("a refused type is named in one sentence with its own advice: %s", async (name, bytes, type, advice) => {
  const { documents, findings } = await readDocuments([{ name, bytes }]);
  expect(documents).toEqual([]);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message.zh).toMatch(new RegExp(`^[^。]*${type}[^。]*。$`));
  expect(findings[0]?.remedy?.zh).toContain(advice);
  expect(findings[0]?.remedy?.en).not.toBe("");
});

test("every finding is in both languages, says what to do and in which file", async () => {
  const { findings } = await readDocuments([
    { name: "a.png", bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
    { name: "b", bytes: Uint8Array.from([0, 1]) },
  ]);
  expect(findings.length).toBe(2);
  for (const { message, remedy, place } of findings) {
    expect(message.zh).toMatch(/\p{Script=Han}/u);
    expect(message.en).toMatch(/[a-z]/);
    expect(remedy?.zh).toMatch(/\p{Script=Han}/u);
    expect(place?.file).toMatch(/^(a\.png|b)$/);
  }
});
