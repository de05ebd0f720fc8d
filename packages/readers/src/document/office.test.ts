import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "@mingzhang/core";
import { afterAll, describe, expect, test } from "vitest";
import { docxRenderer } from "../../../renderers/src/docx/index.ts";
import { sampleDocument } from "../../../renderers/src/testing/sample.ts";
import { xlsxRenderer } from "../../../renderers/src/xlsx/index.ts";
import { readDocuments } from "../read-document.ts";

const isInstalled = spawnSync("soffice", ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "mingzhang-readers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file as LibreOffice saves it in another format. */
function convert(source: string, bytes: Uint8Array, format: string): Uint8Array {
  writeFileSync(join(folder, source), bytes);
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=file://${join(folder, "profile")}`,
      "--headless",
      "--convert-to",
      format,
      "--outdir",
      folder,
      join(folder, source),
    ],
    { stdio: "ignore", timeout: 120_000 },
  );
  return readFileSync(join(folder, source.replace(/\.\w+$/, `.${format}`)));
}

/** Of an ods file the library gives no spans for blank cells, so only cells with text are compared. */
function gridsOf({ blocks }: Document, withBlanks: boolean) {
  return blocks.flatMap((block) => {
    if (block.type !== "grid" || block.rows[0]?.[0]?.text === "编号") return [];
    const { label, caption, aboveLeft, aboveRight, below } = block;
    const rows = block.rows.map((row) =>
      row
        .filter(({ text }) => withBlanks || text !== "")
        .map(({ text, colSpan = 1, rowSpan = 1 }) => `${text} ${colSpan}×${rowSpan}`),
    );
    return [{ label, caption, aboveLeft, aboveRight, below, rows }];
  });
}

describe.skipIf(!isInstalled)("files that LibreOffice saves (skipped where it is not installed)", () => {
  test.each([
    ["docx", "doc", docxRenderer],
    ["xlsx", "xls", xlsxRenderer],
    ["xlsx", "ods", xlsxRenderer],
  ] as const)(
    "%s saved as %s gives back every table with its cells and spans",
    async (from, to, renderer) => {
      const document = sampleDocument();
      const { bytes } = await renderer.render({ document });
      const saved = convert(`${to}-pack.${from}`, bytes, to);
      const { documents, findings } = await readDocuments([{ name: `pack.${to}`, bytes: saved }]);
      expect(findings).toEqual([]);
      const [read] = documents;
      const withBlanks = to !== "ods";
      expect(read === undefined ? [] : gridsOf(read.document, withBlanks)).toEqual(
        gridsOf(document, withBlanks),
      );
    },
  );

  test("a doc that was cut off or changed is read or refused", async () => {
    const { bytes } = await docxRenderer.render({ document: sampleDocument() });
    const doc = convert("hostile.docx", bytes, "doc");
    for (let step = 1; step < 60; step++) {
      const cut = doc.slice(0, (doc.length * step) / 60);
      const changed = Uint8Array.from(doc);
      for (let at = step * 7; at < changed.length; at += 997) changed[at] = step * 4;
      for (const hostile of [cut, changed]) {
        const reading = await readDocuments([{ name: "a.doc", bytes: hostile }]);
        expect(reading.documents.length + reading.findings.length).toBeGreaterThan(0);
      }
    }
  });
});
