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

/** Reads documents as `readDocuments` does, in a process of its own. */
export interface LimitedReader {
  read(files: readonly DocumentFile[], options?: ReadOptions): Promise<DocumentsReading>;
  /** Ends the process. */
  stop(): void;
}

/** A process that has read so many files is replaced: what reading leaves in its memory is not carried on for ever. */
const FILES_OF_A_PROCESS = 50;

/**
 * A reader for pack after pack: its process takes a second to start and is kept. File by file there is a limit of time
 * and memory: a file that breaks one is given up with a finding, and costs the others nothing. For Node only.
 */
export function openLimitedReader(within: Partial<ReadLimits> = {}): LimitedReader {
  const { module = WORKER, ...limits } = { ...LIMITS, ...within };
  const reader = new LimitedProcess<LimitedTask, DocumentsReading>(module, limits);
  let read = 0;
  const readFile = async (file: DocumentFile, options: ReadOptions) => {
    if (read++ % FILES_OF_A_PROCESS === 0) reader.stop();
    return reader.ask({ file, options });
  };
  return {
    read: async (files, options = {}) => {
      const documents: ReadDocument[] = [];
      const findings: Finding[] = [];
      for (const file of files) {
        const outcome = await readFile(file, options);
        if (typeof outcome === "string") {
          findings.push(stampFinding(readFinding(`read/${outcome}`), file.name));
          continue;
        }
        documents.push(...outcome.documents);
        findings.push(...outcome.findings.filter(({ rule }) => rule !== "read/no-files"));
      }
      if (documents.length + findings.length === 0) findings.push(readFinding("read/no-files"));
      return { documents, findings };
    },
    stop: () => reader.stop(),
  };
}

/** `readDocuments` of one pack by an `openLimitedReader`. */
export async function readDocumentsLimited(
  files: readonly DocumentFile[],
  options: ReadOptions & { readonly within?: Partial<ReadLimits> } = {},
): Promise<DocumentsReading> {
  const { within, ...rest } = options;
  const reader = openLimitedReader(within);
  try {
    return await reader.read(files, rest);
  } finally {
    reader.stop();
  }
}
