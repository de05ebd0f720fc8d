import { stat } from "node:fs/promises";
import { join } from "node:path";
import {
  type EntryForm,
  type EntryRecords,
  writeCsvRecords,
  writeYearCsvRecords,
} from "@mingzhang/renderers";
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

/** Entered records as CSV files: a budget's in the folder, its year's in `year` below, a year's alone in the folder. */
export function csvFilesOf(folder: string, records: EntryRecords, form: EntryForm): readonly EntryFile[] {
  const ofYear = form === "both" ? join(folder, YEAR_FOLDER) : folder;
  const inFolder =
    (parent: string) =>
    ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) => ({
      path: join(parent, name),
      bytes,
    });
  return [
    ...(form === "year" ? [] : writeCsvRecords(records).map(inFolder(folder))),
    ...(form === "budget" ? [] : writeYearCsvRecords(records).map(inFolder(ofYear))),
  ];
}

/** The folder of a year's CSV files below its budget's. */
export const YEAR_FOLDER = "year";

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
