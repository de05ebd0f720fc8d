import { DEEPEST, elementsBelow, isElement, type MarkupNode, rawText } from "../markup/node.ts";
import { isLeftOut } from "./visible.ts";

const LANDMARKS = new Set(["main", "article"]);
const CONTAINERS = new Set(
  "html body div section article main table tbody tr td center form fieldset font span".split(" "),
);
/** A part that holds this share of the text is where the content is. */
const SHARE = 0.7;

/**
 * The element that holds the content of a saved page: its landmark where it has one, otherwise the innermost element
 * with most of the text that is not in links. Tables are entered only as a frame around a whole page.
 */
export function mainContent(root: MarkupNode): MarkupNode {
  const marked = elementsBelow(root, LANDMARKS, isLeftOut);
  const [only] = marked.filter((node) => node.name === "main");
  if (only !== undefined) return only;
  const weights = new Map<MarkupNode, number>();
  weigh(root, weights, 0);
  let node = root;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const whole = weights.get(node) ?? 0;
    const parts = (node.children ?? []).filter((child) => CONTAINERS.has(child.name ?? ""));
    const next = parts.find((child) => (weights.get(child) ?? 0) > SHARE * whole);
    if (next === undefined || whole === 0 || isDataTable(next)) break;
    node = next;
  }
  return node;
}

/** A table with many texts of few characters is content, not a frame. */
function isDataTable(node: MarkupNode): boolean {
  if (node.name !== "table") return false;
  const cells = elementsBelow(node, new Set(["td", "th"]));
  const nested = elementsBelow(node, new Set(["table"]));
  return nested.length === 0 && cells.length > 3 && rawText(node).length / cells.length < 200;
}

/** How much text each node holds; text in links counts against it, as navigation is made of links. */
function weigh(node: MarkupNode, weights: Map<MarkupNode, number>, depth: number): number {
  if (node.type === "text") return (node.data ?? "").replace(/\s+/g, "").length;
  if (depth > DEEPEST || isLeftOut(node)) return 0;
  let weight = 0;
  for (const child of node.children ?? []) weight += weigh(child, weights, depth + 1);
  if (isElement(node) && node.name === "a") weight = -weight / 2;
  weights.set(node, weight);
  return weight;
}
