import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { ServerFailure } from "../database/failure.ts";

/**
 * The one file of a backup: gzip over frames (length in four bytes, content). First a header as JSON; then for each
 * table its name and columns as JSON, its rows as COPY writes them in as many frames as it takes, and an empty frame;
 * last a footer with the digest of all frames before it. A file without its footer is no backup.
 */
export interface BackupHeader {
  readonly format: "mingzhang-backup";
  readonly version: 1;
  /** Number of the last migration. */
  readonly schema: number;
  readonly at: string;
}

export interface BackupTable {
  readonly table: string;
  readonly columns: readonly string[];
}

export type BackupPart = BackupHeader | BackupTable | Buffer;

/** Longer than any piece that COPY hands out at once. */
const LONGEST_FRAME = 1 << 30;

/** Writes under another name and renames: a file that is there is whole. */
export async function writeContainer(path: string, parts: AsyncIterable<BackupPart>): Promise<string> {
  const digest = createHash("sha256");
  let sha256 = "";
  async function* frames() {
    for await (const part of parts) {
      const frame = frameOf(Buffer.isBuffer(part) ? part : Buffer.from(JSON.stringify(part)));
      digest.update(frame);
      yield frame;
    }
    sha256 = digest.digest("hex");
    yield frameOf(Buffer.from(JSON.stringify({ end: true, sha256 })));
  }
  const temporary = `${path}.part`;
  try {
    await pipeline(
      Readable.from(frames()),
      createGzip({ level: 6 }),
      createWriteStream(temporary, { mode: 0o600 }),
    );
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return sha256;
}

function frameOf(content: Buffer): Buffer {
  const frame = Buffer.allocUnsafe(content.length + 4);
  frame.writeUInt32BE(content.length, 0);
  content.copy(frame, 4);
  return frame;
}

/** The frames of a backup up to its footer; throws where it is cut off, damaged or something else. */
export async function* readContainer(path: string): AsyncGenerator<Buffer> {
  const digest = createHash("sha256");
  let before: Buffer | undefined;
  try {
    for await (const frame of framesOf(path)) {
      if (before !== undefined) {
        digest.update(frameOf(before));
        yield before;
      }
      before = frame;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new ServerFailure({ zh: `找不到“${path}”。`, en: `There is no "${path}".` });
    }
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) throw damaged(path);
    throw error;
  }
  const footer = footerOf(before);
  if (footer?.sha256 !== digest.digest("hex")) throw damaged(path);
}

function footerOf(frame: Buffer | undefined): { readonly end?: true; readonly sha256?: string } | undefined {
  try {
    return JSON.parse(frame?.toString("utf8") ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

export function damaged(path: string): ServerFailure {
  return new ServerFailure({
    zh: `“${path}”不是完整的备份，没有恢复任何内容。请换一个备份文件。`,
    en: `"${path}" is not a whole backup. Nothing was restored; use another file.`,
  });
}

async function* framesOf(path: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path);
  const unzipped = source.pipe(createGunzip());
  source.once("error", (error) => unzipped.destroy(error));
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted: number | undefined;
  for await (const chunk of unzipped) {
    chunks.push(chunk as Buffer);
    held += (chunk as Buffer).length;
    for (;;) {
      const needed = wanted ?? 4;
      if (held < needed) break;
      const all = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      const rest = all.subarray(needed);
      chunks = [rest];
      held = rest.length;
      if (wanted === undefined) {
        wanted = all.readUInt32BE(0);
        if (wanted > LONGEST_FRAME) throw damaged(path);
      } else {
        wanted = undefined;
        yield all.subarray(0, needed);
      }
    }
  }
  if (held > 0 || wanted !== undefined) throw damaged(path);
}
