import type { Face } from "./sfnt.ts";

const FAMILY = 1;
const POSTSCRIPT = 6;
const TYPOGRAPHIC_FAMILY = 16;
const WINDOWS = 3;

interface NameRecord {
  readonly platform: number;
  readonly id: number;
  readonly text: string;
}

/** Every family name of a face in every language, e.g. "FangSong_GB2312" and "仿宋_GB2312". */
export function familyNames(face: Face): string[] {
  const families = records(face).filter(({ id }) => id === FAMILY || id === TYPOGRAPHIC_FAMILY);
  return [...new Set(families.map(({ text }) => text))];
}

/**
 * The face under another family name. Under names of our own an installed font that happens to share a family
 * name can never take its place. The PostScript name, which the PDF shows, stays.
 */
export function withFamily(face: Face, family: string): Face {
  const postscript = records(face).find(
    ({ id, platform }) => id === POSTSCRIPT && platform === WINDOWS,
  )?.text;
  const name = nameTable([
    [FAMILY, family],
    [POSTSCRIPT, postscript ?? family.replaceAll(" ", "")],
  ]);
  return { version: face.version, tables: new Map([...face.tables, ["name", name]]) };
}

function records(face: Face): NameRecord[] {
  const table = face.tables.get("name");
  if (table === undefined) return [];
  const storage = table.readUInt16BE(4);
  return Array.from({ length: table.readUInt16BE(2) }, (_, index) => {
    const [platform, , , id, length, offset] = [0, 2, 4, 6, 8, 10].map((field) =>
      table.readUInt16BE(6 + 12 * index + field),
    ) as [number, number, number, number, number, number];
    const bytes = table.subarray(storage + offset, storage + offset + length);
    const text = platform === 1 ? bytes.toString("latin1") : new TextDecoder("utf-16be").decode(bytes);
    return { platform, id, text };
  });
}

function nameTable(entries: readonly (readonly [number, string])[]): Buffer {
  const head = Buffer.alloc(6 + 12 * entries.length);
  head.writeUInt16BE(entries.length, 2);
  head.writeUInt16BE(head.length, 4);
  const texts: Buffer[] = [];
  let offset = 0;
  for (const [index, [id, text]] of entries.entries()) {
    const bytes = Buffer.from(text, "utf16le").swap16();
    for (const [field, value] of [WINDOWS, 1, 0x409, id, bytes.length, offset].entries()) {
      head.writeUInt16BE(value, 6 + 12 * index + 2 * field);
    }
    texts.push(bytes);
    offset += bytes.length;
  }
  return Buffer.concat([head, ...texts]);
}
