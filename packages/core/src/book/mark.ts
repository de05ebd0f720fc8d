/**
 * The mark of an amount: the sum of its entries, each times a number of its own. Amounts that are the same sum of
 * entries have the same mark, and a total has the sum of its parts' marks; that amounts of other entries do so by
 * chance is as good as impossible. So marks tell what follows from the definitions from what only happens to agree.
 */
export type Mark = bigint;

/** The tables that entries stand in. */
export type EntryTable =
  | "line"
  | "prior-line"
  | "prior-item"
  | "town-subsidy"
  | "small-business"
  | "social-insurance";

const TABLES: Readonly<Record<EntryTable, bigint>> = {
  line: 1n,
  "prior-line": 2n,
  "prior-item": 3n,
  "town-subsidy": 4n,
  "small-business": 5n,
  "social-insurance": 6n,
};

const WORD = (1n << 64n) - 1n;
const factors = new Map<EntryTable, bigint[]>();

/** The mark of one entry: its amount times a number that only its place decides. */
export function markOf(table: EntryTable, index: number, amount: bigint): Mark {
  let known = factors.get(table);
  if (known === undefined) {
    known = [];
    factors.set(table, known);
  }
  known[index] ??= scramble((TABLES[table] << 40n) + BigInt(index));
  return amount * known[index];
}

/** SplitMix64: spreads consecutive numbers over 64 bits. */
function scramble(value: bigint): bigint {
  let mixed = (value * 0x9e3779b97f4a7c15n + 0x632be59bd9b4e019n) & WORD;
  mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & WORD;
  mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & WORD;
  return mixed ^ (mixed >> 31n);
}
