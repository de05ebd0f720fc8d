import { fileURLToPath } from "node:url";
import type { AuditFinding, Finding, Text } from "@mingzhang/core";
import type { DocumentFile } from "@mingzhang/readers";
import type { CheckForm } from "@mingzhang/renderers";
import { Piscina } from "piscina";
import type { Upload } from "../api/index.ts";

export interface AuditTask {
  readonly files: readonly DocumentFile[];
}

/** What the audit of a pack found. */
export interface PackAudit {
  readonly counts: NonNullable<Upload["counts"]>;
  /** Whether there was anything that rules apply to. */
  readonly isChecked: boolean;
  readonly findings: readonly AuditFinding[];
  readonly readingFindings: readonly Finding[];
  readonly form: CheckForm;
  /** The check sheet, XLSX. */
  readonly sheet: Uint8Array;
}

/** Audits packs on threads, so that a worker hears that it is to stop while one takes long. */
export interface Auditor {
  /** A text instead where the pack takes more time or memory than it may. */
  audit(task: AuditTask): Promise<PackAudit | Text>;
  close(): Promise<void>;
}

/** Always the compiled module: a thread has no loader for sources. */
const THREAD = fileURLToPath(new URL("../../dist/jobs/audit-thread.js", import.meta.url));
const LONGEST = 900_000;
const MEGABYTES = 4096;
const IDLE = 60_000;

export function openAuditor(threads: number): Auditor {
  const pool = new Piscina({
    filename: THREAD,
    name: "audit",
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE,
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  return {
    audit: async (task) => {
      const late = AbortSignal.timeout(LONGEST);
      try {
        return await pool.run(task, { signal: late });
      } catch (error) {
        if (late.aborted || isOutOfMemory(error)) return TOO_MUCH;
        throw error;
      }
    },
    close: () => pool.destroy(),
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

const TOO_MUCH: Text = {
  zh: "这套材料太大，核对用的时间或内存超过了上限，没有完成；请分成几次上传。",
  en: "This pack is too large: checking it took more time or memory than allowed. Upload it in parts.",
};
