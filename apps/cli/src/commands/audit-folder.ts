import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type AuditedPack, writeAuditSummary } from "@mingzhang/renderers";
import type { PackResult } from "../audit/pack-result.ts";
import { packsBelow } from "../audit/packs-below.ts";
import { runTasks } from "../audit/run-tasks.ts";
import { summarise, summaryJson } from "../audit/summarise.ts";
import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
} from "../command.ts";
import { Failure } from "../failure.ts";
import { distinctFileNames } from "../pack.ts";
import { writeWhole } from "../write-files.ts";

export default defineCommand({
  name: "audit",
  summary: {
    zh: "核对一个文件夹里的全部公开材料：直接放在其中的每个文件是一份；每个直接放有文件的下级文件夹合为一份；文件名写明是不同单位、年度，或预算与决算的，分开核对，只把同一单位同一年的说明与表格合为一份。中断后重跑会接着做。",
    en: "Checks every pack of a folder: each file directly in it is one pack; each folder below that directly holds files is one pack of those files. Where file names tell of several bodies or years, only the narrative and the tables of one body and year go together. Run again after an interruption to go on.",
  },
  arguments: [
    {
      name: "folder",
      required: true,
      text: { zh: "放有多份公开材料的文件夹。", en: "A folder of published packs." },
    },
  ],
  options: [
    {
      flags: "-o, --out <folder>",
      default: "audit",
      text: {
        zh: "写到哪个文件夹：summary.xlsx、summary.json，以及 packs 下每份一个结果。",
        en: "The folder for summary.xlsx, summary.json and, under packs, one result a pack.",
      },
    },
    {
      flags: "--jobs <number>",
      text: {
        zh: "同时核对几份；不写则用全部处理器。",
        en: "How many at a time; by default all processors.",
      },
    },
    {
      flags: "--timeout <seconds>",
      default: "120",
      text: { zh: "一份最多用多少秒。", en: "The longest that one pack may take." },
    },
    {
      flags: "--separate",
      text: {
        zh: "每个文件各是一份，不按文件夹合并。",
        en: "Every file is a pack of its own, whatever folder it is in.",
      },
    },
  ],
  examples: [
    {
      command: "mingzhang audit 全区预算公开 -o 核对结果",
      text: { zh: "核对全区各部门，得到一份汇总。", en: "Check all departments into one summary." },
    },
  ],
  run,
});

async function run(
  { arguments: [folder = ""], options }: CommandInput,
  terminal: Terminal,
): Promise<ExitCode> {
  const out = String(options.out);
  const jobs = wholeNumber(textOption(options.jobs) ?? String(availableParallelism()), "--jobs");
  const milliseconds = wholeNumber(String(options.timeout), "--timeout") * 1000;
  const sources = await packsBelow(folder, { separate: options.separate === true, except: out });
  if (sources.length === 0) {
    throw new Failure(
      { zh: `“${folder}”里没有文件。`, en: `There are no files in "${folder}".` },
      EXIT.unreadable,
    );
  }
  const files = distinctFileNames(sources.map(({ name }) => name)).map((name) => `packs/${name}.json`);
  const tasks = sources.map((source, index) => ({ ...source, target: join(out, files[index] ?? "") }));
  const results = await untilInterrupted((signal) =>
    runTasks(tasks, { jobs, milliseconds, signal, progress: progressTo(terminal, tasks.length) }),
  );
  if (results === undefined) return stopped(terminal);
  const packs = results.flatMap((result, index) =>
    result === undefined ? [] : [{ row: summarise(result), state: result.state, file: files[index] ?? "" }],
  );
  const rows = packs.map(({ row }) => row);
  await writeWhole(join(out, "summary.json"), new TextEncoder().encode(summaryJson(packs)));
  await writeWhole(join(out, "summary.xlsx"), await writeAuditSummary(rows));
  terminal.out(closingText(rows, out));
  return rows.some(({ errors }) => errors > 0) ? EXIT.findings : EXIT.done;
}

/** The outcome of work that the user may break off, or undefined where that happened. */
async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const controller = new AbortController();
  const interrupt = () => controller.abort();
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  try {
    const outcome = await work(controller.signal);
    return controller.signal.aborted ? undefined : outcome;
  } finally {
    process.removeListener("SIGINT", interrupt);
    process.removeListener("SIGTERM", interrupt);
  }
}

function stopped(terminal: Terminal): ExitCode {
  terminal.error(
    "已停下；已核对的都已写出，重跑同一命令会接着做。\nStopped. Run the same command again to go on.",
  );
  return EXIT.interrupted;
}

function progressTo(terminal: Terminal, total: number) {
  let count = 0;
  return (result: PackResult, upToDate: boolean) => {
    const { name, state, errors, warnings } = summarise(result);
    const words = upToDate ? "已是最新 up to date" : `${state}，${errors} 个错误，${warnings} 个疑点`;
    count++;
    terminal.error(`[${count}/${total}] ${name}：${words}`);
  };
}

function closingText(rows: readonly AuditedPack[], out: string): string {
  const sum = (value: (row: AuditedPack) => number) => rows.reduce((total, row) => total + value(row), 0);
  const failed = sum((row) => (row.failed ? 1 : 0));
  return [
    `${rows.length} 份材料，${failed} 份未能核对；${sum((row) => row.errors)} 个错误，${sum((row) => row.warnings)} 个疑点，${sum((row) => row.notices)} 个提示。`,
    `${rows.length} packs, ${failed} of them not checked.`,
    `　已写出 Written：${join(out, "summary.xlsx")}`,
  ].join("\n");
}

function wholeNumber(text: string, option: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new Failure({
    zh: `${option} 要一个正整数，不能是“${text}”。`,
    en: `${option} takes a whole number of at least 1, not "${text}".`,
  });
}
