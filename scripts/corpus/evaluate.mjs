import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const LONGEST_OUTPUT = 2 ** 28;

/**
 * What the evaluator of table readers says of the raw tables, and how fast they were read, one process a file;
 * undefined where the evaluator or what it needs is not there.
 */
export async function evaluateTables({ shared, cli, folder }) {
  const evaluator = join(shared, "tools/evaluate-tables.py");
  const list = join(shared, "tools/corpus-files.csv");
  if (!existsSync(evaluator) || !has("python3", "--version") || !has("pdftotext", "-v")) return undefined;
  const tables = join(folder, "tables");
  mkdirSync(tables, { recursive: true });
  const files = readFileSync(list, "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","))
    .map(([id, path, , pages]) => ({ id, path, pages: Number(pages) }));
  const start = performance.now();
  await Promise.all(Array.from({ length: availableParallelism() }, () => work(files.values())));
  const seconds = (performance.now() - start) / 1000;
  const said = execFileSync("python3", [evaluator, "--files", list, "--tool", "mingzhang", "--dir", tables], {
    cwd: shared,
    env: { ...process.env, EVAL_DIR: folder, PYTHONDONTWRITEBYTECODE: "1" },
    encoding: "utf8",
  });
  return {
    said: said.trim(),
    seconds,
    files: files.length,
    pages: files.reduce((sum, { pages }) => sum + pages, 0),
  };

  async function work(queue) {
    for (const { id, path } of queue) {
      if (existsSync(join(tables, `${id}.json`))) continue;
      writeFileSync(join(tables, `${id}.json`), '{"tables":[]}');
      const { stdout } = await run("node", [cli, "read", join(shared, path), "--tables-json"], {
        maxBuffer: LONGEST_OUTPUT,
      }).catch(() => ({ stdout: '{"tables":[]}' }));
      writeFileSync(join(tables, `${id}.json`), stdout);
    }
  }
}

function has(program, argument) {
  try {
    execFileSync(program, [argument], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
