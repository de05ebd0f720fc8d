import type { Grid } from "@mingzhang/core";
import {
  AlignmentType,
  FileChild,
  ImportedXmlComponent,
  type IParagraphOptions,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import { fitColumns } from "./columns.ts";
import { GRID_ENTRY_TYPE } from "./contents.ts";
import { fieldEnd, fieldStart, quoted } from "./fields.ts";
import type { Entry } from "./outline.ts";
import { frames } from "./page.ts";
import { anchored, runs } from "./paragraphs.ts";
import { slotsOf } from "./slots.ts";
import { CAPTION_SIZES, type CaptionSize, gridCaptionStyle, SIZES, STYLE } from "./styles.ts";
import type { TableLayout } from "./table.ts";
import { width } from "./text-width.ts";

/** Stands where a table's text is put in once the library has written the rest. No text of a document can be one. */
export class TablePlaceholder extends FileChild {
  constructor(id: string) {
    super("w:tablePlaceholder");
    this.root.push(new ImportedXmlComponent("w:id", { "w:val": id }));
  }
}

export function layoutGrid(grid: Grid): TableLayout {
  const slots = slotsOf(grid);
  return { grid, slots, fit: fitColumns(grid, slots, frames[grid.orientation].width) };
}

/** A grid as its block of the page: label, caption, the line above, the table, the notes. */
export function gridChildren(
  grid: Grid,
  table: FileChild,
  options: { entry: Entry | undefined; pageBreakBefore: boolean },
): FileChild[] {
  const { label, caption, below } = grid;
  const { entry, pageBreakBefore } = options;
  const start = { pageBreakBefore };
  const mark =
    entry === undefined
      ? []
      : [...fieldStart(`TC ${quoted(entry.text)} \\f ${GRID_ENTRY_TYPE} \\l ${entry.level}`), fieldEnd()];
  const title = (more: IParagraphOptions) =>
    new Paragraph({
      ...more,
      style: gridCaptionStyle(captionSize(grid)),
      children: [...anchored(entry, runs({ text: caption })), ...mark],
    });
  const head =
    label === undefined
      ? [title(start)]
      : [new Paragraph({ ...start, style: STYLE.gridLabel, children: runs({ text: label }) }), title({})];
  const notes = below.map((text) => new Paragraph({ style: STYLE.gridNote, children: runs({ text }) }));
  return [...head, ...aboveLines(grid), table, ...(notes.length > 0 ? notes : [tail()])];
}

/** The largest size at which a caption stands on one line; the largest of all where none is small enough. */
export function captionSize({ caption, orientation }: Grid): CaptionSize {
  const available = frames[orientation].width;
  return CAPTION_SIZES.find((size) => width(caption) * size * 10 <= available) ?? CAPTION_SIZES[0];
}

/** Word wants a paragraph after a table, or tables grow together; this one takes next to no room. */
function tail(): Paragraph {
  return new Paragraph({ style: STYLE.gridTail });
}

/** Left and right on one line, or on two where both together are too long for one. */
function aboveLines(grid: Grid): Paragraph[] {
  const { aboveLeft, aboveRight } = grid;
  if (aboveLeft === undefined && aboveRight === undefined) return [];
  const left = runs({ text: aboveLeft ?? "" });
  const right = runs({ text: aboveRight ?? "" });
  const style = STYLE.gridAbove;
  if (!aboveFitsOneLine(grid)) {
    return [
      new Paragraph({ style, children: left }),
      new Paragraph({ style, alignment: AlignmentType.RIGHT, children: right }),
    ];
  }
  const tabStops = [{ type: TabStopType.RIGHT, position: frames[grid.orientation].width }];
  return [
    new Paragraph({ style, tabStops, children: [...left, new TextRun({ children: [new Tab()] }), ...right] }),
  ];
}

export function aboveFitsOneLine({ aboveLeft = "", aboveRight = "", orientation }: Grid): boolean {
  return (width(aboveLeft) + width(aboveRight) + 2) * SIZES.note * 10 <= frames[orientation].width;
}
