// Pages a second and peak memory of reading PDFs, and of reading and checking them, beside other readers of tables on
// the same files in one run. Writes its section of docs/benchmarks.md. The other readers are measuring tools, never
// dependencies: with `--peers` they are installed into a temporary folder, and left out where they cannot be had.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeSection } from "./benchmark-reading/section.ts";
import { evaluateTables } from "./corpus/evaluate.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = join(root, "../shared");
const reader = join(root, "scripts/benchmark-reading/reader.mjs");
const withPeers = process.argv.includes("--peers");
/** One pack of each of six layouts, so that the slow readers come to an end. */
const SAMPLE = ["F013", "F080", "F103", "F164", "F201", "F225"];
const PEERS = ["pdf-parse@2.4.5", "@opendataloader/pdf@2.5.11", "@bentopdf/pymupdf-wasm@0.11.16"];
const TIME = "/usr/bin/time";

interface File {
  readonly id: string;
  readonly path: string;
  readonly pages: number;
}

interface Run {
  readonly label: string;
  readonly seconds: number;
  readonly megabytes: number | undefined;
  readonly rows: number | undefined;
}

const list = join(shared, "tools/corpus-files.csv");
if (existsSync(list) && existsSync(join(shared, "corpus"))) await main();
else console.log("There is no corpus beside the repository (../shared/corpus): nothing was measured.");

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mingzhang-reading-"));
  try {
    const files = filesIn(readFileSync(list, "utf8"));
    const sample = files.filter(({ id }) => SAMPLE.includes(id));
    const missing: string[] = [];
    const compared = [...ours(sample, "-"), ...others(sample, folder, missing)];
    print(sample, compared);
    const tables = join(folder, "evaluation/tables");
    mkdirSync(tables, { recursive: true });
    const whole = [...ours(files, tables), ...textOf(files)];
    print(files, whole);
    const cli = join(root, "apps/cli/bin/mingzhang.mjs");
    const evaluation = await evaluateTables({ shared, cli, folder: join(folder, "evaluation") });
    const said: string = evaluation?.said ?? "python3 或 pdftotext 不在。python3 or pdftotext is not there.";
    console.log(said);
    const section = sectionOf({ files, sample, compared, whole, missing, said });
    writeSection(join(root, "docs/benchmarks.md"), "reading", section);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text PDFs of the corpus that are there. */
function filesIn(csv: string): File[] {
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","))
    .map(([id = "", path = "", , pages]) => ({ id, path: join(shared, path), pages: Number(pages) }))
    .filter(({ path }) => existsSync(path));
}

function ours(files: readonly File[], tables: string): Run[] {
  const paths = files.map(({ path }) => path);
  return [
    node("明账：读表 mingzhang, tables", ["read", tables, ...paths]),
    // Recognition counts the rows of side-by-side tables apart: no count to set beside the others'.
    { ...node("明账：读、认、查 mingzhang, read and check", ["check", "-", ...paths]), rows: undefined },
  ];
}

function others(files: readonly File[], folder: string, missing: string[]): Run[] {
  const runs = textOf(files);
  if (runs.length === 0) missing.push("pdftotext");
  if (!withPeers) {
    missing.push(...PEERS);
    return runs;
  }
  const paths = files.map(({ path }) => path);
  const [parse = "", loader = "", mupdf = ""] = PEERS;
  const jar = join(folder, "node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar");
  const java = ["-jar", jar, "--quiet", "-f", "json", "-o", join(folder, "json"), ...paths];
  const attempts: [string, () => Run][] = [
    [parse, () => node(`${parse} getTable`, ["pdf-parse", folder, ...paths])],
    [loader, () => program(`${loader} (Java)`, "java", java)],
    [mupdf, () => node(`${mupdf} find_tables`, ["pymupdf", folder, ...paths])],
  ];
  for (const [name, run] of attempts) {
    try {
      execFileSync(
        "npm",
        ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", name],
        {
          stdio: "ignore",
        },
      );
      runs.push(run());
    } catch (error) {
      console.log(`${name}: ${String(error).split("\n")[0]?.slice(0, 200)}`);
      missing.push(name);
    }
  }
  return runs;
}

function textOf(files: readonly File[]): Run[] {
  if (!existsSync("/usr/bin/pdftotext")) return [];
  const runs = files.map(({ path }) => program("", "pdftotext", ["-layout", path, "/dev/null"]));
  const megabytes = runs.map((run) => run.megabytes ?? Number.NaN);
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const most = megabytes.some(Number.isNaN) ? undefined : Math.max(...megabytes);
  return [{ label: "pdftotext -layout（不分表 no tables）", seconds, megabytes: most, rows: undefined }];
}

