import { AlignmentType, Footer, type ISectionOptions, PageNumber, Paragraph, TextRun } from "docx";
import { STYLE } from "./styles.ts";

/** "— 1 —" a character from the outer edge: right on odd pages, left on even ones (GB/T 9704-2012, 7.5). */
export function pageNumberFooters(): NonNullable<ISectionOptions["footers"]> {
  return {
    default: footer(AlignmentType.RIGHT),
    even: footer(AlignmentType.LEFT),
  };
}

const ONE_CHARACTER = 280;

function footer(alignment: "left" | "right"): Footer {
  const children = [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })];
  return new Footer({
    children: [
      new Paragraph({ style: STYLE.footer, alignment, indent: { [alignment]: ONE_CHARACTER }, children }),
    ],
  });
}
