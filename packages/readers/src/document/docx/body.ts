import type { Place } from "@mingzhang/core";
import { type FlowItem, type FlowTable, flowLine } from "../../grid/flow.ts";
import { attribute, childNamed, DEEPEST, type MarkupNode } from "../markup/node.ts";
import { Numbering } from "./numbering.ts";
import type { DocxParts } from "./package.ts";
import { paragraphText, type Remains } from "./runs.ts";
import { numberingOf, outlineOf, styleReader, value, type WordStyle } from "./styles.ts";
import { cellsOf, isLayout, paragraphsIn, tableItem } from "./table.ts";

export interface BodyFlow {
  readonly items: readonly FlowItem[];
  readonly remains: Remains;
}

/** Everything in the body of the document, in order, with automatic numbers written out. */
export function bodyFlow({ document, styles, numbering }: DocxParts): BodyFlow {
  const walk = new BodyWalk(styleReader(styles), new Numbering(numbering));
  const body = childNamed(document, "w:body");
  if (body !== undefined) walk.blocks(body, 0);
  return { items: walk.items, remains: walk.remains };
}

class BodyWalk {
  readonly items: FlowItem[] = [];
  readonly remains: Remains = { insertions: 0, deletions: 0, hidden: 0 };
  readonly #styleOf: (id: string) => WordStyle;
  readonly #numbering: Numbering;
  #paragraphs = 0;
  /** Where the tables of the section begin whose page is not known yet. */
  #section = 0;
  #inContents = false;

  constructor(styleOf: (id: string) => WordStyle, numbering: Numbering) {
    this.#styleOf = styleOf;
    this.#numbering = numbering;
  }

  blocks(node: MarkupNode, depth: number): void {
    if (depth > DEEPEST) return;
    for (const child of node.children ?? []) {
      const name = child.name ?? "";
      if (name === "w:p") this.#paragraph(child, depth);
      else if (name === "w:tbl") this.#table(child, depth);
      else if (name === "w:sectPr") this.#endSection(child);
      else if (WRAPPERS.has(name)) this.blocks(child, depth + 1);
    }
  }

  #place(): Place {
    return { kind: "line", line: Math.max(1, this.#paragraphs) };
  }

  #paragraph(paragraph: MarkupNode, depth: number): void {
    this.#paragraphs++;
    const properties = childNamed(paragraph, "w:pPr");
    const style = this.#styleOf(value(properties, "w:pStyle"));
    const { text, boxes } = paragraphText(paragraph, { styleOf: this.#styleOf, remains: this.remains });
    const number = text.trim() === "" ? "" : this.#numberOf(properties, style);
    if (/^toc\s*\d$/i.test(style.name)) this.#contents();
    else {
      if (text.trim() !== "") this.#inContents = false;
      this.#lines(number + text, { properties, style, isItem: number !== "" });
    }
    for (const box of boxes) this.blocks(box, depth + 1);
    const section = childNamed(properties, "w:sectPr");
    if (section !== undefined) this.#endSection(section);
  }

  #lines(
    text: string,
    { properties, style, isItem }: { properties: MarkupNode | undefined; style: WordStyle; isItem: boolean },
  ): void {
    const outline = outlineOf(properties) ?? style.outline;
    const isHeading = outline !== undefined && outline < 9 && text.length <= LONGEST_HEADING;
    const level = isHeading ? ([1, 2, 3] as const)[Math.min(outline, 2)] : undefined;
    for (const line of text.split("\n")) {
      if (line.trim() === "") continue;
      this.items.push(
        flowLine(line, {
          place: this.#place(),
          ...(level !== undefined && { level }),
          ...(isItem && level === undefined && { style: "list" as const }),
        }),
      );
    }
  }

  #numberOf(properties: MarkupNode | undefined, style: WordStyle): string {
    const own = numberingOf(properties);
    const reference = own ?? style.numbering;
    return reference === undefined ? "" : this.#numbering.next(reference);
  }

  /** The list of contents repeats what follows; its title is the line before. */
  #contents(): void {
    if (this.#inContents) return;
    this.#inContents = true;
    const last = this.items.at(-1);
    const isTitle = last?.kind === "line" && /^目\s*[录次]$/u.test(last.text);
    if (isTitle) this.items.pop();
    this.items.push({ kind: "contents", title: isTitle ? last.text : "目录" });
  }

  #table(table: MarkupNode, depth: number): void {
    if (isLayout(table)) {
      for (const cell of cellsOf(table)) this.blocks(cell, depth + 1);
      return;
    }
    const item = tableItem(table, {
      linesOf: (cell) => this.#cellLines(cell),
      place: () => this.#place(),
    });
    if (item.rows.length > 0 && item.width > 1) this.items.push(item);
    else this.#frame(item);
  }

  /** A table of one column frames text. */
  #frame(table: FlowTable): void {
    for (const cell of table.rows.flat())
      for (const line of cell.text.split("\n"))
        if (line !== "") this.items.push(flowLine(line, { place: this.#place() }));
  }

  #cellLines(cell: MarkupNode): string[] {
    return paragraphsIn(cell).flatMap((paragraph) => {
      this.#paragraphs++;
      const properties = childNamed(paragraph, "w:pPr");
      const style = this.#styleOf(value(properties, "w:pStyle"));
      const { text } = paragraphText(paragraph, { styleOf: this.#styleOf, remains: this.remains });
      const number = numberingOf(properties) === undefined ? "" : this.#numberOf(properties, style);
      return (number + text).split("\n");
    });
  }

  #endSection(section: MarkupNode): void {
    const size = childNamed(section, "w:pgSz");
    const isLandscape = size !== undefined && attribute(size, "w:orient") === "landscape";
    for (let at = this.#section; at < this.items.length; at++) {
      const item = this.items[at];
      if (item?.kind === "table" && isLandscape) this.items[at] = { ...item, landscape: true };
    }
    this.#section = this.items.length;
  }
}

const WRAPPERS = new Set(["w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag"]);
const LONGEST_HEADING = 120;
