import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Block, Document } from "@mingzhang/core";
import { expect, test } from "vitest";
import { sampleDocument } from "../testing/sample.ts";
import { docxRenderer } from "./index.ts";

const run = promisify(execFile);

/** Why the test cannot run here, if it cannot. */
const missing = ["soffice", "pdftotext"].find((program) => {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return false;
  } catch {
    return true;
  }
});

/** The lines of each page as LibreOffice lays the document out, without spaces. */
async function pagesOf(document: Document): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "docx-"));
  try {
    const { bytes } = await docxRenderer.render({ document });
    await writeFile(join(folder, "pack.docx"), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    await run("soffice", [
      "--headless",
      profile,
      "--convert-to",
      "pdf",
      "--outdir",
      folder,
      join(folder, "pack.docx"),
    ]);
    await run("pdftotext", ["-raw", join(folder, "pack.pdf"), join(folder, "pack.txt")]);
    const text = await readFile(join(folder, "pack.txt"), "utf8");
    return text
      .replaceAll(/[^\S\n\f]+/g, "")
      .replace(/\f$/, "")
      .split("\f");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const sentence =
  "2023年年初预算数300.32万元，比2022年增加82.37万元，主要原因是人员增加、“十四五”规划项目启动（含前期费用）等因素。";

/** The sample with pages of narrative of uneven length in place of its charts. */
function longDocument(): Document {
  const narrative = Array.from({ length: 9 }, (_, index): Block[] => [
    { type: "heading", level: 2, id: `part-${index}`, text: `第${index + 1}项收支情况` },
    { type: "paragraph", children: [{ text: sentence.repeat(1 + ((index * 5) % 7)) }] },
    { type: "heading", level: 3, id: `point-${index}`, text: `第${index + 1}项支出预算` },
    { type: "paragraph", children: [{ text: sentence.repeat(2) }] },
  ]).flat();
  const sample = sampleDocument();
  return {
    ...sample,
    blocks: sample.blocks.flatMap((block) => (block.type === "chart" ? narrative : [block])),
  };
}

test.skipIf(missing !== undefined)(
  `LibreOffice lays out every text, and the contents name the pages that it lays out, give or take one for its fonts${missing ? ` (skipped: no ${missing})` : ""}`,
  { timeout: 60_000 },
  async () => {
    const document = longDocument();
    const lines = await pagesOf(document);
    const pages = lines.map((page) => page.replaceAll("\n", ""));
    const start = pages.findIndex((page) => page.includes("—1—"));
    const contents = lines.slice(1, start).join("\n");
    const listed = [...contents.matchAll(/(第\d项收支情况|第\d项支出预算|公开表\d+20[^.]*)\.+(\d+)$/gm)];
    expect(listed).toHaveLength(9 + 9 + 3);
    for (const [, text = "", page] of listed) {
      const found = pages.findIndex((content, index) => index >= start && content.includes(text)) - start + 1;
      expect(found, text).toBeGreaterThan(0);
      expect(Math.abs(found - Number(page)), `${text}: ${page}, found on ${found}`).toBeLessThanOrEqual(1);
    }
    pages.slice(start).forEach((page, index) => {
      expect(page).toContain(`—${index + 1}—`);
    });
    const everything = pages.join("");
    for (const text of cellTexts(document)) expect(everything).toContain(text);
  },
);

/** Texts that stand on one line, and so come out of a PDF whole. */
function cellTexts({ blocks }: Document): string[] {
  const cells = blocks.flatMap((block) => (block.type === "grid" ? block.rows.flat() : []));
  return cells
    .map(({ text }) => text.replaceAll(/\s/g, ""))
    .filter((text) => text !== "" && text.length <= 8);
}
