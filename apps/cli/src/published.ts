import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { type Finding, type Pack, recognise } from "@mingzhang/core";
import type { DocumentFile, DocumentsReading, readDocuments } from "@mingzhang/readers";
import { readDocumentsLimited } from "@mingzhang/readers/limited";
import { EXIT } from "./command.ts";
import { Failure } from "./failure.ts";

/** A published pack as read: its documents, what was understood of them, and what reading found. */
export interface PublishedPack {
  readonly reading: DocumentsReading;
  readonly pack: Pack;
  /** Of reading, all files together. */
  readonly findings: readonly Finding[];
}

/**
 * Reads files and folders as one published pack; folders with everything below them. In a process with limits of
 * time and memory, unless the caller is one itself.
 */
export async function readPublished(
  paths: readonly string[],
  read: typeof readDocuments = readDocumentsLimited,
): Promise<PublishedPack> {
  const reading = await read(await filesOf(paths));
  const pack = recognise(reading.documents.map(({ name, document }) => ({ name, document })));
  return {
    reading,
    pack,
    findings: [...reading.findings, ...reading.documents.flatMap(({ findings }) => findings)],
  };
}

/** The files of paths with their bytes, those of a folder in the order of their names. */
export async function filesOf(paths: readonly string[]): Promise<readonly DocumentFile[]> {
  const files: DocumentFile[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) {
      throw new Failure(
        { zh: `找不到“${path}”。请检查路径。`, en: `There is no "${path}". Check the path.` },
        EXIT.unreadable,
      );
    }
    if (!found.isDirectory()) files.push(await fileOf(path, basename(path)));
    else for (const below of await filesBelow(path)) files.push(await fileOf(below, relative(path, below)));
  }
  return files;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function fileOf(path: string, name: string): Promise<DocumentFile> {
  try {
    return { name, bytes: await readFile(path) };
  } catch {
    throw new Failure(
      { zh: `读不了“${path}”。请检查权限。`, en: `Cannot read "${path}". Check its permissions.` },
      EXIT.unreadable,
    );
  }
}
