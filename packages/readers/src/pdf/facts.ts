import type { FileFacts, Leftover } from "@mingzhang/core";
import { nameLeftovers } from "../document/leftovers.ts";
import type { Engine } from "./engine.ts";
import type { OpenFile } from "./file.ts";
import type { PageContent } from "./page.ts";

/** What is kept of a page for the facts on the whole file. */
export interface PageSummary {
  readonly number: number;
  readonly blank: boolean;
  readonly unmapped: number;
  readonly notes: number;
}

export function summaryOf({ number, glyphs, rules, images, unmapped, notes, cut }: PageContent): PageSummary {
  const lines = rules.horizontal.length + rules.vertical.length;
  return { number, blank: glyphs.length + lines + images + unmapped === 0 && !cut, unmapped, notes };
}

export function fileFacts(engine: Engine, file: OpenFile, pages: readonly PageSummary[]): FileFacts {
  const blankPages = pages.filter(({ blank }) => blank).map(({ number }) => number);
  const unmapped = pages
    .filter((page) => page.unmapped > 0)
    .map((page) => ({ page: page.number, count: page.unmapped }));
  const leftovers = leftoversOf(engine, file, pages);
  return {
    pages: file.pages,
    ...(blankPages.length > 0 && { blankPages }),
    ...(unmapped.length > 0 && { unmapped }),
    ...(leftovers.length > 0 && { leftovers }),
  };
}

function leftoversOf(engine: Engine, { handle }: OpenFile, pages: readonly PageSummary[]): Leftover[] {
  const comments = pages.reduce((sum, { notes }) => sum + notes, 0);
  const attachments = engine.calls.FPDFDoc_GetAttachmentCount(handle);
  return [
    ...(comments > 0 ? [{ kind: "comments", detail: String(comments) } as const] : []),
    ...(attachments > 0 ? [{ kind: "attachments", detail: String(attachments) } as const] : []),
    ...nameLeftovers({ authors: [metaText(engine, handle, "Author")] }),
  ];
}

const LONGEST_BYTES = 512;

/** An entry of the file's own description; empty where there is none or it is very long. */
function metaText(engine: Engine, handle: number, tag: string): string {
  const length = engine.calls.FPDF_GetMetaText(handle, tag, 0, 0);
  if (length <= 2 || length > LONGEST_BYTES) return "";
  const address = engine.allocate(length);
  if (address === 0) return "";
  engine.calls.FPDF_GetMetaText(handle, tag, address, length);
  const bytes = engine.memory.HEAPU8.slice(address, address + length - 2);
  engine.release(address);
  return new TextDecoder("utf-16le").decode(bytes);
}
