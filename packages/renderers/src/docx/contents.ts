import type { Contents } from "@mingzhang/core";
import { InternalHyperlink, Paragraph, type ParagraphChild, Tab, TextRun } from "docx";
import { field, fieldEnd, fieldSeparator, fieldStart } from "./fields.ts";
import type { Entry } from "./outline.ts";
import { STYLE } from "./styles.ts";

/** Gathers headings 1 to 3 and the entries of grids, which stand in TC fields of this type. */
export const GRID_ENTRY_TYPE = "g";
const INSTRUCTION = `TOC \\o "1-3" \\h \\z \\f ${GRID_ENTRY_TYPE}`;

export interface ListedEntry extends Entry {
  /** The page as foreseen. */
  readonly page: number | undefined;
}

export interface ContentsOptions {
  readonly entries: readonly ListedEntry[];
  readonly pageBreakBefore: boolean;
}

/**
 * A contents field that is already filled in, so that it shows wherever the file is opened. Each page number is a
 * field of its own: LibreOffice computes it while laying out, Word on opening; other programs show the estimate.
 */
export function contentsParagraphs({ title }: Contents, options: ContentsOptions): Paragraph[] {
  const { entries, pageBreakBefore } = options;
  const heading = new Paragraph({
    style: STYLE.contentsTitle,
    pageBreakBefore,
    children: [new TextRun(title)],
  });
  const last = entries.length - 1;
  const lines = entries.map((entry, index) => {
    const before = index === 0 ? [...fieldStart(INSTRUCTION), fieldSeparator()] : [];
    const after = index === last ? [fieldEnd()] : [];
    return new Paragraph({ style: `TOC${entry.level}`, children: [...before, entryLink(entry), ...after] });
  });
  return [heading, ...lines];
}

function entryLink({ page, ...entry }: ListedEntry): ParagraphChild {
  const text = entry.text.replace(/\s*[\r\n]+\s*/g, " ");
  const number = field({
    instruction: `PAGEREF ${entry.bookmark} \\h`,
    result: page === undefined ? "" : String(page),
    dirty: true,
  });
  return new InternalHyperlink({
    anchor: entry.bookmark,
    children: [new TextRun(text), new TextRun({ children: [new Tab()] }), ...number],
  });
}
