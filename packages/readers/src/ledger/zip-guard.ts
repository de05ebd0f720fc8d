import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import type { LedgerFindingId } from "./ledger-finding.ts";

/** Limits on what a zip may unpack to. A million cells unpack to some 100 MB at ratios below 20. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_ENTRIES = 10_000;
const HIGHEST_RATIO = 200;
const RATIO_COUNTS_FROM_BYTES = 4 * 1024 * 1024;

export interface ZipContents {
  readonly names: readonly string[];
  readonly problem?: LedgerFindingId;
}

/**
 * Lists a zip and measures what it unpacks to before any library unpacks it in memory: first by the sizes that it
 * declares, then, since those may lie, by inflating every entry into a counter that stops at the declared size.
 */
export async function inspectZip(bytes: Uint8Array): Promise<ZipContents> {
  const entries: Entry[] = [];
  try {
    const zip = await open(bytes);
    const problem = await collect(zip, entries);
    const names = entries.map((entry) => entry.fileName);
    if (problem !== undefined) return { names, problem };
    for (const entry of entries) await inflate(zip, entry);
    return { names };
  } catch {
    return { names: entries.map((entry) => entry.fileName), problem: "damaged" };
  }
}

/** The inflated bytes of one entry; undefined where it is missing, unreadable or larger than `most`. */
export async function readSmallEntry(
  bytes: Uint8Array,
  name: string,
  most = RATIO_COUNTS_FROM_BYTES,
): Promise<Uint8Array | undefined> {
  const entries: Entry[] = [];
  try {
    const zip = await open(bytes);
    await collect(zip, entries);
    const entry = entries.find((candidate) => candidate.fileName === name);
    if (entry === undefined || entry.uncompressedSize > most) return undefined;
    const parts: Buffer[] = [];
    await inflate(zip, entry, (part) => parts.push(part));
    return Buffer.concat(parts);
  } catch {
    return undefined;
  }
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

function collect(zip: ZipFile, entries: Entry[]): Promise<LedgerFindingId | undefined> {
  let total = 0;
  return new Promise((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", () => resolve(undefined));
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      total += entry.uncompressedSize;
      if (entry.isEncrypted()) return resolve("encrypted");
      if (total > MOST_BYTES || entries.length > MOST_ENTRIES || isSuspicious(entry))
        return resolve("too-large");
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function isSuspicious(entry: Entry): boolean {
  if (entry.uncompressedSize < RATIO_COUNTS_FROM_BYTES) return false;
  return entry.uncompressedSize > entry.compressedSize * HIGHEST_RATIO;
}

function inflate(zip: ZipFile, entry: Entry, onPart?: (part: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      stream.on("data", onPart ?? (() => {}));
      stream.on("error", reject);
      stream.on("end", resolve);
    });
  });
}
