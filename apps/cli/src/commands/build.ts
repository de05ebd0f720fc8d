import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Budget,
  DEPARTMENT,
  type Disclosure,
  disclose,
  type Finding,
  hasError,
  type Profile,
} from "@mingzhang/core";
import { type CommandInput, defineCommand, EXIT, type ExitCode, type Terminal } from "../command.ts";
import { Failure } from "../failure.ts";
import { entriesOf, loadBudget } from "../load.ts";
import { digestOf, FORMATS, renderPack, safeFileName } from "../pack.ts";
import { countText, reportFindings } from "../report.ts";
import { summaryJson, summaryText } from "../summary.ts";
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

interface BuildJob {
  readonly body: string;
  readonly folder: string;
}

interface BuiltPack extends BuildJob {
  readonly disclosure: Disclosure;
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
  readonly skipped: boolean;
}

async function run(input: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const [path = ""] = input.arguments;
  const { options } = input;
  const formats = formatsOf(String(options.format));
  const { budget, profile, findings } = await loadBudget(path, text(options.profile));
  if (budget === undefined) return refuse(findings, options.json === true, terminal);
  reportFindings(findings, terminal);
  const fonts = await fontsOf(text(options.fonts));
  const source = await digestOfInput(path, profile, formats, fonts);
  const built: BuiltPack[] = [];
  const jobs = jobsOf(budget, String(options.out), text(options.unit), options.units === true);
  for (const [index, job] of jobs.entries()) {
    const step = jobs.length > 1 ? `[${index + 1}/${jobs.length}] ` : "";
    built.push(
      await buildPack(
        job,
        { budget, profile, formats, fonts, source, step, resumable: options.units === true },
        terminal,
      ),
    );
  }
  const packFindings = built.flatMap((pack) => pack.findings);
  reportFindings(packFindings, terminal);
  if (hasError(packFindings))
    return refuse([...findings, ...packFindings], options.json === true, terminal, true);
  terminal.out(options.json === true ? summaryJson(built, findings) : summaryText(built, findings));
  return EXIT.done;
}

interface BuildSettings {
  readonly budget: Budget;
  readonly profile: Profile;
  readonly formats: readonly string[];
  readonly fonts: readonly Uint8Array[];
  readonly source: string;
  readonly step: string;
  readonly resumable: boolean;
}

async function buildPack(job: BuildJob, settings: BuildSettings, terminal: Terminal): Promise<BuiltPack> {
  const { budget, profile, formats, fonts, step } = settings;
  const input = digestOf([settings.source, job.body]);
  const disclosure = disclose(budget, profile, job.body);
  const { name } = disclosure.variables;
  if (settings.resumable && (await isUpToDate(job.folder, input))) {
    progress(terminal, `${step}${name}：已是最新 up to date`);
    return { ...job, disclosure, files: [], findings: disclosure.findings, skipped: true };
  }
  if (hasError(disclosure.findings))
    return { ...job, disclosure, files: [], findings: disclosure.findings, skipped: false };
  const rendered = await renderPack(disclosure, formats, fonts, (format) =>
    progress(terminal, `${step}${name}：${format} …`),
  );
  const findings = [...disclosure.findings, ...rendered.findings];
  if (!hasError(findings)) await writePack(job.folder, rendered.files, input);
  return {
    ...job,
    disclosure,
    files: rendered.files.map((file) => join(job.folder, file.path)),
    findings,
    skipped: false,
  };
}

function jobsOf(budget: Budget, out: string, unit: string | undefined, units: boolean): readonly BuildJob[] {
  if (unit !== undefined) return [{ body: unitId(budget, unit), folder: out }];
  const department = { body: DEPARTMENT, folder: out };
  if (!units) return [department];
  return [
    department,
    ...budget.units.map(({ id }) => ({ body: id, folder: join(out, "units", safeFileName(id)) })),
  ];
}

function unitId(budget: Budget, name: string): string {
  const unit = budget.units.find((candidate) =>
    [candidate.id, candidate.name, candidate.code].includes(name),
  );
  if (unit !== undefined) return unit.id;
  const choices = budget.units.map((candidate) => candidate.id).join("、");
  throw new Failure({
    zh: `没有预算单位“${name}”。可选：${choices}。`,
    en: `There is no unit "${name}". Choose one of: ${choices}.`,
  });
}

function formatsOf(list: string): readonly string[] {
  const formats = list.split(/[,，\s]+/u).filter((format) => format !== "");
  const unknown = formats.find((format) => !FORMATS.includes(format));
  if (unknown === undefined && formats.length > 0) return formats;
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
) {
  const entries = await entriesOf(path);
  const input = entries.flatMap(({ name, bytes }) => [name, bytes]);
  return digestOf([VERSION, JSON.stringify(profile), formats.join(","), ...input, ...fonts]);
}

/** Says what is wrong and that nothing was written. */
function refuse(findings: readonly Finding[], json: boolean, terminal: Terminal, reported = false): ExitCode {
  if (!reported) reportFindings(findings, terminal);
  terminal.error(
    `\n${countText(findings)}。有错误，未写出任何文件；请改正后重新编制。\nThere are errors, so nothing was written.`,
  );
  if (json) terminal.out(JSON.stringify({ built: false, findings }, null, 2));
  return EXIT.findings;
}

function progress(terminal: Terminal, line: string): void {
  if (terminal.interactive) terminal.error(line);
}

function text(option: string | boolean | undefined): string | undefined {
  return typeof option === "string" ? option : undefined;
}
