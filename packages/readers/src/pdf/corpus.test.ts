import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { tablesOf } from "../tables.ts";
import { readPdf } from "./readPdf.ts";

const corpus = fileURLToPath(new URL("../../../../../shared/corpus/", import.meta.url));
const present = existsSync(corpus);
if (!present) console.warn("Skipped: real packs are read only where the shared corpus is at hand.");

/** Files of the corpus with the codes and figures that stand on their pages. */
const FILES = [
  { file: "shanghai/F080.pdf", row: ["201", "41", "01", "行政运行", "28,853,324"] },
  { file: "guangzhou/F201.pdf", row: ["[2014001]行政运行", "1,859.41", "1,831.41", "28.00"] },
  { file: "jiangsu/F050.pdf", row: ["2010104", "人大会议", "1,469.73"] },
  { file: "suzhou/F225.pdf", row: ["208", "社会保障和就业支出", "429.13"] },
];

describe.skipIf(!present)("real packs", () => {
  test.each(FILES)("$file has its rows whole", async ({ file, row }) => {
    const { document, findings } = await readPdf(readFileSync(corpus + file));
    expect(findings).toEqual([]);
    const starts = tablesOf(document).flatMap(({ rows }) => rows.map((own) => own.slice(0, row.length)));
    expect(starts).toContainEqual(row);
  });
});
