// Audits the corpus of published packs beside the repository, and writes docs/corpus.md: what was read, what was
// found, which errors a person has confirmed on the page, and how long it took. Says so where there is no corpus.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { evaluateTables } from "./corpus/evaluate.mjs";
import { notFound, titlesHeld } from "./corpus/held.mjs";
import { layOut } from "./corpus/packs.mjs";
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
    const packs = join(folder, "packs-as-published");
    const original = layOut(corpus, packs);
    const start = performance.now();
    audit(packs, folder);
    const seconds = (performance.now() - start) / 1000;
    const evaluation = await evaluateTables({ shared, cli, folder: join(folder, "evaluation") });
    const page = corpusPage({
      date: new Date().toISOString().slice(0, 10),
      results: resultsIn(folder, { packs, original }),
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
function audit(packs, folder) {
  try {
    execFileSync("node", [cli, "audit", packs, "-o", folder], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}

/**
 * What was found of each pack, with the corpus names of its files ("beijing/F095.pdf"): `files` are all that the
 * audit put into the pack, and each finding and table bears its own.
 */
function resultsIn(folder, { packs, original }) {
  const { packs: rows } = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
  return rows.map(({ file }) => {
    const result = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const read = result.files.map(({ name }) => name);
    const paths = pathsOf(result.name, read, original);
    const byName = new Map(paths.map((path) => [path.split("/").at(-1), original.get(path)]));
    const withFile = (entry) => ({ ...entry, file: byName.get(entry.place?.file) ?? original.get(paths[0]) });
    const held = paths.flatMap((path) => titlesHeld(join(packs, path)));
    return {
      ...result,
      ids: paths.map((path) => original.get(path)),
      findings: result.findings.map(withFile),
      lacking: notFound(
        [...new Set(held)],
        result.tables.map(({ caption }) => caption),
      ),
      held: new Set(held).size,
    };
  });
}

/** The paths of a pack: its own, those of its folder, or those that were read from beside the first. */
function pathsOf(name, read, original) {
  const first = name.replace(/ 等\d+个文件$/u, "");
  if (original.has(first) && first === name) return [first];
  const folder = first === name ? name : dirname(first);
  const inside = [...original.keys()].filter((path) => dirname(path) === folder);
  return first === name ? inside : inside.filter((path) => read.includes(path.slice(folder.length + 1)));
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
