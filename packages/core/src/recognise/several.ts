import {
  isDisclosure,
  type Pack,
  type PackDocument,
  type PackFact,
  type TableConcept,
} from "../pack/pack.ts";
import { compareBodies } from "../prior/same-body.ts";
import { recogniseKind } from "./kind.ts";
import { conceptOfTitle } from "./lexicon/titles.ts";

/** What one file says of the pack that it belongs to. */
export interface FileIdentity extends Pick<Pack, "kind" | "year" | "body" | "scope"> {
  /** Of its tables that have a title of the field. */
  readonly concepts: readonly TableConcept[];
  /** The largest amounts that it prints, in 元. */
  readonly largest: readonly number[];
}

/** The identity of a pack of one file. */
export function identityOfFile(pack: Pack): FileIdentity {
  const { kind, year, body, scope, tables, facts } = pack;
  const amounts = facts.filter(({ kind: of }) => of === "amount").map(({ figure }) => yuanOf(figure));
  return {
    kind,
    ...(year === undefined ? {} : { year }),
    ...(body === undefined ? {} : { body }),
    ...(scope === undefined ? {} : { scope }),
    concepts: tables.map(({ concept }) => concept),
    largest: [...new Set(amounts)].toSorted((a, b) => b - a).slice(0, LARGEST),
  };
}

const LARGEST = 5;

function yuanOf({ scaled, decimals, unit }: PackFact["figure"]): number {
  const factor = unit === "yuan" ? 1 : unit === "wan-yuan" ? 10_000 : 0;
  return (Number(scaled) / 10 ** decimals) * factor;
}

/** What can be told of a document before its figures are understood. */
export function identityOfDocument(document: PackDocument): FileIdentity {
  const concepts = document.document.blocks.flatMap((block) =>
    block.type === "grid" ? [conceptOfTitle(block.caption)] : [],
  );
  return { ...recogniseKind([document]), concepts, largest: [] };
}

/**
 * Whether files cannot be one pack: two of them hold the tables of a budget or of final accounts, or are titled as
 * one, and are of different bodies or years, or not of the same kind. Figures of the one are then no fault of the
 * other.
 */
export function areSeveralPacks(files: readonly FileIdentity[]): boolean {
  const telling = files.filter((file) => isWhole(file) || isTitled(file));
  return telling.some((a, index) => telling.slice(index + 1).some((b) => differ(a, b)));
}

/**
 * The files of a folder of packs, as positions in it: each that holds the tables of a pack by itself, together with
 * those that hold no tables and fit it alone, as its narrative does. What fits none or several is by itself.
 */
export function packsAmong(files: readonly FileIdentity[]): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>(
    files.flatMap((file, index) => (isWhole(file) ? [[index, [index]] as const] : [])),
  );
  const wholes = [...groups.keys()];
  const alone: number[][] = [];
  for (const [index, file] of files.entries()) {
    if (isWhole(file)) continue;
    const fitting = wholes.filter((whole) => goesWith(file, files[whole] as FileIdentity));
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) groups.get(only)?.push(index);
    else alone.push([index]);
  }
  const all = [...groups.values(), ...alone].map((group) => group.toSorted((a, b) => a - b));
  return all.toSorted(([a = 0], [b = 0]) => a - b);
}

const FEWEST_TABLES = 3;
const ANNEXES: ReadonlySet<TableConcept> = new Set([
  "other",
  "catalogue",
  "overall-performance",
  "project-performance",
]);

function isWhole({ kind, concepts }: FileIdentity): boolean {
  if (!isDisclosure(kind)) return false;
  return new Set(concepts.filter((concept) => !ANNEXES.has(concept))).size >= FEWEST_TABLES;
}

/** Its first page names the body, the year, and whether it is a department or a unit. */
function isTitled({ kind, body, year, scope }: FileIdentity): boolean {
  return isDisclosure(kind) && body !== undefined && year !== undefined && scope !== undefined;
}

function differ(a: FileIdentity, b: FileIdentity): boolean {
  const years = a.year !== undefined && b.year !== undefined && a.year !== b.year;
  return years || a.kind !== b.kind || compareBodies(a.body, b.body) === "different";
}

/** Of the same body by their names, or, where one does not name it, by the total of the tables. */
function goesWith(part: FileIdentity, whole: FileIdentity): boolean {
  if (part.kind !== whole.kind) return false;
  if (part.year !== undefined && whole.year !== undefined && part.year !== whole.year) return false;
  if (part.body !== undefined && whole.body !== undefined)
    return compareBodies(part.body, whole.body) !== "different";
  const [total] = whole.largest;
  return total !== undefined && part.largest.some((amount) => Math.abs(amount - total) <= ROUNDED);
}

/** 0.01万元, in 元. */
const ROUNDED = 100;
