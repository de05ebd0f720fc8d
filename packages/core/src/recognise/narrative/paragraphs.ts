import type { Block, Place } from "../../document/document.ts";
import type { PackDocument, PackParagraph } from "../../pack/pack.ts";
import { numberingLevel } from "../text.ts";
import { textOfBlock } from "./blocks.ts";
import { contentsRange } from "./contents.ts";

/** The prose of the documents in order, each paragraph with the headings above it; contents pages are left out. */
export function readParagraphs(documents: readonly PackDocument[]): readonly PackParagraph[] {
  return documents.flatMap(({ name, document }) => {
    const { from, to } = contentsRange(document.blocks);
    return new Headings(name).read(document.blocks.filter((_, index) => index < from || index >= to));
  });
}

interface OpenHeading {
  readonly level: number;
  readonly text: string;
}

/** Walks the blocks of one document and keeps the headings that stand above. */
class Headings {
  private open: OpenHeading[] = [];
  private readonly found: PackParagraph[] = [];
  private joinable = false;

  constructor(private readonly document: string) {}

  read(blocks: readonly Block[]): readonly PackParagraph[] {
    for (const block of blocks) {
      if (block.type === "heading") this.heading(block.text, block.level, block.place);
      else if (block.type === "paragraph") this.paragraph(textOfBlock(block), block.place);
      else if (block.type === "cover")
        for (const line of [block.title, block.subtitle ?? "", ...block.lines])
          this.push(line, undefined, true);
      else if (block.type !== "page-break") this.joinable = false;
    }
    return this.found;
  }

  /** A heading that is a whole sentence with figures is prose too, and opens nothing. */
  private heading(text: string, level: number, place: Place | undefined): void {
    if (isProse(text)) {
      this.paragraph(text, place);
      return;
    }
    const depth = numberingLevel(text) ?? level - 3;
    this.open = this.open.filter((heading) => heading.level < depth);
    this.push(text, place, true);
    this.open.push({ level: depth, text });
  }

  private paragraph(text: string, place: Place | undefined): void {
    const last = this.found.at(-1);
    if (this.joinable && last !== undefined && goesOn(last.text, text)) {
      this.found[this.found.length - 1] = { ...last, text: last.text + text };
      return;
    }
    this.push(text, place, false);
    this.joinable = true;
  }

  private push(text: string, place: Place | undefined, heading: boolean): void {
    this.joinable = !heading && this.joinable;
    if (text.trim() === "") return;
    this.found.push({
      text,
      document: this.document,
      headings: this.open.map((open) => open.text),
      ...(heading ? { heading } : {}),
      ...(place === undefined ? {} : { place }),
    });
    if (heading) this.joinable = false;
  }
}

const FIGURE = /\d[\d,.]*\s*(?:万元|元|辆|%)/u;

function isProse(text: string): boolean {
  return FIGURE.test(text) || text.length > 60;
}

const ENDED = /[。：；:;！？!?…]["”』]?$/u;
const BEGINS_ANEW =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[、.．）)]|[（(]\d{1,2}[）)]|\d{1,2}[、．.](?!\d)|[①-⑳]|其中|注|附|20\d\d\s*年|[一二三四五]是)/u;
const CONTINUES = /^\s*[\d,.]+\s*(?:万元|元|%|辆|台|个|人)|^\s*[，、；。）)]/u;
const OPEN_ENDED = /(?:[，、,（(]|预算|收入|支出|费|数|为|较|比|与|年|的|\d)\s*$/u;

/** A line that a page or a line break cut in two goes on in the next one. */
function goesOn(first: string, second: string): boolean {
  const end = first.trimEnd();
  if (ENDED.test(end) || BEGINS_ANEW.test(second)) return false;
  if (end.length > 25 && FIGURE.test(end)) return true;
  return CONTINUES.test(second) || (OPEN_ENDED.test(end) && end.length > 20);
}
