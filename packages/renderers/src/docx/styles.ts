import {
  AlignmentType,
  type IParagraphPropertiesOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from "docx";
import { GRID_SIZES, type GridSize } from "./columns.ts";
import { FONTS } from "./fonts.ts";
import { BODY_SIZE, frames, LINE } from "./page.ts";

/** Half-points, by the names of the printing trade: 一号 26 pt, 二号 22 pt, 小二 18 pt, 三号 16 pt, 四号 14 pt. */
export const SIZES = {
  cover: 52,
  coverLine: 36,
  title: 44,
  body: BODY_SIZE,
  small: 28,
  remark: 24,
  note: 21,
} as const;

/** Exact heights of lines in twips; the estimate of page numbers rests on them. */
export const LINES = {
  cover: 880,
  title: 720,
  caption: LINE,
  label: 480,
  remark: 400,
  note: 320,
  tail: 20,
} as const;

/** Twips between characters: body text is a little tighter, so that 28 fill the line as the standard asks. */
export const TIGHTENED = -5;

export const STYLE = {
  body: "Body",
  list: "ListItem",
  note: "Note",
  signature: "Signature",
  coverTitle: "CoverTitle",
  coverSubtitle: "CoverSubtitle",
  coverLine: "CoverLine",
  contentsTitle: "ContentsTitle",
  gridLabel: "GridLabel",
  gridAbove: "GridAbove",
  gridNote: "GridNote",
  gridTail: "GridTail",
  footer: "PageNumberLine",
} as const;

/** 小二, 三号 and 小三 in half-points, so that most captions find room on one line. */
export const CAPTION_SIZES = [36, 32, 30] as const;
export type CaptionSize = (typeof CAPTION_SIZES)[number];
export const gridCaptionStyle = (size: CaptionSize): string => `GridCaption${size}`;
/** Twips between a caption and what stands below it. */
export const CAPTION_GAP = 120;

/** Tables have a style for each font size, so that a cell carries no formatting of its own. */
export const gridTextStyle = (size: GridSize): string => `GridText${size}`;
export const gridHeadStyle = (size: GridSize): string => `GridHead${size}`;

/** Twips, for a font size in half-points. */
export const gridLine = (size: GridSize): number => Math.ceil(size * 10 * 1.3);

const exactly = (line: number, more: { before?: number; after?: number } = {}) => ({
  line,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
  ...more,
});
/** Two characters, whatever their size; the length in twips is for programs that do not know characters. */
const twoCharacters = { firstLineChars: 200, firstLine: SIZES.body * 20 };

/** The library writes every property of a paragraph into a style, though its type names only some. */
const paragraph = (options: IParagraphPropertiesOptions): IParagraphPropertiesOptions => options;

export function styles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: FONTS.body,
          size: SIZES.body,
          // The language of Latin letters: were it Chinese too, LibreOffice would break figures over lines.
          language: { value: "en-US", eastAsia: language },
        },
        // Without widow control each page holds its 22 lines.
        paragraph: paragraph({ spacing: exactly(LINE), widowControl: false }),
      },
      ...headings,
    },
    paragraphStyles: [
      ...text,
      ...cover,
      ...contents,
      ...gridParts,
      ...CAPTION_SIZES.map(gridCaption),
      ...GRID_SIZES.flatMap(gridCellStyles),
    ],
  };
}

const black = "000000";

const headings: IStylesOptions["default"] = {
  heading1: {
    run: { font: FONTS.title, size: SIZES.title, color: black, bold: false },
    paragraph: {
      alignment: AlignmentType.CENTER,
      keepNext: true,
      outlineLevel: 0,
      spacing: exactly(LINES.title, { after: LINE }),
    },
  },
  heading2: {
    run: { font: FONTS.section, size: SIZES.body, color: black, bold: false },
    paragraph: { keepNext: true, outlineLevel: 1, indent: twoCharacters, spacing: exactly(LINE) },
  },
  heading3: {
    run: { font: FONTS.subsection, size: SIZES.body, color: black, bold: false },
    paragraph: { keepNext: true, outlineLevel: 2, indent: twoCharacters, spacing: exactly(LINE) },
  },
};

