import type { Block, Document } from "@mingzhang/core";
import type { Orientation } from "./page.ts";

/** A run of pages of one orientation; only pages after the cover and the contents are numbered. */
export interface Section {
  readonly orientation: Orientation;
  readonly numbered: boolean;
  readonly items: readonly Item[];
}

export interface Item {
  readonly block: Exclude<Block, { type: "page-break" | "chart" }>;
  /** The block starts a new page; never set on a section's first, which does anyway. */
  readonly breakBefore: boolean;
}

interface OpenSection extends Section {
  readonly items: Item[];
}

/**
 * The blocks by pages of a kind. Grids start a page, and the headings right before a grid stand on its page; other
 * headings stand upright; paragraphs stay where they are, so that a line below a wide table does not turn the page.
 * Charts are left out: packs that offices publish as documents have none, and each chart's figures are in the text.
 */
export function sectionsOf(document: Document): readonly Section[] {
  const blocks = document.blocks.filter((block) => block.type !== "chart");
  const sections: OpenSection[] = [];
  let pending = false;
  for (const [index, block] of blocks.entries()) {
    if (block.type === "page-break") {
      pending = true;
      continue;
    }
    const current = sections.at(-1);
    const wanted = pageKind(block, gridIntroducedAt(blocks, index), current);
    if (current?.orientation === wanted.orientation && current.numbered === wanted.numbered) {
      current.items.push({ block, breakBefore: pending || startsPage(blocks, index) });
    } else {
      sections.push({ ...wanted, items: [{ block, breakBefore: false }] });
    }
    pending = isFront(block);
  }
  return sections;
}

type PageKind = Pick<Section, "orientation" | "numbered">;

function pageKind(block: Item["block"], grid: Block | undefined, current: PageKind | undefined): PageKind {
  const numbered = !isFront(block) || (current?.numbered ?? false);
  if (grid?.type === "grid") return { orientation: grid.orientation, numbered };
  const stays = block.type === "paragraph" && current?.numbered === true;
  return { orientation: stays ? current.orientation : "portrait", numbered };
}

/** The grid at this place, or the one that the headings from this place lead to. */
function gridIntroducedAt(blocks: readonly Block[], index: number): Block | undefined {
  const next = blocks.slice(index).find((block) => block.type !== "heading");
  return next?.type === "grid" ? next : undefined;
}

function startsPage(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  if (block === undefined || isFront(block)) return true;
  const introduced = blocks[index - 1]?.type === "heading";
  if (gridIntroducedAt(blocks, index) !== undefined) return !introduced;
  return block.type === "heading" && block.level === 1;
}

function isFront(block: Block): boolean {
  return block.type === "cover" || block.type === "contents";
}
