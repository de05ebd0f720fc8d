import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Budget,
  DEPARTMENT,
  disclose,
  disclosePacks,
  type Finding,
  hasError,
  type Printing,
  type Profile,
} from "@mingzhang/core";
import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
} from "../command.ts";
import { Failure } from "../failure.ts";
import { entriesOf, loadBudget, unitIdOf } from "../load.ts";
import { digestOf, distinctFileNames, FORMATS, renderPack } from "../pack.ts";
import { countText, reportFindings } from "../report.ts";
import { ROUNDING_OPTIONS, roundingOf } from "../rounding.ts";
import { type BuiltPack, describePack, summaryJson, summaryText } from "../summary.ts";
import { VERSION } from "../version.ts";
import { isUpToDate, writePack } from "../write-files.ts";

export default defineCommand({
  name: "build",
  summary: {
    zh: "由一套预算数据编成整套公开材料：网页、Excel、Word、PDF 和开放数据。",
    en: "Builds the whole pack from one budget: web page, Excel, Word, PDF and open data.",
  },
  arguments: [
    {
      name: "budget",
      required: true,
      text: {
        zh: "填报工作簿，或同样内容的 CSV 文件夹。",
        en: "A budget workbook, or a folder of CSV files with the same content.",
      },
    },
  ],
  options: [
    {
      flags: "-o, --out <folder>",
      default: "out",
      text: { zh: "写到哪个文件夹。", en: "The folder to write to." },
    },
    {
      flags: "--profile <id>",
      text: {
        zh: "按哪一地的表样公开；不写则用部门信息所填。",
        en: "The place's profile; by default the one that the department sheet names.",
      },
    },
    {
      flags: "--format <list>",
      default: FORMATS.join(","),
      text: { zh: "要哪些格式，逗号分隔。", en: "Which formats, separated by commas." },
    },
    {
      flags: "--unit <name>",
      text: {
        zh: "只编这一个预算单位的单位预算。",
        en: "Build the pack of this one unit instead of the department's.",
      },
    },
    {
      flags: "--units",
      text: {
        zh: "同时编出每个预算单位的单位预算，写到 units 之下；中断后重跑会接着编。",
        en: "Also build every unit's pack, under units/; run again after an interruption to go on.",
      },
    },
    {
      flags: "--fonts <folder>",
      text: {
        zh: "PDF 优先使用这个文件夹里的字体（仿宋_GB2312、方正小标宋等）。",
        en: "Fonts that the PDF prefers (office fonts).",
      },
    },
    ...ROUNDING_OPTIONS,
    {
      flags: "--no-verify",
      text: {
        zh: "不把写出的文件读回核对（更快）。",
        en: "Do not read the written files back to compare them (faster).",
      },
    },
    {
      flags: "--json",
      text: {
        zh: "在标准输出打印机器可读的结果。",
        en: "Print a machine-readable result on standard output.",
      },
    },
  ],
  examples: [
    {
      command: "mingzhang build fixtures/wansheng-2023 -o out",
      text: { zh: "编成示例部门的整套材料。", en: "Build the example department's pack." },
    },
    {
      command: "mingzhang build 填报工作簿.xlsx --units -o 公开材料",
      text: { zh: "部门和所属各单位一次编完。", en: "Build the department and all its units." },
    },
  ],
  run,
});

type Jobs = readonly [BuildJob, ...BuildJob[]];

interface BuildJob {
  readonly body: string;
  readonly folder: string;
}

async function run(input: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const [path = ""] = input.arguments;
  const { options } = input;
  const json = options.json === true;
  const formats = formatsOf(String(options.format));
  const fonts = await fontsOf(textOption(options.fonts));
  const loaded = await loadBudget(path, textOption(options.profile));
  reportFindings(loaded.findings, terminal);
  if (loaded.budget === undefined) return refuse(loaded.findings, loaded.code, json, terminal);
  const { budget, profile, findings } = loaded;
  const jobs = jobsOf(budget, String(options.out), textOption(options.unit), options.units === true);
  const rounding = await roundingOf(input);
  const printings = new Map<string, Printing>();
  const faults: Finding[] = [];
  const bodies = jobs.map(({ body }) => body);
  for (const disclosure of disclosePacks(budget, profile, rounding, bodies)) {
    const { book, figures, receipt, findings: found } = disclosure;
    printings.set(book.body, { figures, ...(receipt === undefined ? {} : { receipt }) });
    faults.push(...found);
    if (jobs.length > 1) progress(terminal, `[${printings.size}/${jobs.length}] 取整 rounding …`);
  }
  if (hasError(faults)) {
    reportFindings(faults, terminal);
    return refuse([...findings, ...faults], EXIT.findings, json, terminal);
  }
  const source = await digestOfInput(path, profile, formats, fonts, printings);
  const settings = {
    budget,
    profile,
    formats,
    fonts,
    verify: options.verify !== false,
    source,
    printings,
    resumable: options.units === true,
  };
  const built = await buildPacks(jobs, settings, terminal);
  reportFindings(
    built.flatMap((pack) => pack.findings),
    terminal,
  );
  if (built.some((pack) => hasError(pack.findings))) return refusePacks(built, findings, json, terminal);
  terminal.out(json ? summaryJson(built, findings) : summaryText(built, findings));
  return EXIT.done;
}

