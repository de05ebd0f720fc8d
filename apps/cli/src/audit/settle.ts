import { dirname } from "node:path";
import { areSeveralPacks, type FileIdentity, packsAmong } from "@mingzhang/core";
import type { PackResult } from "./pack-result.ts";
import { nameOfFiles, type PackSource } from "./packs-below.ts";

/** Files of one folder of which only what they hold can tell how they belong together. */
interface Pool {
  readonly mode: NonNullable<PackSource["unsettled"]>;
  readonly sources: readonly PackSource[];
  readonly paths: readonly string[];
}

/** Says what each of some files is, in their order; undefined where it could not be read. */
export type Identify = (files: readonly PackSource[]) => Promise<readonly (PackResult | undefined)[]>;

/**
 * The packs of a folder once files that their names do not tell apart have been looked into: those of other bodies or
 * years are taken apart, and a narrative is put to its tables.
 */
export async function settled(
  root: string,
  sources: readonly PackSource[],
  identify: Identify,
): Promise<readonly PackSource[]> {
  const pools = poolsOf(sources);
  if (pools.length === 0) return sources;
  const paths = pools.flatMap((pool) => pool.paths);
  const results = await identify(paths.map((path) => ({ name: nameOfFiles(root, [path]), paths: [path] })));
  const identities = new Map(paths.map((path, index) => [path, results[index]?.file ?? UNKNOWN]));
  const taken = new Set(pools.flatMap((pool) => pool.sources));
  const rest = sources.filter((source) => !taken.has(source));
  const found = pools.flatMap((pool) => packsOf(root, pool, identities));
  return [...rest, ...found].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function poolsOf(sources: readonly PackSource[]): readonly Pool[] {
  const folders = sources.filter(({ unsettled }) => unsettled === "folder");
  const shelves = new Map<string, PackSource[]>();
  for (const source of sources.filter(({ unsettled }) => unsettled === "shelf")) {
    const folder = dirname(source.paths[0] ?? "");
    shelves.set(folder, [...(shelves.get(folder) ?? []), source]);
  }
  return [
    ...folders.map((source): Pool => ({ mode: "folder", sources: [source], paths: source.paths })),
    ...[...shelves.values()]
      .filter((files) => files.length > 1)
      .map((files): Pool => ({ mode: "shelf", sources: files, paths: files.flatMap(({ paths }) => paths) })),
  ];
}

function packsOf(
  root: string,
  { mode, sources, paths }: Pool,
  identities: ReadonlyMap<string, FileIdentity>,
): readonly PackSource[] {
  const files = paths.map((path) => identities.get(path) ?? UNKNOWN);
  if (mode === "folder" && !areSeveralPacks(files)) return sources;
  return packsAmong(files).map((group) => {
    const together = group.map((index) => paths[index] ?? "");
    return { name: nameOfFiles(root, together), paths: together };
  });
}

const UNKNOWN: FileIdentity = { kind: "other", concepts: [], largest: [] };
