import type { Leftover } from "@mingzhang/core";
import { assemble } from "../../grid/assemble.ts";
import { nameLeftovers, withLeftovers } from "../leftovers.ts";
import { childNamed, childrenNamed, type MarkupNode, rawText } from "../markup/node.ts";
import { type Reading, refused } from "../reading.ts";
import { bodyFlow } from "./body.ts";
import { type DocxParts, openDocx } from "./package.ts";
import type { Remains } from "./runs.ts";

/** A docx as it is printed with all changes accepted. The caller has checked what the zip unpacks to. */
export function readDocx(bytes: Uint8Array): Reading {
  const parts = openDocx(bytes);
  if (typeof parts === "string") return refused(parts);
  const { items, remains } = bodyFlow(parts);
  const title = childNamed(parts.properties, "dc:title");
  const comments = childrenNamed(parts.comments, "w:comment").length;
  const leftovers = [...remainsOf(remains, comments), ...namesIn(parts)];
  return {
    document: withLeftovers(assemble(items, title === undefined ? "" : rawText(title)), leftovers),
    findings: [],
  };
}

function namesIn({ properties, application }: DocxParts): Leftover[] {
  const text = (node: MarkupNode | undefined, name: string) => {
    const found = childNamed(node, name);
    return found === undefined ? undefined : rawText(found);
  };
  return nameLeftovers({
    authors: [text(properties, "dc:creator"), text(properties, "cp:lastModifiedBy")],
    company: text(application, "Company"),
  });
}

function remainsOf({ insertions, deletions, hidden }: Remains, comments: number): Leftover[] {
  const counts: readonly (readonly [kind: Leftover["kind"], count: number])[] = [
    ["insertions", insertions],
    ["deletions", deletions],
    ["comments", comments],
    ["hidden-text", hidden],
  ];
  return counts.filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, detail: String(count) }));
}
