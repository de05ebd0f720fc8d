import type { WordFile } from "./word-file.ts";

/** What the properties of a paragraph or of a run of characters say. */
export interface WordProperties {
  readonly inTable: boolean;
  /** The paragraph is the mark that ends a row. */
  readonly rowEnd: boolean;
  /** From 0; undefined for body text. */
  readonly outline?: number;
  /** Of the row: left and right edges of its cells in twips, and which cells go on from the row above. */
  readonly edges: readonly number[];
  readonly merges: readonly ("none" | "restart" | "continued")[];
  /** Deleted in a tracked change, or hidden. */
  readonly unprinted: boolean;
}

const NOTHING: WordProperties = { inTable: false, rowEnd: false, edges: [], merges: [], unprinted: false };

type Mutable = { -readonly [Key in keyof WordProperties]: WordProperties[Key] };

/** Properties by their place in the file. */
export interface PropertyRuns {
  readonly at: (offset: number) => WordProperties;
}

const PARAGRAPHS = 0x0102;
const CHARACTERS = 0x00fa;
const PAGE = 512;

export function paragraphRuns(file: WordFile): PropertyRuns {
  return readRuns(file, PARAGRAPHS, (page, index, count) => {
    const at = (page[(count + 1) * 4 + index * 13] ?? 0) * 2;
    if (at === 0) return undefined;
    const words = page[at] ?? 0;
    const start = words === 0 ? at + 2 : at + 1;
    const length = words === 0 ? 2 * (page[at + 1] ?? 0) : 2 * words - 1;
    // The first two bytes are the paragraph's style.
    return page.subarray(start + 2, start + length);
  });
}

export function characterRuns(file: WordFile): PropertyRuns {
  return readRuns(file, CHARACTERS, (page, index, count) => {
    const at = (page[(count + 1) * 4 + index] ?? 0) * 2;
    return at === 0 ? undefined : page.subarray(at + 1, at + 1 + (page[at] ?? 0));
  });
}

type Find = (page: Buffer, index: number, count: number) => Buffer | undefined;

function readRuns(file: WordFile, header: number, find: Find): PropertyRuns {
  const { main, table } = file;
  const start = main.readUInt32LE(header);
  const pages = Math.floor((main.readUInt32LE(header + 4) - 4) / 8);
  const runs: { from: number; properties: WordProperties }[] = [];
  for (let index = 0; index < pages; index++) {
    const number = table.readUInt32LE(start + 4 * (pages + 1) + 4 * index);
    const page = main.subarray(number * PAGE, (number + 1) * PAGE);
    const count = page[PAGE - 1] ?? 0;
    for (let run = 0; run < count; run++) {
      const modifiers = find(page, run, count);
      const properties = modifiers === undefined ? NOTHING : readProperties(modifiers, file.data);
      runs.push({ from: page.readUInt32LE(4 * run), properties });
    }
  }
  runs.sort((a, b) => a.from - b.from);
  return { at: (offset) => lookUp(runs, offset) };
}

function lookUp(
  runs: readonly { readonly from: number; readonly properties: WordProperties }[],
  offset: number,
): WordProperties {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1]?.properties ?? NOTHING;
}

/** The modifiers that matter here, by the codes of the file format. */
const CODE = {
  deleted: 0x0800,
  hidden: 0x083c,
  inTable: 0x2416,
  rowEnd: 0x2417,
  outline: 0x2640,
  elsewhere: 0x6646,
  nesting: 0x6649,
  tabs: 0xc615,
  row: 0xd608,
  verticalMerge: 0xd62b,
} as const;

/** Bytes of an operand by the top three bits of its code; 6 says its length in its first byte. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3];

function readProperties(modifiers: Buffer, data: Buffer): WordProperties {
  const properties: Mutable = { ...NOTHING };
  let at = 0;
  while (at + 2 < modifiers.length) {
    const code = modifiers.readUInt16LE(at);
    at += 2;
    if (code === CODE.elsewhere && at + 4 <= modifiers.length)
      Object.assign(properties, readElsewhere(data, modifiers.readUInt32LE(at)));
    const length = operandLength(code, modifiers, at);
    apply(code, modifiers.subarray(at, at + length), properties);
    at += length;
  }
  return properties;
}

/** Rows of many cells have their properties in the stream "Data". */
function readElsewhere(data: Buffer, at: number): WordProperties {
  if (at + 2 > data.length) return NOTHING;
  return readProperties(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)), Buffer.alloc(0));
}

function operandLength(code: number, modifiers: Buffer, at: number): number {
  const kind = code >> 13;
  if (kind !== 6) return OPERANDS[kind] ?? 1;
  if (code === CODE.row && at + 2 <= modifiers.length) return modifiers.readUInt16LE(at) + 1;
  const length = modifiers[at] ?? 0;
  return code === CODE.tabs && length === 255 ? modifiers.length - at : length + 1;
}

function apply(code: number, operand: Buffer, properties: Mutable): void {
  const value = operand[0] ?? 0;
  if (code === CODE.inTable) properties.inTable = value === 1;
  else if (code === CODE.nesting) properties.inTable ||= value > 0;
  else if (code === CODE.rowEnd) properties.rowEnd = value === 1;
  else if (code === CODE.outline && value < 9) properties.outline = value;
  else if (code === CODE.deleted || code === CODE.hidden) properties.unprinted ||= (value & 1) === 1;
  else if (code === CODE.row) Object.assign(properties, rowOf(operand));
  else if (code === CODE.verticalMerge) {
    const merges = [...properties.merges];
    merges[operand[1] ?? 0] = mergeOf(operand[2] ?? 0);
    properties.merges = merges;
  }
}

const CELL = 20;

function rowOf(operand: Buffer): Pick<WordProperties, "edges" | "merges"> {
  const count = operand[2] ?? 0;
  const cells = 3 + 2 * (count + 1);
  if (cells > operand.length) return { edges: [], merges: [] };
  const edges = Array.from({ length: count + 1 }, (_, index) => operand.readInt16LE(3 + 2 * index));
  const merges = Array.from({ length: count }, (_, index) => {
    const at = cells + CELL * index;
    return mergeOf(at + 2 <= operand.length ? (operand.readUInt16LE(at) >> 5) & 3 : 0);
  });
  return { edges, merges };
}

function mergeOf(bits: number): "none" | "restart" | "continued" {
  if (bits === 0) return "none";
  return bits === 1 ? "continued" : "restart";
}
