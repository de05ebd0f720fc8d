/** A node of a parsed page: the part of the library's tree that the reader looks at. */
export interface MarkupNode {
  readonly type: string;
  readonly parent?: unknown;
  /** Of an element. */
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly MarkupNode[];
  /** Of a text. */
  readonly data?: string;
  readonly sourceCodeLocation?: { readonly startLine: number } | null | undefined;
}

/** Deeper than this nothing is read: pages nest to some dozens of levels, and the walk recurses. */
export const DEEPEST = 400;

export function isElement(node: MarkupNode): boolean {
  return node.type === "tag" || node.type === "script" || node.type === "style";
}

export function attribute(node: MarkupNode, name: string): string {
  return node.attribs?.[name] ?? "";
}

/** The elements of some names below a node, in order; what `skip` refuses is not entered. */
export function elementsBelow(
  node: MarkupNode,
  names: ReadonlySet<string>,
  skip: (element: MarkupNode) => boolean = () => false,
  depth = 0,
): MarkupNode[] {
  if (depth > DEEPEST) return [];
  return (node.children ?? []).flatMap((child) => {
    if (!isElement(child) || skip(child)) return [];
    const below = elementsBelow(child, names, skip, depth + 1);
    return names.has(child.name ?? "") ? [child, ...below] : below;
  });
}

/** All text below a node as the file writes it. */
export function rawText(node: MarkupNode, depth = 0): string {
  if (node.type === "text") return node.data ?? "";
  if (depth > DEEPEST) return "";
  return (node.children ?? []).map((child) => rawText(child, depth + 1)).join("");
}

export function childrenNamed(node: MarkupNode | undefined, name: string): MarkupNode[] {
  return (node?.children ?? []).filter((child) => child.name === name);
}

export function childNamed(node: MarkupNode | undefined, name: string): MarkupNode | undefined {
  return (node?.children ?? []).find((child) => child.name === name);
}
