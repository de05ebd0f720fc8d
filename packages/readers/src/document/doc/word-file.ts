import { CFB } from "@e965/xlsx";

/** The streams of a Word 97–2003 file. */
export interface WordFile {
  /** "WordDocument": the header, the text and the pages of properties. */
  readonly main: Buffer;
  readonly table: Buffer;
  /** "Data": properties too long for their page; may be empty. */
  readonly data: Buffer;
}

const MAGIC = 0xa5ec;
const FLAGS = 0x0a;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;

/** Opens the streams, or says why not. Throws for a container that is broken. */
export function openWordFile(bytes: Uint8Array): WordFile | "read/encrypted" | "read/damaged" {
  const container = CFB.read(Buffer.from(bytes), { type: "buffer" });
  const stream = (name: string): Buffer | undefined => {
    const content = CFB.find(container, `/${name}`)?.content;
    return content === undefined ? undefined : Buffer.from(content as Uint8Array);
  };
  const main = stream("WordDocument");
  if (main === undefined || main.length < 0x200 || main.readUInt16LE(0) !== MAGIC) return "read/damaged";
  const flags = main.readUInt16LE(FLAGS);
  if ((flags & ENCRYPTED) !== 0) return "read/encrypted";
  const table = stream((flags & SECOND_TABLE) === 0 ? "0Table" : "1Table");
  if (table === undefined) return "read/damaged";
  return { main, table, data: stream("Data") ?? Buffer.alloc(0) };
}

/** A stretch of text that stands together in the file. */
interface Piece {
  readonly text: string;
  /** Position of its first character in the main stream, and bytes a character. */
  readonly offset: number;
  readonly width: 1 | 2;
}

/** The text of all parts of the document, and where each character stands in the file. */
export interface WordText {
  readonly text: string;
  readonly offsetOf: (position: number) => number;
}

const CLX = 0x01a2;
const PIECES = 2;
const COMPRESSED = 0x40000000;

/** Follows the table of pieces that the text is made of. */
export function wordText({ main, table }: WordFile): WordText {
  const pieces: (Piece & { readonly start: number })[] = [];
  let at = main.readUInt32LE(CLX);
  while (table[at] === 1) at += 3 + table.readUInt16LE(at + 1);
  if (table[at] !== PIECES) return { text: "", offsetOf: () => 0 };
  const count = Math.floor((table.readUInt32LE(at + 1) - 4) / 12);
  const positions = at + 5;
  const descriptors = positions + 4 * (count + 1);
  for (let index = 0; index < count; index++) {
    const start = table.readUInt32LE(positions + 4 * index);
    const length = table.readUInt32LE(positions + 4 * (index + 1)) - start;
    const fc = table.readUInt32LE(descriptors + 8 * index + 2);
    pieces.push({ start, ...piece(main, fc, length) });
  }
  return { text: pieces.map((part) => part.text).join(""), offsetOf: offsets(pieces) };
}

/** Positions are asked for in order, so the piece of the last one is the likely one. */
function offsets(pieces: readonly (Piece & { readonly start: number })[]): (position: number) => number {
  let current = 0;
  return (position) => {
    if (position < (pieces[current]?.start ?? 0)) current = 0;
    while (position >= (pieces[current + 1]?.start ?? Number.POSITIVE_INFINITY)) current++;
    const part = pieces[current];
    return part === undefined ? 0 : part.offset + (position - part.start) * part.width;
  };
}

function piece(main: Buffer, fc: number, length: number): Piece {
  if (length < 0 || length > main.length) throw new RangeError("A piece is longer than the file.");
  const isCompressed = (fc & COMPRESSED) !== 0;
  const offset = isCompressed ? (fc & ~COMPRESSED) / 2 : fc;
  const width = isCompressed ? 1 : 2;
  const bytes = main.subarray(offset, offset + length * width);
  const text = new TextDecoder(isCompressed ? "windows-1252" : "utf-16le", { ignoreBOM: true }).decode(bytes);
  return { text: text.padEnd(length, " "), offset, width };
}
