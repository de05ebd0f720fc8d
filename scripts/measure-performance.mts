// The bureau's page over full years: npm run measure:performance -- 300
// Times and memory, printed and written to docs/benchmarks.md; `--dry` leaves the page as it is.
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type BodyPerformance, createClient } from "@mingzhang/server";
import { writeSection } from "./benchmark-reading/section.ts";
import { type MemoryPeaks, watchMemory } from "./load/memory.mts";
import { YEAR } from "./load/organisation.mts";
import { startServer } from "./load/server.mts";
import { type FullYears, makeYears } from "./load/year.mts";

const ROUND = `${YEAR}-07-31`;
const PAGES = 200;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { dry: { type: "boolean" } } });
const SIZE = { bodies: Number(positionals[0] ?? 300), projects: 5, indicators: 12, records: 2000 };

interface Times {
  /** Seconds until all summaries were computed once, by one worker. */
  readonly all: number;
  /** The first page, which queues them. */
  readonly first: number;
  readonly pages: readonly number[];
  readonly kilobytes: number;
  /** From an edit to a page that shows it; waiting for further edits included. */
  readonly afterEdit: number;
}

const data = await mkdtemp(join(tmpdir(), "mingzhang-performance-"));
try {
  const years = await makeYears(data, SIZE);
  console.error(`${SIZE.bodies} budgets, ${years.rows} rows`);
  const busy = loadavg()[0] ?? 0;
  const { server, address } = await startServer(data);
  const pid = Number((await readFile(join(data, "postgres/postmaster.pid"), "utf8")).split("\n")[0]);
  const memory = watchMemory(server.pid ?? 0, pid);
  const times = await measure(address, years);
  const peaks = memory.stop();
  server.kill("SIGTERM");
  await new Promise((done) => server.once("exit", done));
  const text = sectionOf(times, peaks, { rows: years.rows, busy });
  console.log(text);
  const page = fileURLToPath(new URL("../docs/benchmarks.md", import.meta.url));
  if (values.dry !== true) writeSection(page, "performance", text);
} finally {
  await rm(data, { recursive: true, force: true });
}

async function measure(address: string, { reviewer, accountant, budget }: FullYears): Promise<Times> {
  let bytes = 0;
  const as = ({ cookie, csrf }: FullYears["reviewer"]) =>
    createClient(
      async (path, init) => {
        const headers = new Headers(init?.headers);
        headers.set("cookie", cookie);
        return fetch(`${address}${path}`, { ...init, headers });
      },
      () => csrf,
    );
  const page = async (): Promise<readonly BodyPerformance[]> =>
    (await as(reviewer)("performance", { query: { year: YEAR, at: ROUND } })).bodies;
  const from = performance.now();
  await page();
  const first = performance.now() - from;
  await until(page, (bodies) => bodies.every(({ stale }) => !stale));
  const all = (performance.now() - from) / 1000;
  const wrong = (await page()).filter(({ summary }) => summary?.errors !== 0);
  if (wrong.length > 0) throw new Error(`${wrong.length} budgets cannot be read`);
  const pages: number[] = [];
  for (let count = 0; count < PAGES; count++) {
    const start = performance.now();
    const bodies = await page();
    pages.push(performance.now() - start);
    bytes = JSON.stringify(bodies).length;
  }
  const record = { date: `${YEAR}-05-04`, kind: "service", matter: "第1类服务事项", count: "1" };
  const change = { kind: "insert" as const, sheet: "records", row: randomUUID(), after: null, cells: record };
  const start = performance.now();
  await as(accountant)("edit", { params: { budget }, body: { id: randomUUID(), changes: [change] } });
  await until(page, (bodies) => bodies.every(({ stale }) => !stale));
  const afterEdit = (performance.now() - start) / 1000;
  return { all, first, pages, kilobytes: bytes / 1000, afterEdit };
}

async function until<Value>(ask: () => Promise<Value>, holds: (value: Value) => boolean): Promise<void> {
  while (!holds(await ask())) await sleep(200);
}

function sectionOf(
  { all, first, pages, kilobytes, afterEdit }: Times,
  { server, worker, database }: MemoryPeaks,
  { rows, busy }: { readonly rows: number; readonly busy: number },
): string {
  const sorted = [...pages].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(0);
  const { bodies, projects, indicators, records } = SIZE;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}`;
  const line = (zh: string, en: string, value: string) => `| ${zh} ${en} | ${value} |`;
  return [
    "## 全区绩效页 The bureau's page",
    "",
    `\`npm run measure:performance\` 写出。${new Date().toISOString().slice(0, 10)}，Node ${process.version}，${machine}，内嵌 PostgreSQL，开始前系统负载 ${busy.toFixed(1)}。${bodies} 个机构，各 ${projects} 个项目、每个项目 ${indicators} 个指标（全部由台账计数）、${records} 条台账，共 ${rows} 行。页面只读汇总；汇总由一个后台任务进程算出。`,
    "",
    `${bodies} bodies with ${projects} projects of ${indicators} indicators each, all counted from ${records} records a body; ${rows} rows. The page reads summaries only, which one worker computes.`,
    "",
    "| | |",
    "|---|---:|",
    line("页面 p50 / p95", "the page", `${at(0.5)} / ${at(0.95)} ms`),
    line("页面大小", "its size", `${kilobytes.toFixed(0)} kB`),
    line("第一次打开（全部待算）", "opened first, with everything to compute", `${first.toFixed(0)} ms`),
    line("全部汇总算完", "until all were computed", `${all.toFixed(0)} s`),
    line("一个机构的汇总", "one body's summary", `${((all / bodies) * 1000).toFixed(0)} ms`),
    line("改一条台账后页面更新", "from an edit until the page shows it", `${afterEdit.toFixed(1)} s`),
    line("内存峰值：服务", "peak memory: server", `${server.toFixed(0)} MB`),
    line("内存峰值：后台任务进程", "peak memory: worker", `${worker.toFixed(0)} MB`),
    line("内存峰值：PostgreSQL", "peak memory: PostgreSQL", `${database.toFixed(0)} MB`),
  ].join("\n");
}
