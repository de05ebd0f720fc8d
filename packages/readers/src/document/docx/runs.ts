import { attribute, childNamed, DEEPEST, elementsBelow, type MarkupNode, rawText } from "../markup/node.ts";
import { isOn, value, type WordStyle } from "./styles.ts";

/** What was left in the file beside the text that is printed. */
export interface Remains {
  insertions: number;
  deletions: number;
  hidden: number;
}

export interface RunContext {
  readonly styleOf: (id: string) => WordStyle;
  readonly remains: Remains;
}

export interface ParagraphText {
  /** Tabs and line breaks as "\t" and "\n". */
  readonly text: string;
  /** Contents of text boxes that are anchored here. */
  readonly boxes: readonly MarkupNode[];
}

/** The text of a paragraph as it is printed once all tracked changes are accepted. */
export function paragraphText(paragraph: MarkupNode, context: RunContext): ParagraphText {
  const boxes: MarkupNode[] = [];
  const text = textBelow(paragraph, { ...context, boxes }, 0);
  return { text, boxes };
}

interface Walk extends RunContext {
  readonly boxes: MarkupNode[];
}

const NOT_PRINTED = new Set([
  "w:pPr",
  "w:rPr",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:rt",
  "w:sdtPr",
]);
const TEXT_BOX = new Set(["w:txbxContent"]);
const MARKS: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:cr": "\n",
  "w:noBreakHyphen": "-",
};

function textBelow(node: MarkupNode, walk: Walk, depth: number): string {
  if (depth > DEEPEST) return "";
  let text = "";
  for (const child of node.children ?? []) text += textOf(child, walk, depth + 1);
  return text;
}

function textOf(node: MarkupNode, walk: Walk, depth: number): string {
  const name = node.name ?? "";
  if (name === "" || NOT_PRINTED.has(name)) return "";
  const mark = MARKS[name];
  if (mark !== undefined) return mark;
  switch (name) {
    case "w:t":
    case "m:t":
      return rawText(node);
    case "w:br":
      return ["page", "column"].includes(attribute(node, "w:type")) ? "" : "\n";
    case "w:sym":
      return symbol(attribute(node, "w:char"));
    case "w:del":
    case "w:moveFrom":
      walk.remains.deletions++;
      return "";
    case "w:ins":
    case "w:moveTo":
      walk.remains.insertions++;
      return textBelow(node, walk, depth);
    case "mc:AlternateContent":
      return textBelow(childNamed(node, "mc:Choice") ?? childNamed(node, "mc:Fallback") ?? node, walk, depth);
    case "w:drawing":
    case "w:pict":
    case "w:object":
      walk.boxes.push(...elementsBelow(node, TEXT_BOX, (element) => element.name === "mc:Fallback"));
      return "";
    case "w:r":
      return runText(node, walk, depth);
    default:
      return textBelow(node, walk, depth);
  }
}

function runText(run: MarkupNode, walk: Walk, depth: number): string {
  const properties = childNamed(run, "w:rPr");
  const style = walk.styleOf(value(properties, "w:rStyle"));
  const isHidden =
    childNamed(properties, "w:vanish") === undefined ? style.hidden === true : isOn(properties, "w:vanish");
  if (!isHidden) return textBelow(run, walk, depth);
  if (textBelow(run, { ...walk, boxes: [] }, depth) !== "") walk.remains.hidden++;
  return "";
}

/** Symbols of fonts that have no code of their own: ticks and boxes are what forms use. */
const SYMBOLS: Readonly<Record<string, string>> = { F0FC: "√", F0FE: "☑", F0A8: "□", F0A3: "□", F052: "☑" };

function symbol(code: string): string {
  const known = SYMBOLS[code.toUpperCase()];
  if (known !== undefined) return known;
  const point = Number.parseInt(code, 16);
  return point > 0x1f && point < 0xe000 ? String.fromCodePoint(point) : "";
}
