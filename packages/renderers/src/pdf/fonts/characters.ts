import type { Face } from "./sfnt.ts";

/** What a face can print and how wide: 0 stands for a character that it lacks. */
export interface Characters {
  /** Advance width in em. */
  advance(codePoint: number): number;
  has(codePoint: number): boolean;
}

/** Reads the character map (cmap formats 4 and 12, all that fonts for Chinese use) and the advance widths. */
export function readCharacters(face: Face): Characters {
  const glyphs = readGlyphs(face);
  const metrics = face.tables.get("hmtx") ?? Buffer.alloc(4);
  const unitsPerEm = face.tables.get("head")?.readUInt16BE(18) ?? 1000;
  const lastMetric = (face.tables.get("hhea")?.readUInt16BE(34) ?? 1) - 1;
  return {
    has: (codePoint) => (glyphs[codePoint] ?? 0) !== 0,
    advance(codePoint) {
      const glyph = glyphs[codePoint] ?? 0;
      return glyph === 0 ? 0 : metrics.readUInt16BE(4 * Math.min(glyph, lastMetric)) / unitsPerEm;
    },
  };
}

function readGlyphs(face: Face): Uint16Array {
  const glyphs = new Uint16Array(0x110000);
  const table = face.tables.get("cmap");
  if (table === undefined) return glyphs;
  const offsets = Array.from({ length: table.readUInt16BE(2) }, (_, index) =>
    table.readUInt32BE(8 + 8 * index),
  );
  const subtables = [...new Set(offsets)].map((offset) => table.subarray(offset));
  for (const subtable of subtables) {
    const format = subtable.readUInt16BE(0);
    if (format === 4) readSegments(subtable, glyphs);
    if (format === 12) readGroups(subtable, glyphs);
  }
  return glyphs;
}

function readSegments(subtable: Buffer, glyphs: Uint16Array): void {
  const size = subtable.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size] as const;
  for (let at = 0; at < size; at += 2) {
    const start = subtable.readUInt16BE(starts + at);
    const delta = subtable.readUInt16BE(deltas + at);
    const range = subtable.readUInt16BE(ranges + at);
    for (let code = start; code <= subtable.readUInt16BE(ends + at) && code < 0xffff; code++) {
      const listed = range === 0 ? code : subtable.readUInt16BE(ranges + at + range + 2 * (code - start));
      glyphs[code] = listed === 0 ? 0 : (listed + delta) & 0xffff;
    }
  }
}

function readGroups(subtable: Buffer, glyphs: Uint16Array): void {
  for (let index = 0; index < subtable.readUInt32BE(12); index++) {
    const group = 16 + 12 * index;
    const start = subtable.readUInt32BE(group);
    const end = Math.min(subtable.readUInt32BE(group + 4), glyphs.length - 1);
    const glyph = subtable.readUInt32BE(group + 8);
    for (let code = start; code <= end; code++) glyphs[code] = glyph + code - start;
  }
}
