import type { Place } from "@mingzhang/core";
import { type FlowItem, type FlowLine, flowLine } from "../../grid/flow.ts";
import { headingLevel } from "../../grid/headings.ts";
import { attribute, DEEPEST, isElement, type MarkupNode } from "../markup/node.ts";
import { isDataTable, tableItem } from "./table.ts";
import { isLeftOut } from "./visible.ts";

const INLINE = new Set(
  "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span strike strong sub sup time tt u var wbr o:p st1:chsdate".split(
    " ",
  ),
);
const NOT_READ = new Set(["del", "s", "strike"]);

/** The lines and tables below an element, in the order of the page. */
export function flowOf(root: MarkupNode): FlowItem[] {
  const walk = new Walk();
  walk.enter(root, {}, 0);
  walk.endLine();
  return walk.items;
}

/** What the elements around a text say of it. */
interface Context {
  readonly level?: 1 | 2 | 3;
  readonly style?: NonNullable<FlowLine["style"]>;
}

class Walk {
  readonly items: FlowItem[] = [];
  #text = "";
  #place: Place | undefined;
  #context: Context = {};

  enter(node: MarkupNode, context: Context, depth: number): void {
    if (node.type === "text") {
      this.#addText(node, context);
      return;
    }
    if (depth > DEEPEST || (isElement(node) && isLeftOut(node))) return;
    const name = node.name ?? "";
    if (NOT_READ.has(name)) return;
    if (name === "br" || name === "hr") {
      this.endLine();
      return;
    }
    if (name === "table" && isDataTable(node)) {
      this.endLine();
      this.items.push(tableItem(node));
      return;
    }
    const isBlock = isElement(node) && !INLINE.has(name);
    const own = contextOf(node, context);
    if (isBlock) this.endLine();
    for (const child of node.children ?? []) this.enter(child, own, depth + 1);
    if (isBlock) this.endLine();
  }

  endLine(): void {
    const text = this.#text;
    this.#text = "";
    const place = this.#place === undefined ? {} : { place: this.#place };
    this.#place = undefined;
    if (text.trim() !== "") this.items.push(flowLine(text, { ...this.#context, ...place }));
  }

  #addText(node: MarkupNode, context: Context): void {
    const text = (node.data ?? "").replace(/[ \t\r\n]+/g, " ");
    if (text.trim() !== "" && this.#place === undefined) {
      const line = node.sourceCodeLocation?.startLine;
      if (line !== undefined) this.#place = { kind: "line", line };
      this.#context = context;
    }
    this.#text += text;
  }
}

const HEADINGS: Readonly<Record<string, 1 | 2 | 3>> = { h1: 1, h2: 1, h3: 2, h4: 3, h5: 3, h6: 3 };
const STYLES = new Set(["list", "note", "signature"]);

function contextOf(node: MarkupNode, context: Context): Context {
  const level = HEADINGS[node.name ?? ""];
  if (level !== undefined) return { level };
  if (node.name !== "p") return context;
  const style = attribute(node, "class");
  return STYLES.has(style) ? { style: style as NonNullable<FlowLine["style"]> } : {};
}

/** Headings by the page's own levels mean little where the text is numbered. */
export function withNumberedLevels(items: readonly FlowItem[]): FlowItem[] {
  return items.map((item) => {
    if (item.kind !== "line" || item.level === undefined) return item;
    const level = headingLevel(item.text);
    return level === undefined ? item : { ...item, level };
  });
}
