import { inflateSync } from "node:zlib";

/** One face of a font file, taken apart: the table tag and its bytes. Layout of the formats: OpenType 1.9, WOFF 1.0. */
export interface Face {
  readonly version: number;
  readonly tables: ReadonlyMap<string, Buffer>;
}

const WOFF = 0x774f4646;
const COLLECTION = 0x74746366;

/** The faces of a TTF, OTF, TTC or WOFF file; none where the bytes are no such font. */
export function readFaces(bytes: Uint8Array): Face[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const signature = file.readUInt32BE(0);
    const faces =
      signature === WOFF
        ? [readWoff(file)]
        : signature === COLLECTION
          ? readCollection(file)
          : [readSfnt(file, 0)];
    return faces.filter((face) =>
      ["cmap", "head", "hhea", "hmtx", "name"].every((tag) => face.tables.has(tag)),
    );
  } catch {
    return [];
  }
}

function readSfnt(file: Buffer, offset: number): Face {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(offset + 4); index++) {
    const entry = offset + 12 + 16 * index;
    const start = file.readUInt32BE(entry + 8);
    const end = start + file.readUInt32BE(entry + 12);
    if (end > file.length) throw new RangeError("table outside of the font file");
    tables.set(file.toString("latin1", entry, entry + 4), file.subarray(start, end));
  }
  return { version: file.readUInt32BE(offset), tables };
}

function readCollection(file: Buffer): Face[] {
  return Array.from({ length: file.readUInt32BE(8) }, (_, index) =>
    readSfnt(file, file.readUInt32BE(12 + 4 * index)),
  );
}

function readWoff(file: Buffer): Face {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(12); index++) {
    const entry = 44 + 20 * index;
    const start = file.readUInt32BE(entry + 4);
    const packed = file.readUInt32BE(entry + 8);
    const length = file.readUInt32BE(entry + 12);
    const data = file.subarray(start, start + packed);
    const table = packed < length ? inflateSync(data, { maxOutputLength: length }) : data;
    tables.set(file.toString("latin1", entry, entry + 4), table);
  }
  return { version: file.readUInt32BE(4), tables };
}

/** A font file of one face. Checksums are left at zero: no consumer here reads them. */
export function writeFace(face: Face): Buffer {
  const tables = [...face.tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + 16 * tables.length);
  directory.writeUInt32BE(face.version, 0);
  directory.writeUInt16BE(tables.length, 4);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  for (const [index, [tag, data]] of tables.entries()) {
    const entry = 12 + 16 * index;
    directory.write(tag, entry, "latin1");
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(data.length, entry + 12);
    const padding = Buffer.alloc(-data.length & 3);
    parts.push(data, padding);
    offset += data.length + padding.length;
  }
  return Buffer.concat(parts);
}
