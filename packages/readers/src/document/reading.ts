import type { Document, Finding } from "@mingzhang/core";
import { type ReadNoticeId, readFinding } from "./findings.ts";

/** What one file gave. */
export interface Reading {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/** A file that could not be read, and why. */
export function refused(rule: ReadNoticeId, detail = ""): Reading {
  return { document: { title: "", language: "zh-CN", blocks: [] }, findings: [readFinding(rule, detail)] };
}
