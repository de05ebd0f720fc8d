import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { schemaVersion } from "../database/migrate.ts";
import { type BackupPart, writeContainer } from "./container.ts";
import { backedUpTables } from "./tables.ts";

export interface BackupResult {
  readonly sha256: string;
  readonly tables: number;
}

/** Writes everything as it stands at one moment into one file, while others work on. */
export async function backUp(url: string, path: string, at: Date): Promise<BackupResult> {
  const client = new pg.Client({ connectionString: url, application_name: "mingzhang backup" });
  client.on("error", () => undefined);
  await client.connect();
  let tables = 0;
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    await client.query("set local search_path = mingzhang");
    async function* parts(): AsyncGenerator<BackupPart> {
      const schema = await schemaVersion(client);
      yield { format: "mingzhang-backup", version: 1, schema, at: at.toISOString() };
      for (const table of await backedUpTables(client)) {
        tables++;
        yield table;
        const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(", ");
        const rows = client.query(copyTo(`copy ${pg.escapeIdentifier(table.table)} (${columns}) to stdout`));
        for await (const chunk of rows) if ((chunk as Buffer).length > 0) yield chunk as Buffer;
        yield Buffer.alloc(0);
      }
    }
    const sha256 = await writeContainer(path, parts());
    return { sha256, tables };
  } finally {
    await client.end();
  }
}
