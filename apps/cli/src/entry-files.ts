import { stat } from "node:fs/promises";
import { EXIT } from "./command.ts";
import { Failure } from "./failure.ts";
import { writeWhole } from "./write-files.ts";

export interface EntryFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Writes what an office is to fill in, all or, where one of the files is there already, none. */
export async function writeEntryFiles(files: readonly EntryFile[], overwrite: boolean): Promise<void> {
  for (const { path } of files) {
    if (overwrite || !(await exists(path))) continue;
    throw new Failure({
      zh: `“${path}”已经存在，未改动。要覆盖请加 --force，或换一个名字。`,
      en: `"${path}" exists and was not touched. Add --force to overwrite it, or choose another name.`,
    });
  }
  try {
    for (const { path, bytes } of files) await writeWhole(path, bytes);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new Failure(
      {
        zh: `写不了文件：${reason}。请检查磁盘空间、权限，以及文件是否正被其他程序打开。`,
        en: `Cannot write: ${reason}. Check disk space, permissions, and whether another program has the file open.`,
      },
      EXIT.unreadable,
    );
  }
}

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
