import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Finding } from "@mingzhang/core";
import { type ReadNoticeId, readFinding } from "../document/findings.ts";
import { stampFinding } from "../document/stamp.ts";
import type { DocumentFile, DocumentsReading, ReadDocument, ReadOptions } from "../read-document.ts";

export interface ReadLimits {
  /** The longest that one file may take. */
  readonly seconds: number;
  /** Of the heap. What a file unpacks to is bounded by the readers themselves. */
  readonly megabytes: number;
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
  const child = new LimitedChild({ ...LIMITS, ...within });
  const documents: ReadDocument[] = [];
  const findings: Finding[] = [];
  try {
    for (const file of files) {
      const reading = await child.read({ file, options: rest });
      documents.push(...reading.documents);
      findings.push(...reading.findings.filter(({ rule }) => rule !== "read/no-files"));
    }
  } finally {
    child.stop();
  }
  if (documents.length + findings.length === 0) findings.push(readFinding("read/no-files"));
  return { documents, findings };
}

/** One child process, replaced when a file has broken it. */
class LimitedChild {
  readonly #limits: ReadLimits;
  #child: ChildProcess | undefined;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  /** Never rejects. */
  read(task: LimitedTask): Promise<DocumentsReading> {
    const child = this.#live();
    return new Promise((resolve) => {
      const end = (outcome: DocumentsReading | ReadNoticeId) => {
        clearTimeout(timer);
        child.removeAllListeners();
        child.on("error", () => undefined);
        if (typeof outcome === "string") this.stop();
        resolve(typeof outcome === "string" ? given(outcome, task.file.name) : outcome);
      };
      const timer = setTimeout(() => end("read/too-slow"), this.#limits.seconds * 1000);
      child.on("message", (reading: DocumentsReading) => end(reading));
      child.on("exit", (code, signal) =>
        end(isOutOfMemory(code, signal) ? "read/too-much-memory" : "read/crashed"),
      );
      child.on("error", () => end("read/crashed"));
      child.send(task, (error) => {
        if (error !== null) end("read/crashed");
      });
    });
  }

  stop(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  #live(): ChildProcess {
    const { megabytes, module = WORKER } = this.#limits;
    this.#child ??= fork(module, {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${megabytes}`],
    });
    return this.#child;
  }
}

/** V8 aborts when its heap is full; a system short of memory kills. */
function isOutOfMemory(code: number | null, signal: NodeJS.Signals | null): boolean {
  return signal === "SIGABRT" || signal === "SIGKILL" || signal === "SIGTRAP" || code === 134;
}

function given(rule: ReadNoticeId, name: string): DocumentsReading {
  return { documents: [], findings: [stampFinding(readFinding(rule), name)] };
}
