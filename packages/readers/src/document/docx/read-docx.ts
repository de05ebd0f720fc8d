import type { Finding } from "@mingzhang/core";
import { assemble } from "../../grid/assemble.ts";
import { readFinding } from "../findings.ts";
import { childNamed, childrenNamed, rawText } from "../markup/node.ts";
import { type Reading, refused } from "../reading.ts";
import { bodyFlow } from "./body.ts";
import { openDocx } from "./package.ts";
import type { Remains } from "./runs.ts";

/** A docx as it is printed with all changes accepted. The caller has checked what the zip unpacks to. */
export function readDocx(bytes: Uint8Array): Reading {
  const parts = openDocx(bytes);
  if (typeof parts === "string") return refused(parts);
  const { items, remains } = bodyFlow(parts);
  const title = childNamed(parts.properties, "dc:title");
  const comments = childrenNamed(parts.comments, "w:comment").length;
  return {
    document: assemble(items, title === undefined ? "" : rawText(title)),
    findings: remainsFinding(remains, comments),
  };
}

function remainsFinding({ insertions, deletions, hidden }: Remains, comments: number): Finding[] {
  const counts: readonly (readonly [text: string, count: number])[] = [
    ["插入 insertions", insertions],
    ["删除 deletions", deletions],
    ["批注 comments", comments],
    ["隐藏文字 hidden texts", hidden],
  ];
  const found = counts.filter(([, count]) => count > 0).map(([text, count]) => `${text} ${count}`);
  return found.length === 0 ? [] : [readFinding("read/tracked-changes", found.join("，"))];
}
