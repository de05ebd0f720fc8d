// Seconds and peak memory of each stage, beside LibreOffice turning the same Word file into PDF, all in one run.
// Writes docs/benchmarks.md; `--quick` measures each stage once and writes nothing.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { departmentFiles } from "./benchmark/department.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const quick = process.argv.includes("--quick");
const folder = mkdtempSync(join(tmpdir(), "mingzhang-benchmark-"));
const SIZE = { units: 300, lines: 20_000, projects: 200 };
const STAGES = [
  ["read", "读取并检查 read and check"],
  ["derive", "得出表和文字 derive"],
  ["round", "一致取整：部门 consistent rounding: department"],
  ["together", "一致取整：部门和全部单位 department and all units", "once"],
  ["html", "html"],
  ["xlsx", "xlsx"],
  ["docx", "docx"],
  ["pdf", "pdf"],
  ["data", "data"],
];

try {
  main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function main() {
  const large = join(folder, "large");
  mkdirSync(large);
  for (const [name, text] of departmentFiles(SIZE)) writeFileSync(join(large, name), text);
  const cases = [
    { title: "示例部门 fixtures/wansheng-2023（51 笔 lines）", path: join(root, "fixtures/wansheng-2023") },
    { title: "300 个单位、20,000 笔、200 个项目 units, lines, projects", path: large },
  ];
  const parts = cases.map(({ title, path }) => {
    const rows = measure(path);
    const lines = tableOf(rows);
    console.log(`\n${title}\n${lines}`);
    return `## ${title}\n\n${lines}\n`;
  });
  if (!quick) {
    const path = join(root, "docs/benchmarks.md");
    writeFileSync(path, `${pageOf(parts).trimEnd()}\n\n${sectionsOf(readFileSync(path, "utf8"))}`);
  }
}

/** What other measurements have written below, each between markers of its own. */
function sectionsOf(page) {
  const start = page.indexOf("<!-- ");
  return start < 0 ? "" : page.slice(start);
}

function measure(path) {
  const docx = join(folder, "pack.docx");
  const rows = STAGES.map(([stage, label, once]) => {
    const output = stage === "docx" ? [docx] : [];
    const command = [process.execPath, [join(root, "scripts/benchmark/stage.mjs"), path, stage, ...output]];
    const run = () => JSON.parse(execFileSync(...command, { encoding: "utf8" }));
    return { label, ...(once === undefined ? median(run) : run()) };
  });
  const whole = median(() =>
    timed("node", [join(root, "apps/cli/bin/mingzhang.mjs"), "build", path, "-o", folder]),
  );
  const office = existsSync("/usr/bin/soffice") ? median(() => convert(docx)) : undefined;
  return [
    ...rows,
    { label: "整条命令 the whole command `build`", ...whole },
    ...(office === undefined ? [] : [{ label: "LibreOffice：docx → pdf", ...office }]),
  ];
}

function convert(docx) {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  return timed("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, docx]);
}

/** A program's seconds and, where GNU time is there, its peak memory. */
function timed(program, args) {
  const report = join(folder, "time.txt");
  const known = existsSync("/usr/bin/time");
  const start = performance.now();
  execFileSync(
    known ? "/usr/bin/time" : program,
    known ? ["-f", "%M", "-o", report, program, ...args] : args,
    {
      stdio: "ignore",
    },
  );
  const seconds = (performance.now() - start) / 1000;
  return { seconds, megabytes: known ? Number(readFileSync(report, "utf8")) / 1024 : Number.NaN };
}

/** The run in the middle of three. */
function median(run) {
  const runs = Array.from({ length: quick ? 1 : 3 }, run).sort((a, b) => a.seconds - b.seconds);
  return runs[Math.floor(runs.length / 2)];
}

function tableOf(rows) {
  const pdf = rows.find(({ label }) => label === "pdf")?.seconds ?? Number.NaN;
  return [
    "| 步骤 Stage | 秒 Seconds | 内存峰值 Peak memory (MB) | 与 pdf 之比 Ratio to pdf |",
    "|---|---:|---:|---:|",
    ...rows.map(({ label, seconds, megabytes }) => {
      const memory = Number.isNaN(megabytes) ? "" : Math.round(megabytes);
      return `| ${label} | ${seconds.toFixed(2)} | ${memory} | ${(seconds / pdf).toFixed(2)} |`;
    }),
  ].join("\n");
}

function pageOf(parts) {
  const office = existsSync("/usr/bin/soffice")
    ? execFileSync("soffice", ["--version"], { encoding: "utf8" }).trim().split(" ").slice(0, 2).join(" ")
    : "";
  const date = new Date().toISOString().slice(0, 10);
  const [cpu] = cpus();
  return [
    "# Benchmarks",
    `\`npm run benchmark\` 写出。${date}，Node ${process.version}，${cpus().length} × ${cpu?.model ?? ""}，${office}。每一步各在一个进程中，三次取中间一次（“全部单位”只量一次）；内存是整个进程的峰值，含此前各步。`,
    `Written by \`npm run benchmark\`. Each stage has a process of its own; of three runs the one in the middle is given (of all units one). Peak memory is the whole process's, what came before included.`,
    ...parts,
  ].join("\n\n");
}
