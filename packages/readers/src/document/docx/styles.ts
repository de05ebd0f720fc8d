import { attribute, childNamed, childrenNamed, type MarkupNode } from "../markup/node.ts";

/** What a paragraph or character style says, its ancestors included. */
export interface WordStyle {
  readonly name: string;
  /** Outline level from 0. */
  readonly outline?: number;
  readonly numbering?: NumberingReference;
  readonly hidden?: boolean;
}

export interface NumberingReference {
  readonly id: string;
  readonly level: number;
}

/** Styles may be based on each other in a circle. */
const LONGEST_CHAIN = 20;

/** The style of an id; an unknown one says nothing. */
export function styleReader(part: MarkupNode | undefined): (id: string) => WordStyle {
  const elements = new Map(
    childrenNamed(part, "w:style").map((element) => [attribute(element, "w:styleId"), element]),
  );
  const known = new Map<string, WordStyle>();
  const resolve = (id: string, depth: number): WordStyle => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const element = elements.get(id);
    if (element === undefined || depth > LONGEST_CHAIN) return { name: "" };
    const base = value(element, "w:basedOn");
    const style = { ...(base === "" ? {} : resolve(base, depth + 1)), ...ownStyle(element) };
    known.set(id, style);
    return style;
  };
  return (id) => (id === "" ? { name: "" } : resolve(id, 0));
}

function ownStyle(element: MarkupNode): WordStyle {
  const name = value(element, "w:name");
  const properties = childNamed(element, "w:pPr");
  const outline = outlineOf(properties) ?? headingOf(name);
  const numbering = numberingOf(properties);
  const hidden = isOn(childNamed(element, "w:rPr"), "w:vanish");
  return {
    name,
    ...(outline !== undefined && { outline }),
    ...(numbering !== undefined && { numbering }),
    ...(hidden && { hidden }),
  };
}

function headingOf(name: string): number | undefined {
  const level = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  return level === undefined ? undefined : Number(level) - 1;
}

/** The `w:val` of a child. */
export function value(node: MarkupNode | undefined, name: string): string {
  const child = childNamed(node, name);
  return child === undefined ? "" : attribute(child, "w:val");
}

/** Whether a property that may be switched off is there and on. */
export function isOn(properties: MarkupNode | undefined, name: string): boolean {
  const property = childNamed(properties, name);
  return property !== undefined && !["0", "false", "off"].includes(attribute(property, "w:val"));
}

export function outlineOf(properties: MarkupNode | undefined): number | undefined {
  const level = value(properties, "w:outlineLvl");
  return /^\d$/.test(level) ? Number(level) : undefined;
}

/** The list of a paragraph; the id "0" takes a paragraph out of its style's list. */
export function numberingOf(properties: MarkupNode | undefined): NumberingReference | undefined {
  const own = childNamed(properties, "w:numPr");
  const id = value(own, "w:numId");
  if (own === undefined || id === "") return undefined;
  return { id, level: Number.parseInt(value(own, "w:ilvl") || "0", 10) || 0 };
}
