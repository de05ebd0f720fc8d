import type { Document, Grid } from "@mingzhang/core";
import { cellAddress, reference, type Sheet, SheetNames, type Workbook } from "../workbook/index.ts";
import { contentsSheet, type Entry } from "./contents-sheet.ts";
import { gridSheet } from "./grid-sheet.ts";
import { Looks } from "./looks.ts";
import { narrativeSheet } from "./narrative-sheet.ts";
import type { Printable } from "./printable.ts";
import type { Making } from "./sheet-rows.ts";

const CONTENTS = "目录";
const NARRATIVE = "情况说明";

/** A document as a workbook: the contents, the narrative where there is one, then a sheet a grid. */
export function documentWorkbook(document: Document, printable: Printable): Workbook {
  const making: Making = { looks: new Looks(), printable };
  const names = new SheetNames();
  const contents = names.take(CONTENTS);
  const hasNarrative = document.blocks.some(({ type }) => type === "heading" || type === "paragraph");
  const narrative = hasNarrative ? narrativeSheet(document.blocks, names.take(NARRATIVE), making) : undefined;
  const entries: Entry[] = [];
  const sheets: Sheet[] = [];
  for (const block of document.blocks) {
    if (block.type === "heading" && block.level < 3 && narrative !== undefined) {
      const { name } = narrative.sheet;
      const link = reference(name, cellAddress(narrative.rowOf.get(block.id) ?? 0, 0));
      entries.push({ label: "", text: block.text, sheet: name, indent: block.level - 1, link });
    } else if (block.type === "grid") {
      const name = names.take(wishedName(block), "表");
      sheets.push(gridSheet(block, name, contents, making));
      entries.push({ ...entryOf(block), sheet: name, link: reference(name, "A1") });
    }
  }
  const first = contentsSheet(document, entries, contents, making);
  return {
    title: document.title,
    ...(document.author !== undefined && { author: document.author }),
    ...(isDay(document.date) && { date: document.date }),
    sheets: [first, ...(narrative === undefined ? [] : [narrative.sheet]), ...sheets],
    styles: making.looks.styles,
  };
}

function wishedName({ shortName, label, caption, id }: Grid): string {
  return [shortName, label, caption].find((name) => name?.trim()) ?? id;
}

function entryOf({ label = "", caption }: Grid) {
  return { label, text: caption, indent: 0 };
}

function isDay(date: string | undefined): date is string {
  return (
    date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`))
  );
}
