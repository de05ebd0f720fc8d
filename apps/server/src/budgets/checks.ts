import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Fen } from "@mingzhang/core";
import type { EntryForm } from "@mingzhang/renderers";
import { Piscina } from "piscina";
import type { CeilingKind, CheckResult, scanEntry } from "../api/index.ts";
import { Refusal } from "../http/refusal.ts";
import type { YearAnswer, YearAsk, YearTask } from "../year/answer.ts";

/** A budget to be checked. */
export interface CheckTask {
  /** Its sheets and rows as JSON. */
  readonly content: string;
  /** The short name of a body that publishes as a unit. */
  readonly unit: string | undefined;
}

/** A workbook of entered sheets to be written. */
export interface WorkbookTask extends Pick<CheckTask, "content"> {
  readonly year: number;
  readonly form: EntryForm;
}

export interface EntryCheck extends Pick<CheckResult, "counts"> {
  readonly findings: readonly CheckResult["findings"][number][];
  /** Whether it could be derived at all. */
  readonly isPublishable: boolean;
  /** What is entered of what ceilings limit; absent where the entry cannot be read. */
  readonly entered?: Readonly<Record<CeilingKind, Fen>>;
}

export type ScanFinding = ReturnType<typeof scanEntry>[number];

/** Checks of budgets, and workbooks of them, beside the thread that answers requests. A refusal where a budget takes too much. */
export interface Checks {
  check(task: CheckTask): Promise<EntryCheck>;
  scan(task: CheckTask): Promise<readonly ScanFinding[]>;
  year<Ask extends YearAsk>(task: YearTask<Ask>): Promise<YearAnswer<Ask>>;
  workbook(task: WorkbookTask): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Always the compiled module: a thread has no loader for sources. */
const THREAD = fileURLToPath(new URL("../../dist/budgets/check-thread.js", import.meta.url));
const YEAR_THREAD = fileURLToPath(new URL("../../dist/year/year-thread.js", import.meta.url));
const WORKBOOK_THREAD = fileURLToPath(new URL("../../dist/entry/workbook-thread.js", import.meta.url));
const LONGEST_CHECK = 300_000;
/** 300 units with 20,000 lines take half of it. */
const MEGABYTES = 3072;
const IDLE = 120_000;
/** Where the system knows priorities, answering requests comes before checking. */
const NICE = 10;
/** Of the last checks, so that the steps of one budget that somebody asks about one by one take one check. */
const KEPT = 32;

export function openChecks({ megabytes = MEGABYTES } = {}): Checks {
  const pool = new Piscina({
    filename: THREAD,
    minThreads: 0,
    maxThreads: Math.min(4, availableParallelism()),
    idleTimeout: IDLE,
    niceIncrement: NICE,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  const run = async (name: string, task: unknown, filename = THREAD) => {
    try {
      return await pool.run(task, { name, filename, signal: AbortSignal.timeout(LONGEST_CHECK) });
    } catch (error) {
      if (isTooMuch(error)) throw TOO_MUCH;
      throw error;
    }
  };
  const kept = keeping<EntryCheck>(KEPT);
  const keptYears = keeping<unknown>(KEPT);
  return {
    check: (task) => kept(digestOf(task), () => run("check", task)),
    scan: (task) => run("scan", task),
    year: <Ask extends YearAsk>(task: YearTask<Ask>) =>
      keptYears(yearDigestOf(task), () => run("answer", task, YEAR_THREAD)) as Promise<YearAnswer<Ask>>,
    workbook: (task) => run("write", task, WORKBOOK_THREAD),
    close: () => pool.destroy(),
  };
}

function digestOf({ content, unit = "" }: CheckTask): string {
  return createHash("sha256").update(`${unit}\n`).update(content).digest("base64");
}

function yearDigestOf({ content, ...rest }: YearTask): string {
  return createHash("sha256").update(JSON.stringify(rest)).update(content).digest("base64");
}

/** Gives the same promise for the same key while it is among the last; failures are forgotten. */
function keeping<Result>(most: number) {
  const results = new Map<string, Promise<Result>>();
  return (key: string, make: () => Promise<Result>): Promise<Result> => {
    const result = results.get(key) ?? make();
    results.delete(key);
    results.set(key, result);
    result.catch(() => results.delete(key));
    for (const oldest of results.keys()) {
      if (results.size <= most) break;
      results.delete(oldest);
    }
    return result;
  };
}

function isTooMuch(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  return code === "ERR_WORKER_OUT_OF_MEMORY" || error.name === "AbortError";
}

const TOO_MUCH = new Refusal("too-large", {
  zh: "这套预算太大，核对或导出用的时间或内存超过了上限，没有完成；请减少明细后再试。",
  en: "This budget is too large: checking or exporting it took more time or memory than allowed. Shorten it and try again.",
});
