import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { openDatabase } from "../database/database.ts";
import { ServerFailure } from "../database/failure.ts";
import { migrate, migrations } from "../database/migrate.ts";
import type { KeyKeeper } from "../keys/open-keeper.ts";
import { sealStored } from "../keys/seal-stored.ts";
import { verifyLog } from "../log/verify.ts";
import { type BackupHeader, type BackupTable, damaged, readContainer } from "./container.ts";
import { type LostCodes, takeLostCodes } from "./lost-codes.ts";

export interface RestoreResult {
  readonly at: string;
  readonly entries: number;
  readonly lostCodes: LostCodes;
}

/**
 * Restores a backup into an empty database: the file is checked from end to end first, then everything is copied in
 * one transaction, and the log is verified. Where anything is wrong, the database is as empty as before. One-time
 * codes that the keeper cannot open are taken away, and the others sealed by its key.
 */
export async function restore(url: string, path: string, keeper: KeyKeeper): Promise<RestoreResult> {
  const header = await checkFile(path);
  await migrate(url, header.schema);
  await copyIn(url, path);
  await migrate(url);
  await requeue(url);
  const database = openDatabase(url, { application: 1, system: 1 });
  try {
    const lostCodes = await database.system((sql) => takeLostCodes(sql, keeper));
    await sealStored(url, keeper);
    const verification = await database.system(verifyLog);
    if (verification.whole) return { at: header.at, entries: verification.entries, lostCodes };
    throw new ServerFailure({
      zh: `已恢复，但日志不完整（${verification.faults.length} 处）：备份前就已如此。请运行 mingzhang verify-log。`,
      en: `Restored, but the log is not whole (${verification.faults.length} faults): so it was when backed up. Run mingzhang verify-log.`,
    });
  } finally {
    await database.close();
  }
}

async function checkFile(path: string): Promise<BackupHeader> {
  let header: BackupHeader | undefined;
  for await (const frame of readContainer(path)) header ??= headerOf(frame, path);
  if (header === undefined) throw damaged(path);
  const newest = (await migrations()).at(-1)?.number ?? 0;
  if (header.schema <= newest) return header;
  throw new ServerFailure({
    zh: `这个备份来自更新的版本（第${header.schema}步），本程序不认识。请使用更新的程序。`,
    en: `This backup is of a newer program (step ${header.schema}). Use the newer program.`,
  });
}

function headerOf(frame: Buffer, path: string): BackupHeader {
  const header = jsonOf(frame, path) as BackupHeader;
  if (header.format !== "mingzhang-backup" || header.version !== 1) throw damaged(path);
  return header;
}

function jsonOf(frame: Buffer, path: string): unknown {
  try {
    return JSON.parse(frame.toString("utf8"));
  } catch {
    throw damaged(path);
  }
}

async function copyIn(url: string, path: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "mingzhang restore" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local search_path = mingzhang");
    // The log comes with the backup: it is not written again, and nothing is announced.
    await client.query("set local session_replication_role = replica");
    const { rows } = await client.query(
      "select exists (select 1 from body) or exists (select 1 from person) as used",
    );
    if (rows[0]?.used === true) {
      throw new ServerFailure({
        zh: "数据库不是空的，没有恢复任何内容。请恢复到一个新的数据文件夹或空的数据库。",
        en: "The database is not empty. Nothing was restored; restore into a new data folder or an empty database.",
      });
    }
    await copyTables(client, path);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

async function copyTables(client: pg.Client, path: string): Promise<void> {
  const frames = readContainer(path);
  await frames.next();
  for (;;) {
    const { value, done } = await frames.next();
    if (done === true) return;
    const { table, columns } = jsonOf(value, path) as BackupTable;
    const names = columns.map((column) => pg.escapeIdentifier(column)).join(", ");
    const target = client.query(copyFrom(`copy ${pg.escapeIdentifier(table)} (${names}) from stdin`));
    await pipeline(Readable.from(rowsOf(frames)), target);
  }
}

/** The rows of one table: up to its empty frame. */
async function* rowsOf(frames: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await frames.next();
    if (done === true || value.length === 0) return;
    yield value;
  }
}

/** Jobs that were waiting or at work wait again. */
async function requeue(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query(
      `select graphile_worker.add_job(kind, json_build_object('job', id), max_attempts => 25)
       from mingzhang.job where state in ('queued', 'running')`,
    );
  } finally {
    await client.end();
  }
}
