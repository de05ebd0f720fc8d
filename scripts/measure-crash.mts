// Kills the server, its database and its worker in turn, at random moments under load: npm run measure:crash -- 50
// Prints what was lost and writes it to docs/benchmarks.md.
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CrashReport, crashRounds } from "../apps/cli/src/testing/crash-rounds.ts";
import { Served } from "../apps/cli/src/testing/served.ts";
import { writeSection } from "./benchmark-reading/section.ts";

/** Edits under way at any moment. */
const WRITERS = 4;
const rounds = Number(process.argv[2] ?? 50);
const data = await mkdtemp(join(tmpdir(), "mingzhang-crash-"));
const served = new Served(data);
try {
  await served.start();
  const report = await crashRounds(served, {
    rounds,
    writers: WRITERS,
    random: Math.random,
    progress: (line) =>
      console.error(line, process.env.DEBUG_CRASH === undefined ? "" : served.said.slice(-600)),
  });
  console.log(JSON.stringify(report, null, 2));
  const page = fileURLToPath(new URL("../docs/benchmarks.md", import.meta.url));
  writeSection(page, "crash", sectionOf(report));
  const isWhole = report.lost + report.doubled + report.logFaults + report.unfinishedJobs === 0;
  process.exitCode = isWhole ? 0 : 1;
} finally {
  await served.stop();
  await rm(data, { recursive: true, force: true });
}

function sectionOf({
  killed,
  acknowledged,
  resent,
  lost,
  doubled,
  logFaults,
  unfinishedJobs,
}: CrashReport): string {
  const day = new Date().toISOString().slice(0, 10);
  const load = (loadavg()[0] ?? 0).toFixed(0);
  const { server, database, worker } = killed;
  return [
    "## 断电 Killed processes",
    "",
    `\`npm run measure:crash -- ${rounds}\` 写出。${day}，内嵌 PostgreSQL（fsync），${WRITERS} 人不停地改，系统负载 ${load}。在随机时刻 \`kill -9\`：服务 ${server} 次，数据库 ${database} 次，正在核对材料的后台任务进程 ${worker} 次；其间不作任何修复。`,
    "",
    `Written by \`npm run measure:crash\`: \`kill -9\` at a random moment within 1.2 seconds of load, of the server ${server} times, of its database ${database} times, of a worker with audits queued ${worker} times; ${WRITERS} people edit without a pause, and nothing is repaired by hand. The machine's load average was ${load}.`,
    "",
    "| 已答复的改动 Edits acknowledged | 重发 Sent again | 丢失 Lost | 重复 Doubled | 日志差错 Faults of the log | 未完成的任务 Jobs not done |",
    "|---:|---:|---:|---:|---:|---:|",
    `| ${acknowledged} | ${resent} | ${lost} | ${doubled} | ${logFaults} | ${unfinishedJobs} |`,
  ].join("\n");
}
