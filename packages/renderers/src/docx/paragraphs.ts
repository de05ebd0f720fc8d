import type { Cover, Heading, Inline, Paragraph as TextParagraph } from "@mingzhang/core";
import { HeadingLevel, type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from "docx";
import { bookmarked } from "./fields.ts";
import type { Entry } from "./outline.ts";
import { STYLE } from "./styles.ts";
import { textLines } from "./text-width.ts";

const PARAGRAPH_STYLES = {
  body: STYLE.body,
  list: STYLE.list,
  note: STYLE.note,
  signature: STYLE.signature,
} as const;

const HEADING_LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

type Start = Pick<IParagraphOptions, "pageBreakBefore">;

export function textParagraph({ children, style = "body" }: TextParagraph, start: Start): Paragraph {
  return new Paragraph({ ...start, style: PARAGRAPH_STYLES[style], children: children.flatMap(runs) });
}

export function headingParagraph(
  { level, text }: Heading,
  entry: Entry | undefined,
  start: Start,
): Paragraph {
  return new Paragraph({
    ...start,
    heading: HEADING_LEVELS[level],
    children: anchored(entry, runs({ text })),
  });
}

export function coverParagraphs({ title, subtitle, lines }: Cover, start: Start): Paragraph[] {
  const upper = [new Paragraph({ ...start, style: STYLE.coverTitle, children: runs({ text: title }) })];
  if (subtitle !== undefined) {
    upper.push(new Paragraph({ style: STYLE.coverSubtitle, children: runs({ text: subtitle }) }));
  }
  const lower = lines.map(
    (text, index) =>
      new Paragraph({
        style: STYLE.coverLine,
        children: runs({ text }),
        ...(index === 0 ? { spacing: { before: COVER_GAP } } : {}),
      }),
  );
  return [...upper, ...lower];
}

/** Between title and the body's name, so that name and date stand in the lower third. */
const COVER_GAP = 4400;

/** Text as runs; a line break inside it becomes a break, never a paragraph of its own. */
export function runs({ text, strong }: Inline): TextRun[] {
  return textLines(text).map(
    (line, index) =>
      new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}), ...(strong ? { bold: true } : {}) }),
  );
}

/** The bookmark that the contents refer to, around what it marks. */
export function anchored(
  entry: Entry | undefined,
  children: readonly ParagraphChild[],
): readonly ParagraphChild[] {
  return entry === undefined ? children : bookmarked(entry.bookmark, entry.number, children);
}
