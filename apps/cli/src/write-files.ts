import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { EXIT } from "./command.ts";
import { Failure } from "./failure.ts";
import { digestOf, type PackFile } from "./pack.ts";

const MANIFEST = "pack.json";

interface Manifest {
  /** Digest of everything that the pack was made from. */
  readonly input: string;
  /** Digest of each file, by its path. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Writes the files of a pack so that a reader never sees half a file: each under a temporary name first, then
 * renamed. The manifest comes last, so that an interrupted build is known not to be finished; files that an
 * earlier build listed and this one does not are taken away.
 */
export async function writePack(folder: string, files: readonly PackFile[], input: string): Promise<void> {
  try {
    const before = await readManifest(folder);
    for (const file of files) await writeWhole(join(folder, file.path), file.bytes);
    for (const stale of Object.keys(before?.files ?? {})) {
      if (!files.some((file) => file.path === stale)) await rm(join(folder, stale), { force: true });
    }
    const manifest: Manifest = {
      input,
      files: Object.fromEntries(files.map((file) => [file.path, digestOf([file.bytes])])),
    };
    await writeWhole(
      join(folder, MANIFEST),
      new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
    );
  } catch (error) {
    throw new Failure(
      {
        zh: `无法写入“${folder}”：${reasonOf(error)}。请检查磁盘空间、权限，以及文件是否正被其他程序打开。`,
        en: `Cannot write to "${folder}": ${reasonOf(error)}. Check disk space, permissions, and whether another program has a file open.`,
      },
      EXIT.unreadable,
    );
  }
}

/** Whether the folder holds the finished pack of this very input, every file as it was written. */
export async function isUpToDate(folder: string, input: string): Promise<boolean> {
  const manifest = await readManifest(folder);
  if (manifest?.input !== input) return false;
  for (const [path, digest] of Object.entries(manifest.files)) {
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (bytes === undefined || digestOf([bytes]) !== digest) return false;
  }
  return true;
}

/** Writes one file under a temporary name and renames it. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.part`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, MANIFEST), "utf8")) as Manifest;
    return typeof manifest.files === "object" && manifest.files !== null ? manifest : undefined;
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
