import type { Block, Heading, Paragraph } from "@mingzhang/core";
import { rangeAddress, type Sheet, type Style } from "../workbook/index.ts";
import { FONT_SIZE } from "./looks.ts";
import { PAGE_WIDTH, printSettings } from "./page.ts";
import { type Making, SheetRows } from "./sheet-rows.ts";

const WRAPPED = { vertical: "center", wrap: true } satisfies Style;
const HEADINGS = {
  1: { ...WRAPPED, font: { size: FONT_SIZE.caption, bold: true }, horizontal: "center" },
  2: { ...WRAPPED, font: { size: FONT_SIZE.section, bold: true }, horizontal: "left" },
  3: { ...WRAPPED, font: { size: FONT_SIZE.text, bold: true }, horizontal: "left" },
} satisfies Record<Heading["level"], Style>;
const PARAGRAPHS = {
  body: { ...WRAPPED, font: { size: FONT_SIZE.text }, horizontal: "left" },
  list: { ...WRAPPED, font: { size: FONT_SIZE.text }, horizontal: "left", indent: 1 },
  note: { ...WRAPPED, font: { size: FONT_SIZE.table }, horizontal: "left" },
  signature: { ...WRAPPED, font: { size: FONT_SIZE.text }, horizontal: "right" },
} satisfies Record<NonNullable<Paragraph["style"]>, Style>;

/** The headings and paragraphs of a document, one a row; `rowOf` tells where each heading stands. */
export function narrativeSheet(
  blocks: readonly Block[],
  name: string,
  making: Making,
): { sheet: Sheet; rowOf: ReadonlyMap<string, number> } {
  const rows = new SheetRows(name, making);
  const rowOf = new Map<string, number>();
  const width = PAGE_WIDTH.portrait;
  for (const block of blocks) {
    if (block.type === "heading") {
      rowOf.set(block.id, rows.next);
      rows.line({ text: block.text, style: HEADINGS[block.level], span: 1, width });
    } else if (block.type === "paragraph") {
      const text = block.children.map((child) => child.text).join("");
      rows.line({ text, style: PARAGRAPHS[block.style ?? "body"], span: 1, width });
    }
  }
  const area = rangeAddress(0, 0, Math.max(rows.next - 1, 0), 0);
  const print = printSettings("portrait", area);
  return {
    sheet: { name, columns: [{ width }], rows: rows.rows, merges: rows.merges, print, gridLines: false },
    rowOf,
  };
}
