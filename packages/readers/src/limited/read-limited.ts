import { fileURLToPath } from "node:url";
import type { Finding } from "@mingzhang/core";
import { readFinding } from "../document/findings.ts";
import { stampFinding } from "../document/stamp.ts";
import type { DocumentFile, DocumentsReading, ReadDocument, ReadOptions } from "../read-document.ts";
import { LimitedProcess, type ProcessLimits } from "./limited-process.ts";

export interface ReadLimits extends ProcessLimits {
  /** The module that reads; tests give their own. */
  readonly module?: string;
}

/** What the child is sent. */
export interface LimitedTask {
  readonly file: DocumentFile;
  readonly options: ReadOptions;
}

/** A table of a million cells takes some 20 s and 2 GB. */
const LIMITS: ReadLimits = { seconds: 120, megabytes: 4096 };

/** Always the compiled module: a child process has no loader for sources. */
const WORKER = fileURLToPath(new URL("../../dist/limited/worker.js", import.meta.url));

/**
 * `readDocuments` in a process of its own, file by file, with a limit of time and memory: a file that breaks one is
 * given up with a finding, and costs the others nothing. For Node only.
 */
export async function readDocumentsLimited(
  files: readonly DocumentFile[],
  options: ReadOptions & { readonly within?: Partial<ReadLimits> } = {},
): Promise<DocumentsReading> {
  const { within, ...rest } = options;
  const { module = WORKER, ...limits } = { ...LIMITS, ...within };
  const reader = new LimitedProcess<LimitedTask, DocumentsReading>(module, limits);
  const documents: ReadDocument[] = [];
  const findings: Finding[] = [];
  try {
    for (const file of files) {
      const outcome = await reader.ask({ file, options: rest });
      if (typeof outcome === "string") {
        findings.push(stampFinding(readFinding(`read/${outcome}`), file.name));
        continue;
      }
      documents.push(...outcome.documents);
      findings.push(...outcome.findings.filter(({ rule }) => rule !== "read/no-files"));
    }
  } finally {
    reader.stop();
  }
  if (documents.length + findings.length === 0) findings.push(readFinding("read/no-files"));
  return { documents, findings };
}