const style = (
  id: string,
  name: string,
  options: Pick<IParagraphStyleOptions, "run" | "paragraph" | "basedOn">,
): IParagraphStyleOptions => ({ id, name, basedOn: "Normal", quickFormat: true, ...options });

const text: IParagraphStyleOptions[] = [
  style(STYLE.body, "公文正文", {
    run: { characterSpacing: TIGHTENED },
    paragraph: { alignment: AlignmentType.BOTH, indent: twoCharacters },
  }),
  style(STYLE.list, "公文列项", { basedOn: STYLE.body }),
  style(STYLE.note, "公文注释", {
    run: { size: SIZES.remark },
    paragraph: {
      indent: { firstLineChars: 200, firstLine: SIZES.remark * 20 },
      spacing: exactly(LINES.remark),
    },
  }),
  style(STYLE.signature, "公文落款", {
    paragraph: {
      alignment: AlignmentType.RIGHT,
      indent: { right: 640 },
      spacing: exactly(LINE, { before: LINE }),
    },
  }),
  style(STYLE.footer, "公文页码", {
    run: { font: FONTS.grid, size: SIZES.small },
    paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
  }),
];

const centred = AlignmentType.CENTER;

const cover: IParagraphStyleOptions[] = [
  style(STYLE.coverTitle, "封面标题", {
    run: { font: FONTS.title, size: SIZES.cover },
    paragraph: { alignment: centred, spacing: exactly(LINES.cover, { before: 3000 }) },
  }),
  style(STYLE.coverSubtitle, "封面副标题", {
    run: { font: FONTS.title, size: SIZES.title },
    paragraph: { alignment: centred, spacing: exactly(LINES.cover) },
  }),
  style(STYLE.coverLine, "封面落款", {
    run: { font: FONTS.subsection, size: SIZES.coverLine },
    paragraph: { alignment: centred, spacing: exactly(700) },
  }),
];

const tocEntry = (level: number, indent: number, font = FONTS.body): IParagraphStyleOptions =>
  style(`TOC${level}`, `toc ${level}`, {
    run: { font, size: SIZES.small },
    paragraph: paragraph({
      indent: { left: indent },
      spacing: exactly(440),
      tabStops: [{ type: "right", position: frames.portrait.width, leader: "dot" }],
    }),
  });

const contents: IParagraphStyleOptions[] = [
  style(STYLE.contentsTitle, "目录标题", {
    run: { font: FONTS.title, size: SIZES.title },
    paragraph: { alignment: centred, spacing: exactly(LINES.title, { after: LINE }) },
  }),
  tocEntry(1, 0, FONTS.section),
  tocEntry(2, 280),
  tocEntry(3, 560),
];

const gridParts: IParagraphStyleOptions[] = [
  style(STYLE.gridLabel, "表格编号", {
    run: { font: FONTS.section, size: SIZES.small },
    paragraph: { keepNext: true, spacing: exactly(LINES.label) },
  }),
  style(STYLE.gridAbove, "表格表头行", {
    run: { font: FONTS.grid, size: SIZES.note },
    paragraph: { keepNext: true, spacing: exactly(LINES.note) },
  }),
  style(STYLE.gridNote, "表格说明", {
    run: { font: FONTS.grid, size: SIZES.note },
    paragraph: { spacing: exactly(LINES.note) },
  }),
  style(STYLE.gridTail, "表格结尾", { run: { size: 2 }, paragraph: { spacing: exactly(LINES.tail) } }),
];

function gridCaption(size: CaptionSize): IParagraphStyleOptions {
  return style(gridCaptionStyle(size), `表格标题 ${size / 2}磅`, {
    run: { font: FONTS.title, size },
    paragraph: {
      alignment: centred,
      keepNext: true,
      outlineLevel: 1,
      spacing: exactly(LINES.caption, { after: CAPTION_GAP }),
    },
  });
}

function gridCellStyles(size: GridSize): IParagraphStyleOptions[] {
  const points = `${size / 2}磅`;
  return [
    style(gridTextStyle(size), `表格文字 ${points}`, {
      run: { font: FONTS.grid, size, snapToGrid: false },
      paragraph: { spacing: exactly(gridLine(size)) },
    }),
    style(gridHeadStyle(size), `表格栏目 ${points}`, {
      basedOn: gridTextStyle(size),
      run: { font: FONTS.section },
    }),
  ];
}
