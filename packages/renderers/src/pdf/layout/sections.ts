import type { Block, Contents, Cover, Document, Grid, Heading, Paragraph } from "@mingzhang/core";
import { type FittedGrid, fitGrid } from "./fit-grid.ts";
import type { Advance } from "./measure.ts";
import { type Paper, PORTRAIT } from "./paper.ts";

export type FlowBlock = Heading | Paragraph | FittedGrid;

/** A run of pages of one kind of sheet; each section starts on a new page. */
export type Section =
  | Cover
  | Contents
  | { readonly type: "flow"; readonly paper: Paper; readonly blocks: readonly FlowBlock[] };

interface OpenSection {
  type: "flow";
  paper: Paper;
  blocks: FlowBlock[];
}

/** A table without a label that fills no more than this part of a page may stand within the text. */
const SMALL = 0.4;
/** Of a title with the space around it, in points. */
const HEADING_HEIGHT = 60;

/**
 * Deals a document's blocks out to pages. A part starts a page; so does a table, unless it is small and
 * unlabelled or only headings precede it; text after a table that has pages of its own starts a page again.
 * Charts are left out (see the renderer).
 */
export function sectionsOf(document: Document, advance: Advance): Section[] {
  const sections: Section[] = [];
  let open: OpenSection | undefined;
  const start = (paper: Paper): OpenSection => {
    const section: OpenSection = { type: "flow", paper, blocks: [] };
    sections.push(section);
    return section;
  };
  for (const block of document.blocks) {
    if (block.type === "cover" || block.type === "contents") {
      sections.push(block);
      open = undefined;
    } else if (block.type === "page-break") {
      open = undefined;
    } else if (block.type === "grid") {
      const fitted = fitGrid(block, advance, reservedFor(open));
      if (open === undefined || !admitsGrid(open, fitted)) open = start(fitted.paper);
      open.paper = fitted.paper;
      open.blocks.push(fitted);
    } else if (block.type !== "chart") {
      if (open === undefined || !admitsText(open, block)) open = start(PORTRAIT);
      open.blocks.push(block);
    }
  }
  return sections;
}

function headingsOnly(section: OpenSection): boolean {
  return section.blocks.every((block) => "type" in block && block.type === "heading");
}

function reservedFor(section: OpenSection | undefined): number {
  return section !== undefined && headingsOnly(section) ? HEADING_HEIGHT * section.blocks.length : 0;
}

function admitsGrid(section: OpenSection, fitted: FittedGrid): boolean {
  if (headingsOnly(section)) return true;
  return isSmall(fitted) && section.paper === fitted.paper && section.blocks.every(isSmallOrText);
}

function admitsText({ blocks }: OpenSection, block: Exclude<Block, Grid>): boolean {
  if (block.type === "heading" && block.level === 1) return blocks.length === 0;
  const belongsToTable =
    block.type === "paragraph" && (block.style === "note" || block.style === "signature");
  return belongsToTable || blocks.every(isSmallOrText);
}

function isSmall({ grid, height, paper }: FittedGrid): boolean {
  return grid.label === undefined && paper === PORTRAIT && height <= SMALL * paper.height;
}

function isSmallOrText(block: FlowBlock): boolean {
  return "type" in block || isSmall(block);
}

/** The grids of all sections in printed order. */
export function gridsOf(sections: readonly Section[]): FittedGrid[] {
  return sections.flatMap((section) =>
    section.type === "flow" ? section.blocks.filter((block): block is FittedGrid => "grid" in block) : [],
  );
}
