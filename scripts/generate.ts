import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A committed file that follows from a source; `path` is relative to the repository's root. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** What a module in `generators/` exports as default; `root` is the repository's root. */
export type Generator = (root: string) => Promise<readonly GeneratedFile[]>;

const root = fileURLToPath(new URL("..", import.meta.url));

/** Writes what every generator yields; with `--check` it writes nothing and fails on a difference. */
async function main(check: boolean): Promise<void> {
  const differing: string[] = [];
  for (const file of await generateAll()) {
    if ((await currentText(file.path)) === file.text) continue;
    differing.push(file.path);
    if (!check) await write(file);
  }
  for (const path of differing) console.log(`${check ? "out of date" : "written"}: ${path}`);
  if (check && differing.length > 0) {
    console.error("Run `npm run generate` and commit the result.");
    process.exitCode = 1;
  }
}

async function generateAll(): Promise<GeneratedFile[]> {
  const folder = new URL("./generators/", import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts")).sort();
  const files: GeneratedFile[] = [];
  for (const name of names) {
    const generator = (await import(new URL(name, folder).href)) as { default: Generator };
    files.push(...(await generator.default(root)));
  }
  return files;
}

async function currentText(path: string): Promise<string | undefined> {
  return readFile(join(root, path), "utf8").catch(() => undefined);
}

async function write(file: GeneratedFile): Promise<void> {
  const target = join(root, file.path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, file.text);
}

await main(process.argv.includes("--check"));
