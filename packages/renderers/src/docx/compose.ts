import type { Document, Grid } from "@mingzhang/core";
import {
  Document as DocxDocument,
  type FileChild,
  type ISectionOptions,
  PageOrientation,
  SectionType,
} from "docx";
import { contentsParagraphs, type ListedEntry } from "./contents.ts";
import { pageNumberFooters } from "./footers.ts";
import { gridChildren, layoutGrid, TablePlaceholder } from "./grid.ts";
import { type Outline, outlineOf } from "./outline.ts";
import { FOOTER_DISTANCE, frames, GRID_PITCH, sheet } from "./page.ts";
import { estimatePages, type Pages } from "./pages.ts";
import { coverParagraphs, headingParagraph, textParagraph } from "./paragraphs.ts";
import { type Item, type Section, sectionsOf } from "./sections.ts";
import { styles } from "./styles.ts";
import { type TableLayout, tableXml } from "./table.ts";

export interface Composed {
  readonly file: DocxDocument;
  /** The tables' text, by the numbers of their placeholders. */
  readonly tables: readonly string[];
}

interface Composition {
  readonly outline: Outline;
  readonly pages: Pages;
  readonly layouts: ReadonlyMap<Grid, TableLayout>;
  readonly tables: string[];
}

export function composeDocx(document: Document): Composed {
  const sections = sectionsOf(document);
  const grids = document.blocks.filter((block) => block.type === "grid");
  const layouts = new Map(grids.map((grid) => [grid, layoutGrid(grid)]));
  const layoutOf = (grid: Grid) => layouts.get(grid) ?? layoutGrid(grid);
  const pages = estimatePages(sections, layoutOf);
  const composition: Composition = { outline: outlineOf(document), pages, layouts, tables: [] };
  const firstNumbered = sections.find((section) => section.numbered);
  const file = new DocxDocument({
    title: document.title,
    styles: styles(document.language),
    evenAndOddHeaderAndFooters: true,
    sections: sections.map((section) => ({
      properties: sectionProperties(section, section === firstNumbered),
      ...(section === firstNumbered ? { footers: pageNumberFooters() } : {}),
      children: section.items.flatMap((item) => children(item, composition)),
    })),
  });
  return { file, tables: composition.tables };
}

/** Later sections take over the footers of the first that has some. */
function sectionProperties(
  { orientation }: Section,
  first: boolean,
): NonNullable<ISectionOptions["properties"]> {
  return {
    type: SectionType.NEXT_PAGE,
    // Turned pages hold tables only, whose lines follow no grid.
    grid: { type: orientation === "portrait" ? "lines" : "default", linePitch: GRID_PITCH },
    page: {
      size: {
        ...sheet,
        orientation: orientation === "landscape" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { ...frames[orientation].margins, footer: FOOTER_DISTANCE },
      ...(first ? { pageNumbers: { start: 1 } } : {}),
    },
  };
}

function children({ block, breakBefore }: Item, composition: Composition): FileChild[] {
  const { outline } = composition;
  const start = { pageBreakBefore: breakBefore };
  switch (block.type) {
    case "cover":
      return coverParagraphs(block, start);
    case "contents":
      return contentsParagraphs(block, { ...start, entries: listed(composition) });
    case "heading":
      return [headingParagraph(block, outline.get(block), start)];
    case "paragraph":
      return [textParagraph(block, start)];
    case "grid":
      return gridChildren(block, placeTable(block, composition), { ...start, entry: outline.get(block) });
  }
}

function listed({ outline, pages }: Composition): ListedEntry[] {
  return [...outline].map(([block, entry]) => ({ ...entry, page: pages.get(block) }));
}

function placeTable(grid: Grid, { layouts, tables }: Composition): FileChild {
  tables.push(tableXml(layouts.get(grid) ?? layoutGrid(grid)));
  return new TablePlaceholder(String(tables.length - 1));
}
