import type { DerivedBlock } from "../table/derived.ts";

/** Per block the index of the row that stands on this line; -1 where the block has none. */
export type RowSlot = readonly number[];

/** Puts blocks side by side: rows of the same band start on the same line, shorter bands are padded. */
export function alignBlocks(blocks: readonly DerivedBlock[]): readonly RowSlot[] {
  const bands = blocks.map(bandsOf);
  const numbers = [...new Set(bands.flatMap((block) => [...block.keys()]))].sort((a, b) => a - b);
  return numbers.flatMap((number) => {
    const rows = bands.map((block) => block.get(number) ?? []);
    const height = Math.max(...rows.map((indices) => indices.length));
    return Array.from({ length: height }, (_, line) => rows.map((indices) => indices[line] ?? -1));
  });
}

function bandsOf(block: DerivedBlock): Map<number, number[]> {
  const bands = new Map<number, number[]>();
  let band = 0;
  for (const [index, row] of block.rows.entries()) {
    band = row.band ?? band;
    bands.set(band, [...(bands.get(band) ?? []), index]);
  }
  return bands;
}
