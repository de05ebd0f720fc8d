import type { Document } from "@mingzhang/core";
import { strFromU8, unzipSync } from "fflate";
import { docxRenderer } from "../index.ts";

/** The text of a rendered document's parts by their path, for tests. */
export async function partsOf(document: Document): Promise<Readonly<Record<string, string>>> {
  const { bytes } = await docxRenderer.render({ document });
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

export async function documentXml(document: Document): Promise<string> {
  return (await partsOf(document))["word/document.xml"] ?? "";
}

/** Each element of a name with all that is in it; the element must not contain another of its kind. */
export function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?(?:/>|>.*?</${name}>)`, "gs"))].map(
    ([element]) => element,
  );
}
