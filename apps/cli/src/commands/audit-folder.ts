import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { writeAuditSummary } from "@mingzhang/renderers";
import { closingText } from "../audit/closing-text.ts";
import { readExpected } from "../audit/expected-packs.ts";
import { expectedReport } from "../audit/expected-status.ts";
import { inputOf, type PackResult, type PlannedTask } from "../audit/pack-result.ts";
import { type PackSearch, type PackSource, packsBelow } from "../audit/packs-below.ts";
import { identified, type PriorPack } from "../audit/prior-packs.ts";
import { runTasks } from "../audit/run-tasks.ts";
import { settled } from "../audit/settle.ts";
import { type AuditExtras, type AuditRecord, summarise, summaryJson } from "../audit/summarise.ts";
import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
} from "../command.ts";
import { Failure } from "../failure.ts";
import { digestOf, distinctFileNames } from "../pack.ts";
import { writeWhole } from "../write-files.ts";

export default defineCommand({
  name: "audit",
  summary: {
    zh: "核对一个文件夹里的全部公开材料：直接放在其中的每个文件是一份；每个直接放有文件的下级文件夹合为一份；文件名写明是不同单位、年度，或预算与决算的，分开核对，只把同一单位同一年的说明与表格合为一份；文件名没有写明的，看内容。中断后重跑会接着做。",
    en: "Checks every pack of a folder: each file directly in it is one pack; each folder below that directly holds files is one pack of those files. Where file names tell of several bodies or years, only the narrative and the tables of one body and year go together; where names say nothing, what the files hold decides. Run again after an interruption to go on.",
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
      flags: "--prior <folder>",
      text: {
        zh: "放有上一年公开件的文件夹：按单位名称与年度配对，核对上年数；可以在所核对的文件夹之内，也可以就是它。",
        en: "A folder of last year's packs, paired by body and year to compare figures of last year; it may lie in the audited folder or be the same.",
      },
    },
    {
      flags: "--expected <file>",
      text: {
        zh: "应公开清单（CSV 或工作簿），各列为单位、文种、年度、批复日期、公开日期、不公开理由，后三列可以没有：汇总谁未公开、谁逾期、谁不适用。",
        en: "The list of what must be published (CSV or workbook) with the columns body, kind, year, approved, published, exempt, the last three optional: who has not published, who is late, who is exempt.",
      },
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
    {
      command: "mingzhang audit 2024年预算公开 --prior 2023年预算公开 --expected 应公开清单.csv",
      text: {
        zh: "连同上年公开件核对，并查明谁未公开、谁逾期。",
        en: "Compare with last year's packs, and see who has not published or was late.",
      },
    },
  ],
  run,
});

interface Settings {
  readonly jobs: number;
  readonly milliseconds: number;
  readonly terminal: Terminal;
}

async function run(
  { arguments: [folder = ""], options }: CommandInput,
  terminal: Terminal,
): Promise<ExitCode> {
  const out = String(options.out);
  const settings: Settings = {
    jobs: wholeNumber(textOption(options.jobs) ?? String(availableParallelism()), "--jobs"),
    milliseconds: wholeNumber(String(options.timeout), "--timeout") * 1000,
    terminal,
  };
  const list = textOption(options.expected);
  const expected = list === undefined ? undefined : await readExpected(list);
  const earlier = textOption(options.prior);
  const apart = earlier !== undefined && resolve(earlier) !== resolve(folder);
  const separate = options.separate === true;
  const candidates = await packsIn(folder, { separate, except: apart ? [out, earlier] : [out] });
  const before = earlier === undefined ? [] : await packsIn(earlier, { separate, except: [out] });
  const found = await untilInterrupted(async (signal) => {
    const look = (files: readonly PackSource[], of: string) =>
      identify(files, { folder: of, out }, signal, settings);
    const sources = await settled(folder, candidates, (files) => look(files, "files"));
    const priors = earlier === undefined ? undefined : await priorsIn(earlier, before, look);
    const compared = {
      ...(priors === undefined ? {} : { priors }),
      ...(expected === undefined ? {} : { expected }),
    };
    return { priors, records: await audit(sources, out, compared, signal, settings) };
  });
  if (found === undefined) return stopped(terminal);
  const { records, priors } = found;
  const extras: AuditExtras = {
    ...(priors === undefined ? {} : { priors: apart ? priors : [] }),
    ...(expected === undefined
      ? {}
      : {
          expected: expectedReport(
            expected,
            records.map(({ result }) => result),
          ),
        }),
  };
  await write(records, extras, out, terminal);
  return records.some(({ row }) => row.errors > 0) ? EXIT.findings : EXIT.done;
}

