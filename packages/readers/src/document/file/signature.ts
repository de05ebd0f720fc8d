import { containerOf, hasStream } from "../../ledger/container.ts";

/** What a file is by its bytes alone, as far as they say without being unpacked or decoded. */
export type Signature =
  | { readonly type: "pdf" | "zip" | "doc" | "spreadsheet" | "image" | "encrypted" | "undecided" }
  /** A known type that is not read; `name` is what people call it. */
  | { readonly type: "foreign"; readonly name: string };

const IMAGES = ["89504e470d0a1a0a", "ffd8ff", "47494638", "49492a00", "4d4d002a"];
const FOREIGN: readonly (readonly [hex: string, name: string])[] = [
  ["526172211a07", "RAR"],
  ["377abcaf271c", "7z"],
  ["1f8b08", "gzip"],
  ["7b5c727466", "RTF"],
  ["4d5a", "EXE"],
];
const WORKBOOK_STREAMS = ["Workbook", "WORKBOOK", "Book", "BOOK"];
/** Readers of PDF accept a header that begins within the first kilobyte. */
const PDF_WINDOW = 1024;

export function signatureOf(bytes: Uint8Array): Signature {
  const start = Buffer.from(bytes.subarray(0, PDF_WINDOW));
  const hex = start.subarray(0, 16).toString("hex");
  const container = containerOf(bytes);
  if (container === "zip") return { type: "zip" };
  if (container === "compound") return compound(bytes);
  if (IMAGES.some((magic) => hex.startsWith(magic)) || isBitmap(start) || isWebp(start))
    return { type: "image" };
  const foreign = FOREIGN.find(([magic]) => hex.startsWith(magic));
  if (foreign !== undefined) return { type: "foreign", name: foreign[1] };
  return { type: container === "other" && start.includes("%PDF-") ? "pdf" : "undecided" };
}

function compound(bytes: Uint8Array): Signature {
  if (hasStream(bytes, "EncryptedPackage")) return { type: "encrypted" };
  if (hasStream(bytes, "WordDocument")) return { type: "doc" };
  if (WORKBOOK_STREAMS.some((stream) => hasStream(bytes, stream))) return { type: "spreadsheet" };
  return { type: "foreign", name: "OLE" };
}

function isBitmap(start: Buffer): boolean {
  return start.length > 30 && start.toString("latin1", 0, 2) === "BM" && start.readUInt32LE(6) === 0;
}

function isWebp(start: Buffer): boolean {
  return start.toString("latin1", 0, 4) === "RIFF" && start.toString("latin1", 8, 12) === "WEBP";
}
