import type { Document } from "@mingzhang/core";
import { rangeAddress, type Sheet, type Style } from "../workbook/index.ts";
import { FONT_SIZE, linesHeight } from "./looks.ts";
import { PAGE_WIDTH, printSettings } from "./page.ts";
import { type Making, SheetRows } from "./sheet-rows.ts";
import { countLines } from "./text-size.ts";

/** One line of the contents and the cell that it leads to. */
export interface Entry {
  readonly label: string;
  readonly text: string;
  readonly sheet: string;
  readonly indent: number;
  readonly link: string;
}

const CENTRED = { horizontal: "center", vertical: "center", wrap: true } satisfies Style;
const TITLE = { ...CENTRED, font: { size: FONT_SIZE.title, bold: true } } satisfies Style;
const SUBTITLE = { ...CENTRED, font: { size: FONT_SIZE.section } } satisfies Style;
const LIST_TITLE = { ...CENTRED, font: { size: FONT_SIZE.section, bold: true } } satisfies Style;
const HEADER = { ...CENTRED, font: { size: FONT_SIZE.text, bold: true }, border: "all" } satisfies Style;
const ENTRY = { vertical: "center", wrap: true, border: "all", horizontal: "left" } satisfies Style;
const LINK = { ...ENTRY, font: { size: FONT_SIZE.text, color: "0563C1", underline: true } } satisfies Style;

const HEADERS = ["编号", "名称", "工作表"] as const;
const WIDTHS = [16, 48, 20] as const;
const span = WIDTHS.length;
const width = PAGE_WIDTH.portrait;

/** The first sheet: what the document is, whose and when, and a list of what follows with links. */
export function contentsSheet(
  document: Document,
  entries: readonly Entry[],
  name: string,
  making: Making,
): Sheet {
  const rows = new SheetRows(name, making);
  const cover = document.blocks.find((block) => block.type === "cover");
  const contents = document.blocks.find((block) => block.type === "contents");
  rows.line({ text: cover?.title ?? document.title, style: TITLE, span, width });
  for (const text of [cover?.subtitle, ...(cover?.lines ?? [])]) {
    if (text) rows.line({ text, style: SUBTITLE, span, width });
  }
  rows.line({ text: contents?.title ?? "目　录", style: LIST_TITLE, span, width });
  rows.add(
    HEADERS.map((text, column) => rows.cell(text, column, HEADER)),
    24,
  );
  for (const entry of entries) addEntry(entry, rows);
  return {
    name,
    columns: WIDTHS.map((one) => ({ width: one })),
    rows: rows.rows,
    merges: rows.merges,
    print: printSettings("portrait", rangeAddress(0, 0, rows.next - 1, span - 1)),
    gridLines: false,
  };
}

function addEntry({ label, text, sheet, indent, link }: Entry, rows: SheetRows): void {
  const [, room] = WIDTHS;
  rows.add(
    [
      rows.cell(label, 0, ENTRY),
      { ...rows.cell(text, 1, indent === 0 ? LINK : { ...LINK, indent }), link },
      rows.cell(sheet, 2, ENTRY),
    ],
    Math.max(22, linesHeight(countLines(text, room - 2 - indent * 2), FONT_SIZE.text)),
  );
}