interface BuildSettings {
  readonly budget: Budget;
  readonly profile: Profile;
  readonly formats: readonly string[];
  readonly fonts: readonly Uint8Array[];
  readonly verify: boolean;
  /** Digest of everything that the packs are made from. */
  readonly source: string;
  /** The figures of each body. */
  readonly printings: ReadonlyMap<string, Printing>;
  readonly resumable: boolean;
}

async function buildPacks(jobs: readonly BuildJob[], settings: BuildSettings, terminal: Terminal) {
  const built: BuiltPack[] = [];
  for (const [index, job] of jobs.entries()) {
    const step = jobs.length > 1 ? `[${index + 1}/${jobs.length}] ` : "";
    built.push(await buildPack(job, settings, (line) => progress(terminal, step + line)));
  }
  return built;
}

async function buildPack(
  job: BuildJob,
  { budget, profile, formats, fonts, verify, source, printings, resumable }: BuildSettings,
  say: (line: string) => void,
): Promise<BuiltPack> {
  const { folder } = job;
  const input = digestOf([source, job.body]);
  const disclosure = disclose(budget, profile, job.body, printings.get(job.body));
  const { name } = disclosure.variables;
  if (resumable && (await isUpToDate(folder, input))) {
    say(`${name}：已是最新 up to date`);
    return describePack(disclosure, { folder, files: [], findings: disclosure.findings, upToDate: true });
  }
  const rendered = await renderPack(disclosure, formats, { fonts, verify }, (format) =>
    say(`${name}：${format} …`),
  );
  const findings = [...disclosure.findings, ...rendered.findings];
  if (!hasError(findings)) await writePack(folder, rendered.files, input);
  const files = rendered.files.map((file) => join(folder, file.path));
  return describePack(disclosure, { folder, files, findings, upToDate: false });
}

function jobsOf(budget: Budget, out: string, unit: string | undefined, units: boolean): Jobs {
  if (unit !== undefined && units) {
    throw new Failure({
      zh: "--unit 只编一个单位，--units 编全部单位，只能用一个。",
      en: "--unit builds one unit and --units all of them: use one of the two.",
    });
  }
  if (unit !== undefined) return [{ body: unitIdOf(budget, unit), folder: out }];
  const department = { body: DEPARTMENT, folder: out };
  if (!units) return [department];
  const names = distinctFileNames(budget.units.map(({ id }) => id));
  return [
    department,
    ...budget.units.map(({ id }, index) => ({ body: id, folder: join(out, "units", names[index] ?? id) })),
  ];
}

function formatsOf(list: string): readonly string[] {
  const formats = list.split(/[,，\s]+/u).filter((format) => format !== "");
  const unknown = formats.find((format) => !FORMATS.includes(format));
  if (unknown === undefined && formats.length > 0)
    return FORMATS.filter((format) => formats.includes(format));
  throw new Failure({
    zh: `没有格式“${unknown ?? ""}”。可用：${FORMATS.join("、")}。`,
    en: `There is no format "${unknown ?? ""}". Choose from: ${FORMATS.join(", ")}.`,
  });
}

async function fontsOf(folder: string | undefined): Promise<readonly Uint8Array[]> {
  if (folder === undefined) return [];
  const names = await readdir(folder).catch(() => {
    throw new Failure(
      { zh: `找不到字体文件夹“${folder}”。`, en: `There is no font folder "${folder}".` },
      EXIT.unreadable,
    );
  });
  return Promise.all(
    names
      .filter((name) => /\.(?:ttf|otf|ttc)$/i.test(name))
      .sort()
      .map((name) => readFile(join(folder, name))),
  );
}

async function digestOfInput(
  path: string,
  profile: Profile,
  formats: readonly string[],
  fonts: readonly Uint8Array[],
  printings: ReadonlyMap<string, Printing>,
) {
  const entries = await entriesOf(path);
  const figures = [...printings.values()].flatMap((printing) =>
    [...printing.figures].map(([id, { scaled }]) => `${id}=${scaled}`),
  );
  const input = entries.flatMap(({ name, bytes }) => [name, bytes]);
  return digestOf([
    VERSION,
    JSON.stringify(profile),
    formats.join(","),
    figures.join(","),
    ...input,
    ...fonts,
  ]);
}

/** Says that nothing was written. */
function refuse(findings: readonly Finding[], code: ExitCode, json: boolean, terminal: Terminal): ExitCode {
  terminal.error(
    `\n${countText(findings)}。有错误，未写出任何文件；请改正后重新编制。\nThere are errors, so nothing was written.`,
  );
  if (json) terminal.out(JSON.stringify({ built: false, findings }, null, 2));
  return code;
}

/** Says which packs could not be made into files; the others are written. */
function refusePacks(
  built: readonly BuiltPack[],
  input: readonly Finding[],
  json: boolean,
  terminal: Terminal,
): ExitCode {
  const failed = built.filter((pack) => hasError(pack.findings));
  const findings = [...input, ...built.flatMap((pack) => pack.findings)];
  if (failed.length === built.length) return refuse(findings, EXIT.findings, json, terminal);
  const names = failed.map((pack) => pack.name).join("、");
  terminal.error(
    `\n${countText(findings)}。有错误，未写出：${names}；其余 ${built.length - failed.length} 套已写出。\nThere are errors. Not written: ${names}. The other ${built.length - failed.length} packs were written.`,
  );
  if (json) terminal.out(JSON.stringify({ built: false, findings }, null, 2));
  return EXIT.findings;
}

function progress(terminal: Terminal, line: string): void {
  if (terminal.interactive) terminal.error(line);
}
