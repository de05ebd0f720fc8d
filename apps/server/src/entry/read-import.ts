import { fileURLToPath } from "node:url";
import type { Finding, ImportMapping, RowValues } from "@mingzhang/core";
import type { LedgerEntry } from "@mingzhang/readers";
import { type Broken, LimitedProcess, type ProcessLimits } from "@mingzhang/readers/limited";
import type { EntryRecords } from "@mingzhang/renderers";
import { Refusal } from "../http/refusal.ts";

export interface ImportTask {
  readonly files: readonly LedgerEntry[];
}

/** An export of another system, for one of the sheets that take them. */
export interface ExportTask extends ImportTask {
  readonly sheet: string;
  readonly mapping: ImportMapping;
  /** The rows of the sheet that are there. */
  readonly known: readonly RowValues[];
  /** Which sheet of the export, where several could be it. */
  readonly name?: string;
}

export interface ExportReading {
  readonly rows: readonly RowValues[];
  readonly known: number;
  readonly findings: readonly Finding[];
  readonly choices: readonly string[];
}

export interface ImportReading {
  readonly records: EntryRecords;
  readonly findings: readonly Finding[];
}

/** 20,000 lines take two seconds and 300 MB. */
const LIMITS: ProcessLimits = { seconds: 60, megabytes: 1536 };
/** More wait: each may take its limit of memory. */
const AT_ONCE = 2;
const MODULE = fileURLToPath(new URL("../../dist/entry/import-process.js", import.meta.url));

/** Reads workbooks or CSV files in a process of their own; a refusal where they take too much time or memory. */
export function readImport(task: ImportTask, limits: Partial<ProcessLimits> = {}): Promise<ImportReading> {
  return ask(task, limits);
}

/** Reads another system's export likewise. */
export function readExport(task: ExportTask, limits: Partial<ProcessLimits> = {}): Promise<ExportReading> {
  return ask(task, limits);
}

async function ask<Task extends ImportTask, Answer extends object>(
  task: Task,
  limits: Partial<ProcessLimits>,
): Promise<Answer> {
  const done = await turn();
  const reader = new LimitedProcess<Task, Answer>(MODULE, { ...LIMITS, ...limits });
  try {
    const outcome = await reader.ask(task);
    if (typeof outcome === "string") throw refusalFor(outcome, task);
    return outcome;
  } finally {
    reader.stop();
    done();
  }
}

let running = 0;
const waiting: (() => void)[] = [];

/** Waits for a turn; what it answers with gives the turn to the next. */
async function turn(): Promise<() => void> {
  if (running >= AT_ONCE) await new Promise<void>((begin) => waiting.push(begin));
  else running++;
  return () => {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  };
}

const REASONS: Readonly<Record<Broken, { readonly zh: string; readonly en: string }>> = {
  "too-slow": { zh: "读取用时太长", en: "takes too long to read" },
  "too-much-memory": { zh: "展开后太大", en: "is too large when unpacked" },
  crashed: { zh: "已损坏，无法读取", en: "is damaged and cannot be read" },
};

function refusalFor(broken: Broken, { files }: ImportTask): Refusal {
  const names = files.map(({ name }) => name).join("、");
  const { zh, en } = REASONS[broken];
  return new Refusal("invalid", {
    zh: `没有导入：“${names}”${zh}。请用 Excel 或 WPS 打开，另存后再导入。`,
    en: `Nothing was imported: "${names}" ${en}. Open it in Excel or WPS, save it again and import that.`,
  });
}
