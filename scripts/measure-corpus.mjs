// Audits the corpus of published packs beside the repository, and writes docs/corpus.md: what was read, what was
// found, which errors a person has confirmed on the page, and how long it took. Says so where there is no corpus.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { evaluateTables } from "./corpus/evaluate.mjs";
import { corpusPage } from "./corpus/page.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const shared = join(root, "../shared");
const corpus = join(shared, "corpus");
const cli = join(root, "apps/cli/bin/mingzhang.mjs");

if (existsSync(corpus)) await main();
else console.log("There is no corpus beside the repository (../shared/corpus): nothing was measured.");

async function main() {
  const folder = mkdtempSync(join(tmpdir(), "mingzhang-corpus-"));
  try {
    const start = performance.now();
    audit(folder);
    const seconds = (performance.now() - start) / 1000;
    const evaluation = await evaluateTables({ shared, cli, folder: join(folder, "evaluation") });
    const page = corpusPage({
      date: new Date().toISOString().slice(0, 10),
      results: resultsIn(folder),
      pages: pagesOf(readFileSync(join(corpus, "INDEX.csv"), "utf8")),
      hand: JSON.parse(readFileSync(join(root, "scripts/corpus/confirmed.json"), "utf8")),
      evaluation,
      seconds,
      processes: availableParallelism(),
    });
    writeFileSync(join(root, "docs/corpus.md"), page);
    console.log("written: docs/corpus.md");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Exit code 1 says that packs have errors, which is what we look for. */
function audit(folder) {
  try {
    execFileSync("node", [cli, "audit", corpus, "--separate", "-o", folder], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}

/** The packs of places; what lies directly in the corpus describes it. */
function resultsIn(folder) {
  const { packs } = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
  return packs
    .filter(({ name }) => name.includes("/"))
    .map(({ file }) => JSON.parse(readFileSync(join(folder, file), "utf8")));
}

/** Pages by file, from the index's column of sizes ("23p 196KB 11172ch"). */
function pagesOf(index) {
  const pages = new Map();
  for (const line of index.split("\n")) {
    const file = line.split(",")[1];
    const count = /,(\d+)p \d+KB/.exec(line)?.[1];
    if (file !== undefined && count !== undefined) pages.set(file, Number(count));
  }
  return pages;
}
