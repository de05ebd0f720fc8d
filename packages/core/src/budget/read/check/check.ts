import type { Fen } from "../../../money/fen.ts";
import { formatYuan } from "../../../money/fen.ts";
import type { Term } from "../../terms.ts";
import type { Report } from "../fault/fault.ts";
import { type RecordSet, type SheetRecord, textOf } from "../record.ts";
import type { Spot } from "../spot.ts";

export interface CheckOptions {
  /** What the weights of a set of indicators add up to, by the profile; not checked when left out. */
  readonly weights?: { readonly overall: number; readonly project: number };
}

/** Looks at what single cells cannot show: rows against each other, sheets against each other. */
export type Check = (set: RecordSet, options: CheckOptions, report: Report) => void;

/** The word of a term. */
export function wordOf(terms: readonly Term[], id: string): string {
  return terms.find((term) => term.id === id)?.zh ?? id;
}

/** Whether sums over the sheets prove anything: nothing in them was left out. */
export function areComplete(set: RecordSet, ...sheets: readonly string[]): boolean {
  return sheets.every((sheet) => set(sheet).complete);
}

/** The usable records of a sheet. */
export function usable(set: RecordSet, sheet: string): readonly SheetRecord[] {
  return set(sheet).records.filter((record) => record.usable);
}

/** Records by the text of a column, in the order of their first ones. */
export function byText(
  records: readonly SheetRecord[],
  column: string,
): ReadonlyMap<string, readonly SheetRecord[]> {
  const groups = new Map<string, SheetRecord[]>();
  for (const record of records) {
    const text = textOf(record, column);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [record]);
    else group.push(record);
  }
  return groups;
}

/** The distance of two amounts as yuan. */
export function distance(a: Fen, b: Fen): string {
  return formatYuan((a > b ? a - b : b - a) as Fen);
}

/** Amounts added up by key, with the spot of each key's first row. */
export class Sums<Key> {
  readonly #entries = new Map<string, { readonly key: Key; readonly spot: Spot; total: bigint }>();

  add(key: Key, amount: Fen, spot: Spot): void {
    const id = JSON.stringify(key);
    const entry = this.#entries.get(id) ?? { key, spot, total: 0n };
    entry.total += amount;
    this.#entries.set(id, entry);
  }

  /** The total of a key; zero where nothing was added. */
  of(key: Key): Fen {
    return (this.#entries.get(JSON.stringify(key))?.total ?? 0n) as Fen;
  }

  /** The keys, each with its first spot. */
  keys(): readonly { readonly key: Key; readonly spot: Spot }[] {
    return [...this.#entries.values()];
  }

  /** The keys of these sums and of others, each once, with the first spot. */
  union(other: Sums<Key>): readonly { readonly key: Key; readonly spot: Spot }[] {
    return [...new Map([...other.#entries, ...this.#entries]).values()];
  }
}
