import { DEPARTMENT_ECONOMIC } from "./generated/department-economic.ts";
import { FUNCTIONAL } from "./generated/functional.ts";
import { GOVERNMENT_ECONOMIC } from "./generated/government-economic.ts";
import { REVENUE } from "./generated/revenue.ts";

export type CatalogueId = "functional" | "department-economic" | "government-economic" | "revenue";

/** How well a row is known: ministry text, printed in real packs, in a list only, recalled, contradicted. */
export type CatalogueStatus = "official" | "corroborated" | "listed" | "unconfirmed" | "doubtful";

/** One code of a classification (科目). */
export interface CatalogueEntry {
  readonly code: string;
  readonly name: string;
  /** 1 = 类, 2 = 款, 3 = 项, 4 = 目. */
  readonly level: number;
  readonly parent?: string;
  /** First and last year in which the code is valid; absent: 2023 or before, and still. */
  readonly since?: number;
  readonly until?: number;
  readonly status: CatalogueStatus;
}

const SOURCES: Readonly<Record<CatalogueId, string>> = {
  functional: FUNCTIONAL,
  "department-economic": DEPARTMENT_ECONOMIC,
  "government-economic": GOVERNMENT_ECONOMIC,
  revenue: REVENUE,
};

/** Parsed once: a code may have several rows, each with its own years. */
const parsed = new Map<CatalogueId, ReadonlyMap<string, readonly CatalogueEntry[]>>();

/**
 * The entry of a code that is valid in the year. Without a year, any entry of the code, the latest first.
 * Undefined: the catalogue does not know the code, or not for that year.
 */
export function lookUp(catalogue: CatalogueId, code: string, year?: number): CatalogueEntry | undefined {
  const entries = entriesByCode(catalogue).get(code);
  return year === undefined ? entries?.at(-1) : entries?.find((entry) => isValidIn(entry, year));
}

/** The entries one level below a code, or the top level without a code, in the order of their codes. */
export function childrenOf(
  catalogue: CatalogueId,
  parent: string | undefined,
  year?: number,
): readonly CatalogueEntry[] {
  return [...entriesByCode(catalogue).keys()]
    .filter((code) => parentCode(code) === parent)
    .sort()
    .flatMap((code) => lookUp(catalogue, code, year) ?? []);
}

/** All entries of a catalogue whatever their years, in the order of the source. */
export function entriesOf(catalogue: CatalogueId): readonly CatalogueEntry[] {
  return [...entriesByCode(catalogue).values()].flat();
}

/** Whether a contradiction with the entry may be called an error: the rest is known from lists or memory only. */
export function isConfirmed(entry: CatalogueEntry): boolean {
  return entry.status === "official" || entry.status === "corroborated";
}

/** The code one level up: a code's first digits are its parent's. Undefined at the top level. */
export function parentCode(code: string): string | undefined {
  return code.length > 3 ? code.slice(0, -2) : undefined;
}

/** 1 for three digits (类), 2 for five (款), 3 for seven (项). */
export function levelOf(code: string): number {
  return (code.length - 1) / 2;
}

/** The code itself and the codes above it, outermost first. */
export function codePath(code: string): readonly string[] {
  const parent = parentCode(code);
  return parent === undefined ? [code] : [...codePath(parent), code];
}

function isValidIn(entry: CatalogueEntry, year: number): boolean {
  return (entry.since ?? year) <= year && year <= (entry.until ?? year);
}

function entriesByCode(catalogue: CatalogueId): ReadonlyMap<string, readonly CatalogueEntry[]> {
  const known = parsed.get(catalogue);
  if (known !== undefined) return known;
  const byCode = new Map<string, CatalogueEntry[]>();
  for (const entry of SOURCES[catalogue].trimEnd().split("\n").map(parseEntry)) {
    byCode.set(entry.code, [...(byCode.get(entry.code) ?? []), entry]);
  }
  parsed.set(catalogue, byCode);
  return byCode;
}

function parseEntry(line: string): CatalogueEntry {
  const [code = "", name = "", since = "", until = "", status = ""] = line.split("\t");
  const parent = parentCode(code);
  return {
    code,
    name,
    level: levelOf(code),
    ...(parent === undefined ? {} : { parent }),
    ...(since === "" ? {} : { since: Number(since) }),
    ...(until === "" ? {} : { until: Number(until) }),
    status: status as CatalogueStatus,
  };
}
