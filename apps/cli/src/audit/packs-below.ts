import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { EXIT } from "../command.ts";
import { Failure } from "../failure.ts";
import { isToldByName, packsOfFolder, packsOfShelf } from "./file-names.ts";

/** One pack of a folder of packs. */
export interface PackSource {
  /** Relative to the folder, with slashes. */
  readonly name: string;
  readonly paths: readonly string[];
  /**
   * Where names of files do not tell what belongs together: "shelf" for a file in a folder of packs, "folder" for all
   * files of a folder that is taken for one pack.
   */
  readonly unsettled?: "shelf" | "folder";
}

export interface PackSearch {
  /** Every file is a pack of its own, whatever folder it is in. */
  readonly separate: boolean;
  /** Folders that are not looked into: the audit's own results, packs of last year. */
  readonly except: readonly string[];
}

/** What an editor or a system leaves behind, and nobody publishes. */
const IGNORED = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|__MACOSX$)/i;

/**
 * The packs of a folder in the order of their names: each file directly in it, and each folder below that holds
 * files directly, with those files as one pack; as far as the names of the files do not tell another tale
 * (`file-names.ts`).
 */
export async function packsBelow(folder: string, search: PackSearch): Promise<readonly PackSource[]> {
  const packs = await packsIn(folder, folder, search);
  return packs.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function packsIn(root: string, folder: string, search: PackSearch): Promise<PackSource[]> {
  const entries = (await entriesIn(folder)).filter(({ name }) => !IGNORED.test(name));
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name))
    .sort();
  const nameOf = (path: string) => nameOfFiles(root, [path]);
  const groups = search.separate
    ? files.map((path) => [path])
    : folder === root
      ? packsOfShelf(files)
      : packsOfFolder(files);
  const packs = groups
    .filter((paths) => paths.length > 0)
    .map((paths): PackSource => {
      const isFolder = folder !== root && !search.separate && groups.length === 1;
      const name = isFolder ? nameOf(folder) : nameOfFiles(root, paths);
      if (search.separate || paths.every(isToldByName)) return { name, paths };
      if (paths.length > 1) return { name, paths, unsettled: "folder" };
      return groups.length > 1 ? { name, paths, unsettled: "shelf" } : { name, paths };
    });
  for (const entry of entries) {
    const below = join(folder, entry.name);
    if (entry.isDirectory() && !search.except.some((path) => resolve(path) === resolve(below)))
      packs.push(...(await packsIn(root, below, search)));
  }
  return packs;
}

/** Of a pack that is not a whole folder. */
export function nameOfFiles(root: string, paths: readonly string[]): string {
  const first = relative(root, paths[0] ?? root)
    .split(sep)
    .join("/");
  return paths.length > 1 ? `${first} 等${paths.length}个文件` : first;
}

async function entriesIn(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Failure(
      {
        zh: `打不开文件夹“${folder}”。请检查路径。`,
        en: `Cannot open the folder "${folder}". Check the path.`,
      },
      EXIT.unreadable,
    );
  });
}
