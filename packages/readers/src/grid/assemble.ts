import type { Block, Document, Heading, Paragraph } from "@mingzhang/core";
import { NOTE } from "../pdf/assemble.ts";
import { captionOf } from "./captions.ts";
import type { FlowItem, FlowLine, FlowTable } from "./flow.ts";
import { headingLevel } from "./headings.ts";
import { withoutTitleRows } from "./title-rows.ts";
import { toGrid } from "./to-grid.ts";

/** The Document of what a reader found: tables with their titles and notes, other lines as headings and paragraphs. */
export function assemble(items: readonly FlowItem[], title = ""): Document {
  const blocks = new Blocks();
  for (const item of items) blocks.add(item);
  blocks.flush();
  const named = title.trim() === "" ? blocks.firstText() : title.trim();
  return { title: named, language: "zh-CN", blocks: blocks.done };
}

class Blocks {
  readonly done: Block[] = [];
  #lines: FlowLine[] = [];
  /** Notes of the table just added, which the next lines may belong to. */
  #notes: string[] | undefined;
  #headings = 0;
  #tables = 0;

  add(item: FlowItem): void {
    if (item.kind === "line") this.#addLine(item);
    else if (item.kind === "table") this.#addTable(item);
    else {
      this.flush();
      if (item.kind === "contents") this.done.push({ type: "contents", title: item.title });
    }
  }

  flush(): void {
    for (const line of this.#lines) this.done.push(this.#textBlock(line));
    this.#lines = [];
    this.#notes = undefined;
  }

  firstText(): string {
    const heading = this.done.find((block) => block.type === "heading" && block.level === 1);
    const first = this.done.find((block) => block.type === "heading" || block.type === "paragraph");
    const text = heading?.type === "heading" ? heading.text : first === undefined ? "" : textOf(first);
    return text.length > LONGEST_TITLE ? "" : text;
  }

  #addLine(line: FlowLine): void {
    if (this.#notes !== undefined && this.#lines.length === 0 && NOTE.test(line.text)) {
      this.#notes.push(line.text);
      return;
    }
    if (line.text !== "") this.#lines.push(line);
  }

  #addTable(found: FlowTable): void {
    const { table, titles } = withoutTitleRows(found);
    const own = [...table.titles, ...titles];
    const { around, taken } = captionOf([...this.#lines, ...own]);
    const left = Math.max(0, this.#lines.length - Math.max(0, taken - own.length));
    const rest = own.slice(0, Math.max(0, own.length - taken));
    this.#lines = [...this.#lines.slice(0, left), ...rest];
    this.flush();
    const below: string[] = [];
    this.done.push(toGrid(table, { ...around, below }, `table-${++this.#tables}`));
    this.#notes = below;
  }

  #textBlock(line: FlowLine): Heading | Paragraph {
    const level = line.level ?? headingLevel(line.text);
    const place = line.place === undefined ? {} : { place: line.place };
    if (level !== undefined)
      return { type: "heading", level, text: line.text, id: `heading-${++this.#headings}`, ...place };
    const style = line.style === undefined ? {} : { style: line.style };
    return { type: "paragraph", children: [{ text: line.text }], ...style, ...place };
  }
}

const LONGEST_TITLE = 80;

function textOf(block: Heading | Paragraph): string {
  return block.type === "heading" ? block.text : block.children.map((child) => child.text).join("");
}
