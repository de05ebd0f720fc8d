// 300 accountants saving once a second and 30 reviewers browsing: npm run measure:load -- 60
// Throughput, times and memory, printed and written to docs/benchmarks.md. `--profile FOLDER` keeps the server's CPU
// profile, `--dry` leaves the page as it is.
import { fork } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeSection } from "./benchmark-reading/section.ts";
import type { LoadResult, LoadTask } from "./load/generator.mts";
import { type MemoryPeaks, watchMemory } from "./load/memory.mts";
import { makeOrganisation, YEAR } from "./load/organisation.mts";
import { startServer } from "./load/server.mts";

const SIZE = { bodies: 300, reviewers: 30, largest: 20_000 };
const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { profile: { type: "string" }, dry: { type: "boolean" } },
});
const seconds = Number(positionals[0] ?? 60);

const data = await mkdtemp(join(tmpdir(), "mingzhang-load-"));
try {
  const { accountants, reviewers, rows } = await makeOrganisation(data, SIZE);
  console.error(`${accountants.length} budgets, ${rows} rows`);
  const busy = loadavg()[0] ?? 0;
  const profiling = values.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${values.profile}`];
  const { server, address } = await startServer(data, profiling);
  const pid = Number((await readFile(join(data, "postgres/postmaster.pid"), "utf8")).split("\n")[0]);
  const memory = watchMemory(server.pid ?? 0, pid);
  const result = await generate({ address, seconds, year: YEAR, accountants, reviewers });
  const peaks = memory.stop();
  server.kill("SIGTERM");
  await new Promise((done) => server.once("exit", done));
  const text = sectionOf(result, peaks, rows, busy);
  console.log(text);
  if (values.dry !== true) writeSection(join(root, "docs/benchmarks.md"), "load", text);
} finally {
  await rm(data, { recursive: true, force: true });
}

function generate(task: LoadTask): Promise<LoadResult> {
  return new Promise((done, fail) => {
    const child = fork(fileURLToPath(new URL("load/generator.mts", import.meta.url)), {
      serialization: "advanced",
    });
    child.once("message", (result) => done(result as LoadResult));
    child.once("exit", () => fail(new Error("the load generator ended without a result")));
    child.send(task);
  });
}

function sectionOf(
  { times, errors, bytes }: LoadResult,
  peaks: MemoryPeaks,
  rows: number,
  busy: number,
): string {
  const calls = [...times.values()].reduce((sum, list) => sum + list.length, 0);
  const failed = [...errors].map(([kind, count]) => `${kind}: ${count}`).join("；");
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}`;
  return [
    "## 负载 Load",
    "",
    `\`npm run measure:load -- ${seconds}\` 写出。${new Date().toISOString().slice(0, 10)}，Node ${process.version}，${machine}，内嵌 PostgreSQL（fsync）；产生负载的进程也在这台机器上，开始前系统负载 ${busy.toFixed(1)}。${SIZE.bodies} 个机构各一套预算（共 ${rows} 行，其中一套 ${SIZE.largest} 笔），${SIZE.bodies} 名会计每秒各保存一次并一直听着别人的改动，${SIZE.reviewers} 名审核人翻看，${seconds} 秒。时间从该发出时算起，到答完为止。`,
    "",
    `Written by \`npm run measure:load\`: ${SIZE.bodies} accountants, each with a budget, save a cell a second and listen to its events; ${SIZE.reviewers} reviewers browse with a second or two between clicks. Times run from when a call was due to the end of its answer. The generator of the load shares the machine; its load average before was ${busy.toFixed(1)}.`,
    "",
    `每秒 ${(calls / seconds).toFixed(0)} 次调用，答复 ${(bytes / 1e6 / seconds).toFixed(1)} MB；失败 ${failed === "" ? "0" : failed}。内存峰值：服务 ${peaks.server.toFixed(0)} MB，后台任务进程 ${peaks.worker.toFixed(0)} MB，PostgreSQL 各进程合计 ${peaks.database.toFixed(0)} MB。${(calls / seconds).toFixed(0)} calls a second; failed: ${failed === "" ? "0" : failed}. Peak memory: server ${peaks.server.toFixed(0)} MB, worker ${peaks.worker.toFixed(0)} MB, all of PostgreSQL ${peaks.database.toFixed(0)} MB.`,
    "",
    "| 调用 Call | 次数 Calls | 每秒 /s | p50 ms | p95 ms | p99 ms | 最长 Longest ms |",
    "|---|---:|---:|---:|---:|---:|---:|",
    ...[...times].sort((a, b) => b[1].length - a[1].length).map(([kind, list]) => lineOf(kind, list)),
  ].join("\n");
}

function lineOf(kind: string, list: readonly number[]): string {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(0);
  const rate = (sorted.length / seconds).toFixed(1);
  return `| ${kind} | ${sorted.length} | ${rate} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${at(1)} |`;
}
