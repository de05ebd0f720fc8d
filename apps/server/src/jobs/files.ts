import { createHash } from "node:crypto";
import type { Transaction } from "../database/database.ts";

/** Keeps a file under its digest, which it answers with; the same file is kept once. */
export async function keepFile(sql: Transaction, bytes: Buffer): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await sql.rows("insert into file (sha256, size, bytes) values ($1, $2, $3) on conflict do nothing", [
    sha256,
    bytes.length,
    bytes,
  ]);
  return sha256;
}
