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
