import { type Entry, fromBuffer, type ZipFile } from "yauzl";

/** Limits on what an archive may hold; they count over all archives inside it too. */
const MOST_ENTRIES = 5_000;
const MOST_BYTES = 512 * 1024 * 1024;
const HIGHEST_RATIO = 200;
const RATIO_COUNTS_FROM_BYTES = 4 * 1024 * 1024;

/** What may still be unpacked. */
export interface Budget {
  entries: number;
  bytes: number;
}

export function newBudget(): Budget {
  return { entries: MOST_ENTRIES, bytes: MOST_BYTES };
}

export interface ZipEntry {
  /** Decoded: UTF-8 where it is valid, otherwise GB 18030, as archives made on Windows write it. */
  readonly name: string;
  readonly encrypted: boolean;
  /** Unpacks to too much, at a ratio of a bomb, or over the budget. */
  readonly suspicious: boolean;
  /** The content, not more than the declared size. */
  readonly read: () => Promise<Uint8Array>;
}

/** The files of a zip by its directory, without unpacking any; undefined where the directory is broken. */
export async function zipEntries(bytes: Uint8Array, budget: Budget): Promise<ZipEntry[] | undefined> {
  try {
    const zip = await open(bytes);
    const entries = await list(zip, budget);
    return entries.map((entry) => zipEntry(zip, entry, budget));
  } catch {
    return undefined;
  }
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

function list(zip: ZipFile, budget: Budget): Promise<Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      if (--budget.entries < 0) return resolve(entries);
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function zipEntry(zip: ZipFile, entry: Entry, budget: Budget): ZipEntry {
  const size = entry.uncompressedSize;
  const isBomb = size > RATIO_COUNTS_FROM_BYTES && size > entry.compressedSize * HIGHEST_RATIO;
  return {
    name: decodeName(entry.fileName as unknown as Uint8Array),
    encrypted: entry.isEncrypted(),
    get suspicious() {
      return isBomb || size > budget.bytes;
    },
    read: () => {
      budget.bytes -= size;
      return inflate(zip, entry);
    },
  };
}

function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("error", reject);
      stream.on("end", () => resolve(Buffer.concat(parts)));
    });
  });
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
