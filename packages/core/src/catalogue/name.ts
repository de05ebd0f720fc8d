import { type CatalogueId, lookUp } from "./catalogue.ts";
import { NAME_CHANGES } from "./generated/name-changes.ts";

interface NameChange {
  readonly formerName: string;
  readonly laterName: string;
  /** The last year in which the former name is known; absent where no year is. */
  readonly formerUntil?: number;
  readonly evidenced: boolean;
}

/**
 * The printable name of a code in a year; undefined for a code the catalogue does not know. A code that is not
 * valid in the year still has its name. Only evidenced changes of names count; where a change is known to lie
 * between two years, the later name is used between them.
 */
export function nameOf(catalogue: CatalogueId, code: string, year: number): string | undefined {
  const entry = lookUp(catalogue, code, year) ?? lookUp(catalogue, code);
  if (entry === undefined) return undefined;
  const former = changesOf(code)
    .filter((change) => change.evidenced && change.formerUntil !== undefined && year <= change.formerUntil)
    .sort((a, b) => (a.formerUntil ?? 0) - (b.formerUntil ?? 0));
  return former[0]?.formerName ?? entry.name;
}

/** Every name a code is known to have had, its catalogue name first: what may stand beside it in print. */
export function namesOf(catalogue: CatalogueId, code: string): readonly string[] {
  const entry = lookUp(catalogue, code);
  if (entry === undefined) return [];
  const changes = changesOf(code).flatMap((change) => [change.formerName, change.laterName]);
  return [...new Set([entry.name, ...changes])];
}

/** By code: the first digit of a code tells its catalogue, so codes of two catalogues never meet. */
let parsed: ReadonlyMap<string, readonly NameChange[]> | undefined;

function changesOf(code: string): readonly NameChange[] {
  parsed ??= parseChanges();
  return parsed.get(code) ?? [];
}

function parseChanges(): ReadonlyMap<string, readonly NameChange[]> {
  const changes = new Map<string, NameChange[]>();
  for (const line of NAME_CHANGES.trimEnd().split("\n")) {
    const [code = "", formerName = "", laterName = "", formerUntil = "", basis] = line.split("\t");
    const change = {
      formerName,
      laterName,
      ...(formerUntil === "" ? {} : { formerUntil: Number(formerUntil) }),
      evidenced: basis === "evidenced",
    };
    changes.set(code, [...(changes.get(code) ?? []), change]);
  }
  return changes;
}
