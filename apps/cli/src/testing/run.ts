import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { program } from "../program.ts";

export const FIXTURE = fileURLToPath(new URL("../../../../fixtures/wansheng-2023", import.meta.url));

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command line as a terminal would and records what is said. */
export async function run(...argv: readonly string[]): Promise<Said> {
  return runAs(false, argv);
}

/** The same with a person watching. */
export async function runWatched(...argv: readonly string[]): Promise<Said> {
  return runAs(true, argv);
}

async function runAs(interactive: boolean, argv: readonly string[]): Promise<Said> {
  const said = { out: [] as string[], error: [] as string[] };
  const code = await program(argv, {
    out: (text) => said.out.push(text),
    error: (text) => said.error.push(text),
    interactive,
  });
  return { code, out: said.out.join("\n"), error: said.error.join("\n") };
}

/** A temporary folder, and how it is taken away. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "mingzhang-cli-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The files of a folder by their relative paths with slashes, sorted; none where there is no folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** A copy of the fixture's CSV folder with some files edited. */
export async function editedFixture(
  folder: string,
  edits: Readonly<Record<string, (text: string) => string>>,
): Promise<string> {
  const path = join(folder, "input");
  await cp(FIXTURE, path, { recursive: true });
  for (const [name, edit] of Object.entries(edits)) {
    const file = join(path, name);
    await writeFile(file, edit(await readFile(file, "utf8")));
  }
  return path;
}
