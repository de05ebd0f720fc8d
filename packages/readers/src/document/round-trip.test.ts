import { readdirSync, readFileSync } from "node:fs";
import {
  type Block,
  compose,
  type Document,
  disclose,
  findProfile,
  type Grid,
  readBudget,
} from "@mingzhang/core";
import { beforeAll, describe, expect, test } from "vitest";
import { docxRenderer } from "../../../renderers/src/docx/index.ts";
import { htmlRenderer } from "../../../renderers/src/html/index.ts";
import type { Renderer } from "../../../renderers/src/renderer.ts";
import { sampleDocument } from "../../../renderers/src/testing/sample.ts";
import { xlsxRenderer } from "../../../renderers/src/xlsx/index.ts";
import { readLedger } from "../ledger/index.ts";
import { readDocuments } from "../read-document.ts";

/** The pack of the founding case, as the product builds it from its ledger. */
async function builtPack(): Promise<Document> {
  const folder = new URL("../../../../fixtures/wansheng-2023/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const entries = names.sort().map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));
  const { sheets } = await readLedger(entries);
  const profile = findProfile("chongqing-district");
  if (profile === undefined) throw new Error("The profile of the fixture is gone.");
  const { budget } = readBudget(sheets, { weights: profile.weights });
  if (budget === undefined) throw new Error("The fixture is no longer a budget.");
  return compose(disclose(budget, profile));
}

/** Charts are read as the table of their figures, where a format has them at all. */
function withoutCharts(document: Document): Document {
  return { ...document, blocks: document.blocks.filter((block) => block.type !== "chart") };
}

async function readBack(renderer: Renderer, document: Document): Promise<Document> {
  const { bytes, findings } = await renderer.render({ document });
  expect(findings.filter(({ level }) => level === "error")).toEqual([]);
  const name = `pack.${renderer.extension}`;
  const reading = await readDocuments([{ name, bytes }]);
  expect(reading.findings).toEqual([]);
  const [read] = reading.documents;
  if (read === undefined) throw new Error("Nothing was read.");
  expect(read.findings).toEqual([]);
  return read.document;
}

function gridsOf({ blocks }: Document) {
  return blocks
    .filter((block) => block.type === "grid" && !isContents(block))
    .map((block) => view(block as Grid));
}

/** The list of contents that a workbook begins with. */
function isContents(grid: Grid): boolean {
  return grid.rows[0]?.map((cell) => cell.text).join() === "编号,名称,工作表";
}

function view({ label, caption, aboveLeft, aboveRight, below, rows }: Grid) {
  return {
    label,
    caption,
    aboveLeft,
    aboveRight,
    below,
    rows: rows.map((row) => row.map(({ text, colSpan = 1, rowSpan = 1 }) => `${text} ${colSpan}×${rowSpan}`)),
  };
}

function textsOf({ blocks }: Document): string[] {
  return blocks.flatMap(blockTexts).filter((text) => text !== "");
}

function blockTexts(block: Block): string[] {
  if (block.type === "cover") return [block.title, block.subtitle ?? "", ...block.lines];
  if (block.type === "heading") return [block.text];
  return block.type === "paragraph" ? [block.children.map((child) => child.text).join("")] : [];
}

const formats: readonly (readonly [name: string, renderer: Renderer])[] = [
  ["xlsx", xlsxRenderer],
  ["docx", docxRenderer],
  ["html", htmlRenderer],
];

describe.each([
  ["the sample", () => Promise.resolve(sampleDocument())],
  ["the built pack", builtPack],
] as const)("of %s", (_, make) => {
  let document: Document;
  beforeAll(async () => {
    document = withoutCharts(await make());
  });

  test.each(formats)(
    "%s gives back every table: title, lines around it, cells and spans",
    async (_, renderer) => {
      expect(gridsOf(document).length).toBeGreaterThan(2);
      expect(gridsOf(await readBack(renderer, document))).toEqual(gridsOf(document));
    },
  );

  test.each(formats)("%s gives back every heading and paragraph in order", async (name, renderer) => {
    const texts = textsOf(await readBack(renderer, document));
    // A workbook's list of contents has a title of its own.
    expect(texts.filter((text) => name !== "xlsx" || !/^目.?录$/.test(text))).toEqual(textsOf(document));
  });

  test.each(formats.filter(([name]) => name !== "xlsx"))(
    "%s gives back the levels of headings",
    async (_, renderer) => {
      const cover = document.blocks.find((block) => block.type === "cover");
      const levels = ({ blocks }: Document) =>
        blocks.flatMap((block) =>
          block.type === "heading" && block.text !== cover?.title ? [`${block.level} ${block.text}`] : [],
        );
      expect(levels(document).length).toBeGreaterThan(2);
      expect(levels(await readBack(renderer, document))).toEqual(levels(document));
    },
  );

  test("xlsx gives back the exact numbers of figures", async () => {
    const cells = ({ blocks }: Document) =>
      blocks.flatMap((block) => (block.type === "grid" && !isContents(block) ? block.rows.flat() : []));
    const read = cells(await readBack(xlsxRenderer, document));
    const figures = cells(document).map((cell, index) => [cell, read[index]] as const);
    const printed = figures.filter(([cell]) => cell.number !== undefined && /\d/.test(cell.text));
    expect(printed.length).toBeGreaterThan(50);
    for (const [cell, back] of printed) expect([cell.text, back?.number]).toEqual([cell.text, cell.number]);
  });
});