function node(label: string, args: readonly string[]): Run {
  const { output, ...run } = timed(process.execPath, [reader, ...args]);
  return { label, ...run, rows: JSON.parse(output.trim().split("\n").at(-1) ?? "{}").rows };
}

function program(label: string, name: string, args: readonly string[]): Run {
  const { seconds, megabytes } = timed(name, args);
  return { label, seconds, megabytes, rows: undefined };
}

/** A whole process, its start included: seconds and, where GNU time is there, peak memory. */
function timed(name: string, args: readonly string[]) {
  const report = join(tmpdir(), `mingzhang-time-${process.pid}.txt`);
  const known = existsSync(TIME);
  const command = known
    ? ([TIME, ["-f", "%M", "-o", report, name, ...args]] as const)
    : ([name, args] as const);
  const start = performance.now();
  const output = execFileSync(command[0], command[1], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const seconds = (performance.now() - start) / 1000;
  const megabytes = known ? Number(readFileSync(report, "utf8").trim()) / 1024 : undefined;
  rmSync(report, { force: true });
  return { seconds, megabytes, output };
}

function print(files: readonly File[], runs: readonly Run[]): void {
  console.log(`\n${pagesOf(files)} pages\n${tableOf(files, runs)}`);
}

function pagesOf(files: readonly File[]): number {
  return files.reduce((sum, { pages }) => sum + pages, 0);
}

function tableOf(files: readonly File[], runs: readonly Run[]): string {
  const pages = pagesOf(files);
  const [first] = runs;
  return [
    "| 工具 Tool | 秒 Seconds | 页/秒 Pages/s | 与明账读表之比 Ratio to our tables | 内存峰值 Peak memory (MB) | 表格行 Rows of tables |",
    "|---|---:|---:|---:|---:|---:|",
    ...runs.map(({ label, seconds, megabytes, rows }) => {
      const ratio = (first?.seconds ?? Number.NaN) / seconds;
      const memory = megabytes === undefined ? "" : Math.round(megabytes);
      return `| ${label} | ${seconds.toFixed(1)} | ${(pages / seconds).toFixed(1)} | ${ratio.toFixed(2)} | ${memory} | ${rows ?? ""} |`;
    }),
  ].join("\n");
}

interface Results {
  readonly files: readonly File[];
  readonly sample: readonly File[];
  readonly compared: readonly Run[];
  readonly whole: readonly Run[];
  readonly missing: readonly string[];
  readonly said: string;
}

function sectionOf({ files, sample, compared, whole, missing, said }: Results): string {
  const date = new Date().toISOString().slice(0, 10);
  const [cpu] = cpus();
  const left =
    missing.length === 0 ? [] : [`未测（没有安装或装不上） Not measured, not there: ${missing.join(", ")}.`];
  return [
    "## 读取 Reading",
    `\`npm run benchmark:reading -- --peers\` 写出。${date}，Node ${process.version}，${cpus().length} × ${cpu?.model.trim() ?? ""}。每个工具一个进程依次读完各文件（pdftotext 一个文件一个进程），时间含启动，内存是整个进程的峰值。`,
    "Written by `npm run benchmark:reading -- --peers`. Each tool has one process for all files (pdftotext one a file); its start counts, and memory is the whole process's peak. A ratio below 1 is slower than our reading of tables. The other tools measure; the product uses none of them.",
    `### ${sample.length} 套、${pagesOf(sample)} 页：与其他工具 Beside other tools`,
    `只取 ${sample.length} 套（${sample.map(({ id }) => id).join("、")}，各一种版式），慢的工具才跑得完。Only ${sample.length} packs, each of another layout, so that the slow tools come to an end. *Rows of tables* says how much a tool took for tables, not that it is right.`,
    tableOf(sample, compared),
    ...left,
    `### 全部 ${files.length} 份文本 PDF、${pagesOf(files)} 页 All text PDFs`,
    tableOf(files, whole),
    "读出的表由 `../shared/tools/evaluate-tables.py` 评判：*recall* 正文中的科目行读成表格行的比例，*amounts* 其中的金额，*closure* 加总成立的比例，*merges* 误合并的单元格。What the evaluator says of the tables: rows of codes in the text that became rows of tables, their amounts, sums that close, and cells merged by mistake.",
    `\`\`\`\n${said}\n\`\`\``,
  ].join("\n\n");
}