async function packsIn(folder: string, search: PackSearch): Promise<readonly PackSource[]> {
  const sources = await packsBelow(folder, search);
  if (sources.length > 0) return sources;
  throw new Failure(
    { zh: `“${folder}”里没有文件。`, en: `There are no files in "${folder}".` },
    EXIT.unreadable,
  );
}

/** The packs of last year with what they say that they are. */
async function priorsIn(
  folder: string,
  candidates: readonly PackSource[],
  look: (files: readonly PackSource[], of: string) => ReturnType<typeof identify>,
): Promise<readonly PriorPack[]> {
  const sources = await settled(folder, candidates, (files) => look(files, "prior-files"));
  return identified(sources, await look(sources, "priors"));
}

/** What files or packs say that they are; kept beside the results, so that they are read for it once. */
async function identify(
  sources: readonly PackSource[],
  { folder, out }: { readonly folder: string; readonly out: string },
  signal: AbortSignal,
  { jobs, milliseconds, terminal }: Settings,
): Promise<readonly (PackResult | undefined)[]> {
  const files = filesFor(sources, folder);
  const tasks = sources.map((source, index) => ({
    ...source,
    identify: true as const,
    surroundings: "identify",
    target: join(out, files[index] ?? ""),
  }));
  terminal.error(`${WORDS[folder] ?? WORDS.files} ${tasks.length}`);
  return runTasks(tasks, { jobs, milliseconds, signal, progress: () => undefined });
}

const WORDS: Readonly<Record<string, string>> = {
  files: "辨认各文件属于哪一套 Looking which files belong together:",
  priors: "辨认上年材料 Identifying last year's packs:",
};

async function audit(
  sources: readonly PackSource[],
  out: string,
  compared: Pick<PlannedTask, "priors" | "expected">,
  signal: AbortSignal,
  { jobs, milliseconds, terminal }: Settings,
): Promise<readonly AuditRecord[]> {
  const files = filesFor(sources, "packs");
  const surroundings = await surroundingsOf(compared);
  const tasks = sources.map((source, index) => ({
    ...source,
    ...compared,
    surroundings,
    target: join(out, files[index] ?? ""),
  }));
  const progress = progressTo(terminal, tasks.length);
  const results = await runTasks(tasks, { jobs, milliseconds, signal, progress });
  return results.flatMap((result, index) =>
    result === undefined ? [] : [{ row: summarise(result), result, file: files[index] ?? "" }],
  );
}

function filesFor(sources: readonly PackSource[], folder: string): readonly string[] {
  return distinctFileNames(sources.map(({ name }) => name)).map((name) => `${folder}/${name}.json`);
}

/** Digest of all that packs are compared with: a change of it has them checked again. */
async function surroundingsOf({
  priors,
  expected,
}: Pick<PlannedTask, "priors" | "expected">): Promise<string> {
  if (priors === undefined && expected === undefined) return "";
  const inputs = await Promise.all((priors ?? []).map(inputOf));
  return digestOf([JSON.stringify({ priors, inputs, expected })]);
}

async function write(
  records: readonly AuditRecord[],
  extras: AuditExtras,
  out: string,
  terminal: Terminal,
): Promise<void> {
  const rows = records.map(({ row }) => row);
  const json = new TextEncoder().encode(summaryJson(records, extras));
  await writeWhole(join(out, "summary.json"), json);
  await writeWhole(join(out, "summary.xlsx"), await writeAuditSummary(rows, extras.expected?.rows));
  terminal.out(`${closingText(records, extras)}\n　已写出 Written：${join(out, "summary.xlsx")}`);
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

function wholeNumber(text: string, option: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new Failure({
    zh: `${option} 要一个正整数，不能是“${text}”。`,
    en: `${option} takes a whole number of at least 1, not "${text}".`,
  });
}
