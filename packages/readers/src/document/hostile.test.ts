import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { docxRenderer } from "../../../renderers/src/docx/index.ts";
import { htmlRenderer } from "../../../renderers/src/html/index.ts";
import { sampleDocument } from "../../../renderers/src/testing/sample.ts";
import { xlsxRenderer } from "../../../renderers/src/xlsx/index.ts";
import { type DocumentsReading, readDocuments } from "../read-document.ts";

const real: Record<string, Uint8Array> = {};

beforeAll(async () => {
  const document = sampleDocument();
  for (const renderer of [xlsxRenderer, docxRenderer, htmlRenderer])
    real[renderer.id] = (await renderer.render({ document })).bytes;
});

/** Something was read or something was said. */
function expectAnswer({ documents, findings }: DocumentsReading): void {
  expect(documents.length + findings.length).toBeGreaterThan(0);
}

const SIGNATURES = [
  [],
  [0x50, 0x4b, 3, 4],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  [...strToU8("<html><table><tr><td>")],
  [...strToU8("%PDF-1.7\n")],
  [0xff, 0xfe],
];

test("any bytes behind any signature are read or refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...SIGNATURES),
      fc.uint8Array({ maxLength: 3000 }),
      fc.string(),
      async (start, rest, name) => {
        fc.pre(!/^\.|^~\$/.test(name));
        expectAnswer(
          await readDocuments([{ name: `x${name}`, bytes: Uint8Array.from([...start, ...rest]) }]),
        );
      },
    ),
    { numRuns: 150 },
  );
});

test("any XML in the parts of a docx is read or refused", async () => {
  const tag = fc.constantFrom(
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:tcPr",
    "w:gridSpan",
    "w:vMerge",
    "w:sdt",
  );
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.nat().map((number) => `<w:gridSpan w:val="${number}"/>`),
    fc.constant(`<w:vMerge w:val="restart"/>`),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const xml = `<w:document><w:body>${pieces.join("")}`;
      const bytes = zipSync({ "word/document.xml": strToU8(xml) });
      expectAnswer(await readDocuments([{ name: "a.docx", bytes }]));
    }),
  );
});

test("a real file that was cut off is read or refused", async () => {
  for (const [id, bytes] of Object.entries(real)) {
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.99, 0.9999]) {
      const reading = await readDocuments([{ name: `a.${id}`, bytes: bytes.slice(0, bytes.length * share) }]);
      expectAnswer(reading);
      if (id !== "html") expect(reading.findings.map(({ rule }) => rule)).toEqual(["read/damaged"]);
    }
  }
});

test("a real file with any byte changed is read or refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("xlsx", "docx"), fc.nat(), fc.nat(255), async (id, position, value) => {
      const bytes = Uint8Array.from(real[id] ?? []);
      bytes[position % bytes.length] = value;
      expectAnswer(await readDocuments([{ name: `a.${id}`, bytes }]));
    }),
    { numRuns: 60 },
  );
});

test("a hundred thousand nested elements are read or refused", async () => {
  for (const [open, close] of [
    ["<div>", ""],
    ["<table><tr><td>", ""],
    ["<b>", "</b>"],
  ] as const) {
    const bytes = strToU8(`<html>${open.repeat(100_000)}预算${close.repeat(100_000)}`);
    expectAnswer(await readDocuments([{ name: "a.html", bytes }]));
  }
  const nested = strToU8(`<w:document><w:body>${"<w:tbl><w:tr><w:tc>".repeat(50_000)}`);
  expectAnswer(await readDocuments([{ name: "a.docx", bytes: zipSync({ "word/document.xml": nested }) }]));
});

test("spans without end do not fill memory", async () => {
  const cell = `<td colspan="1000" rowspan="65534">1.00</td>`;
  const bytes = strToU8(`<table>${`<tr>${cell.repeat(50)}</tr>`.repeat(200)}</table>`);
  expectAnswer(await readDocuments([{ name: "a.html", bytes }]));
});

test("long runs of one character and very many rows take time that grows no faster than they do", async () => {
  const size = 300_000;
  const files: Record<string, string> = {
    "wide-blanks.txt": `甲${"　".repeat(size)}乙\t1\n${"　".repeat(size)}甲`,
    "one-tag.html": `<html><p>预算</p><${"a".repeat(size)}`,
    "dots.txt": `预算${".".repeat(size)}甲\n项目\t金额\n甲\t1.00`,
    "tabs.txt": `甲${"\t".repeat(size)}乙\n丙${"\t".repeat(size)}丁`,
    "gaps.txt": "甲\t1\n\n".repeat(size / 10),
    "texts.txt": "甲\t乙\n".repeat(size / 10),
    "no-stop.txt": `${"预算".repeat(40)}\n`.repeat(size / 50),
    "cells.html": `<table>${"<tr><td>甲</td><td>1.00</td></tr>".repeat(size / 10)}</table>`,
    "blank-cells.html": `<table><tr><td>${"&#12288;".repeat(size)}甲</td><td>1</td></tr><tr><td>a</td><td>b</td></tr></table>`,
  };
  for (const [name, text] of Object.entries(files)) {
    const start = performance.now();
    const reading = await readDocuments([{ name, bytes: strToU8(text) }]);
    expect(reading.documents.map((document) => document.name)).toEqual([name]);
    expect({ name, isSlow: performance.now() - start > 15_000 }).toEqual({ name, isSlow: false });
  }
});
