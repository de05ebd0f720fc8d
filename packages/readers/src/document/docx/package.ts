import { load } from "cheerio";
import { unzipSync } from "fflate";
import { isNestedTooDeeply } from "../markup/nesting.ts";
import type { MarkupNode } from "../markup/node.ts";

/** The parts of a docx that are read, parsed; undefined where the file has none. */
export interface DocxParts {
  readonly document: MarkupNode;
  readonly styles: MarkupNode | undefined;
  readonly numbering: MarkupNode | undefined;
  readonly comments: MarkupNode | undefined;
  readonly properties: MarkupNode | undefined;
  readonly application: MarkupNode | undefined;
}

const PARTS = {
  document: "word/document.xml",
  styles: "word/styles.xml",
  numbering: "word/numbering.xml",
  comments: "word/comments.xml",
  properties: "docProps/core.xml",
  application: "docProps/app.xml",
} as const;

/** Parts of a docx, or why it cannot be read. The caller has checked what the zip unpacks to. */
export function openDocx(bytes: Uint8Array): DocxParts | "read/damaged" | "read/too-deep" {
  const wanted: readonly string[] = Object.values(PARTS);
  const files = unzipSync(bytes, { filter: (file) => wanted.includes(file.name) });
  const texts = Object.entries(PARTS).map(([name, path]) => {
    const file = files[path];
    return [name, file === undefined ? "" : new TextDecoder("utf-8").decode(file)] as const;
  });
  if (texts.some(([, text]) => isNestedTooDeeply(text))) return "read/too-deep";
  const parsed = new Map(texts.map(([name, text]) => [name, text === "" ? undefined : parse(text)]));
  const part = (name: keyof typeof PARTS) => parsed.get(name);
  const document = part("document");
  if (document === undefined) return "read/damaged";
  return {
    document,
    styles: part("styles"),
    numbering: part("numbering"),
    comments: part("comments"),
    properties: part("properties"),
    application: part("application"),
  };
}

function parse(xml: string): MarkupNode | undefined {
  const root = load(xml, { xml: true }).root()[0] as MarkupNode | undefined;
  return (root?.children ?? []).find((child) => child.type === "tag");
}
