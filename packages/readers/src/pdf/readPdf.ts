import type { Document, Finding } from "@mingzhang/core";
import { assemble } from "./assemble.ts";
import { discardEngine, type Engine, loadEngine } from "./engine.ts";
import { fileFacts, type PageSummary, summaryOf } from "./facts.ts";
import { isCutShort, type OpenFile, openFile, type Refusal } from "./file.ts";
import { fileFinding, type NoticeId } from "./findings.ts";
import { type PageFlow, pageFlow } from "./flow.ts";
import { DEFAULT_LIMITS, type Limits, type PageContent } from "./page.ts";
import { readPage } from "./readPage.ts";

export interface PdfOptions {
  readonly password?: string;
  readonly limits?: Partial<Limits>;
}

export interface PdfReading {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

const REFUSALS: Readonly<Record<Refusal, NoticeId>> = {
  "not-pdf": "read/not-pdf",
  encrypted: "read/pdf-encrypted",
  damaged: "read/pdf-damaged",
  empty: "read/pdf-no-pages",
};

/** Reads a PDF with a text layer. Never throws: what could not be read is said in the findings. */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<PdfReading> {
  try {
    const engine = await loadEngine();
    const file = openFile(engine, bytes, options.password ?? "");
    if (typeof file === "string") return refused(REFUSALS[file]);
    try {
      const { document, findings } = readFile(engine, file, { ...DEFAULT_LIMITS, ...options.limits });
      const short = isCutShort(bytes) ? [fileFinding("read/pdf-cut-short")] : [];
      return { document, findings: [...short, ...findings] };
    } finally {
      file.close();
    }
  } catch (error) {
    discardEngine();
    // A trap inside WebAssembly is a RuntimeError: the file drove the engine into a corner.
    const trapped = error instanceof Error && error.name === "RuntimeError";
    return refused(trapped ? "read/pdf-damaged" : "read/pdf-failed");
  }
}

function refused(rule: NoticeId): PdfReading {
  return { document: { title: "", language: "zh-CN", blocks: [] }, findings: [fileFinding(rule)] };
}

/** What became of each page, by number. */
interface Log {
  readonly damaged: number[];
  readonly failed: number[];
  readonly textless: number[];
  readonly recognised: number[];
  readonly cut: number[];
}

function readFile(engine: Engine, file: OpenFile, limits: Limits): PdfReading {
  const log: Log = { damaged: [], failed: [], textless: [], recognised: [], cut: [] };
  const flows: PageFlow[] = [];
  const seen: PageSummary[] = [];
  const end = performance.now() + limits.seconds * 1000;
  for (let index = 0; index < file.pages; index++) {
    if (index >= limits.pages || performance.now() > end) {
      log.cut.push(index + 1);
      continue;
    }
    const page = readPage(engine, file.handle, index, limits);
    note(log, page, index + 1);
    if (page !== undefined) seen.push(summaryOf(page));
    const flow = page === undefined ? undefined : understood(page);
    if (flow !== undefined) flows.push(flow);
    else if (page !== undefined) log.failed.push(index + 1);
  }
  // Nothing at all was read: whatever the pages show, it is not text.
  if (flows.length > 0 && flows.every((flow) => flow.items.length === 0))
    log.textless.splice(0, log.textless.length, ...flows.map((flow) => flow.number));
  return { document: { ...assemble(flows), file: fileFacts(engine, file, seen) }, findings: findingsOf(log) };
}

/** The flow of a page, or undefined where our own understanding fails: one page must not cost the others. */
function understood(page: PageContent): PageFlow | undefined {
  try {
    return pageFlow(page);
  } catch {
    return undefined;
  }
}

function note(log: Log, page: PageContent | undefined, number: number): void {
  if (page === undefined) log.damaged.push(number);
  else if (page.glyphs.length === 0 && page.images > 0) log.textless.push(number);
  else if (page.recognised) log.recognised.push(number);
  if (page?.cut === true) log.cut.push(number);
}

function findingsOf({ damaged, failed, textless, recognised, cut }: Log): Finding[] {
  const pages: readonly [NoticeId, readonly number[]][] = [
    ["read/pdf-damaged", damaged],
    ["read/pdf-failed", failed],
    ["read/pdf-no-text", textless],
    ["read/pdf-recognised-text", recognised],
    ["read/pdf-limit", cut],
  ];
  return pages.flatMap(([rule, own]) => (own.length > 0 ? [fileFinding(rule, own)] : []));
}
