// How long 500 uploaded packs take to be audited by one, two and four workers: npm run measure:audits
// Printed and written to docs/benchmarks.md with the memory of the workers. `-- 100` uploads fewer, `--dry` leaves the
// page as it is.
import { type ChildProcess, execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Served } from "../apps/cli/src/testing/served.ts";
import { writeSection } from "./benchmark-reading/section.ts";
import { allProcesses, resident } from "./load/memory.mts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { dry: { type: "boolean" } } });
const packs = Number(positionals[0] ?? 500);
const WORKERS = [1, 2, 4];
const YEAR = 2023;

interface Run {
  readonly workers: number;
  readonly seconds: number;
  /** Megabytes of all workers and the processes in which they read, at most at one moment. */
  readonly memory: number;
}

const folder = await mkdtemp(join(tmpdir(), "mingzhang-audits-"));
try {
  const { files, source } = corpus() ?? (await built());
  const busy = loadavg()[0] ?? 0;
  const runs: Run[] = [];
  for (const workers of WORKERS) {
    runs.push(await measure(files, workers));
    console.error(JSON.stringify(runs.at(-1)));
  }
  const text = sectionOf(runs, source, busy);
  console.log(text);
  if (values.dry !== true) writeSection(join(root, "docs/benchmarks.md"), "audits", text);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Published packs, where they lie beside the repository. */
function corpus(): { readonly files: readonly string[]; readonly source: string } | undefined {
  const shared = join(root, "../shared");
  const list = join(shared, "tools/corpus-files.csv");
  if (!existsSync(list)) return undefined;
  const paths = readFileSync(list, "utf8")
    .split("\n")
    .map((line) => line.split(",")[1] ?? "")
    .filter((path) => /\.pdf$/.test(path))
    .map((path) => join(shared, path))
    .filter((path) => existsSync(path));
  return paths.length === 0
    ? undefined
    : { files: paths, source: `${paths.length} 份真实的 PDF 循环 real packs (PDF), repeated` };
}

/** What the program writes itself, elsewhere. */
async function built(): Promise<{ readonly files: readonly string[]; readonly source: string }> {
  const out = join(folder, "built");
  const program = join(root, "apps/cli/bin/mingzhang.mjs");
  execFileSync(process.execPath, [program, "build", join(root, "fixtures/wansheng-2023"), "--out", out]);
  const files = ["html", "docx", "xlsx", "pdf"].flatMap((format) => {
    const listed = execFileSync("find", [out, "-name", `*.${format}`], { encoding: "utf8" });
    return listed.trim().split("\n").slice(0, 1);
  });
  return { files, source: "示例部门的四种文件循环 the example's files in four formats, repeated" };
}

async function measure(files: readonly string[], count: number): Promise<Run> {
  const data = await mkdtemp(join(tmpdir(), "mingzhang-audits-"));
  const served = new Served(data, ["--no-worker"]);
  try {
    await served.start();
    await upload(served, files);
    const bureau = await served.signIn("bureau");
    const begun = performance.now();
    const workers = Array.from({ length: count }, () => served.startWorker());
    let memory = 0;
    for (let open = packs; open > 0; await sleep(500)) {
      memory = Math.max(memory, memoryOf(workers));
      open = await openAudits(bureau);
    }
    const seconds = (performance.now() - begun) / 1000;
    for (const worker of workers) worker.kill("SIGTERM");
    return { workers: count, seconds, memory };
  } finally {
    await served.stop();
    await rm(data, { recursive: true, force: true });
  }
}

type Bureau = Awaited<ReturnType<Served["signIn"]>>;

async function upload(served: Served, files: readonly string[]): Promise<void> {
  const bureau = await served.signIn("bureau");
  const { bodies } = await bureau.call("bodies", {});
  const departments = bodies.filter(({ kind }) => kind !== "bureau");
  for (let index = 0; index < packs; index++) {
    const path = files[index % files.length] ?? "";
    const form = new FormData();
    form.append("files", new File([readFileSync(path)], basename(path)));
    const body = departments[index % departments.length]?.id ?? "";
    await bureau.call("uploadPack", { params: { body, year: YEAR, document: "budget" }, files: form });
  }
}

async function openAudits(bureau: Bureau): Promise<number> {
  const { uploads } = await bureau.call("uploads", { query: { year: YEAR } });
  return uploads.filter(({ counts }) => counts === null).length;
}

/** Of the workers and all their children. */
function memoryOf(workers: readonly ChildProcess[]): number {
  const processes = allProcesses();
  const below = (pid: number): readonly number[] => [
    pid,
    ...processes.filter(({ ppid }) => ppid === pid).flatMap((child) => below(child.pid)),
  ];
  return workers.flatMap(({ pid }) => below(pid ?? 0)).reduce((sum, pid) => sum + resident(pid), 0);
}

function sectionOf(runs: readonly Run[], source: string, busy: number): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}`;
  return [
    `## ${packs} 套材料的核对 Auditing ${packs} packs`,
    "",
    `\`npm run measure:audits\` 写出。${new Date().toISOString().slice(0, 10)}，Node ${process.version}，${machine}，开始前系统负载 ${busy.toFixed(1)}。${source}；上传到内嵌 PostgreSQL 的服务以后，才启动 \`mingzhang worker\`，量到最后一套核对完为止（含启动）。内存是各任务进程连同其读取进程合计的峰值。`,
    "",
    `Written by \`npm run measure:audits\`. The workers start once all is uploaded; the time runs until the last pack is audited. Memory is the peak of all workers with the processes in which they read. The machine's load average before was ${busy.toFixed(1)}.`,
    "",
    "| 任务进程 Workers | 秒 Seconds | 套/秒 Packs/s | 内存峰值 Peak memory (MB) |",
    "|---:|---:|---:|---:|",
    ...runs.map(
      ({ workers, seconds, memory }) =>
        `| ${workers} | ${seconds.toFixed(0)} | ${(packs / seconds).toFixed(2)} | ${memory.toFixed(0)} |`,
    ),
  ].join("\n");
}
