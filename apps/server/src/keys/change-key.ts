import pg from "pg";
import { ServerFailure } from "../database/failure.ts";
import type { Store } from "../store.ts";
import { sealPasswordAgain } from "./database-password.ts";
import { sealStored } from "./seal-stored.ts";

/**
 * Brings all that is sealed under the first of the keeper's keys and destroys the other, where there is one: at each
 * start, which also completes a change that was interrupted. Each step may be done again.
 */
export async function sealAll({ url, folder, keeper }: Store): Promise<void> {
  await sealStored(url, keeper);
  if (folder !== undefined) await sealPasswordAgain(folder, keeper);
  await keeper.destroyFormer();
}

/** Refuses where a server works on the database: it would go on with the former key. */
export async function requireNoServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "mingzhang keys" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(
      `select 1 from pg_stat_activity where application_name = 'mingzhang listen' and datname = current_database()`,
    );
    if (rows.length === 0) return;
    throw new ServerFailure({
      zh: "工作台正在运行，密钥没有更换。请先停止工作台。",
      en: "The workspace is running; the key was not changed. Stop it first.",
    });
  } finally {
    await client.end();
  }
}
