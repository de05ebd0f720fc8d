import type { Text } from "@mingzhang/core";
import { startCluster } from "./database/cluster.ts";
import { ServerFailure } from "./database/failure.ts";

/** Where the database is: a folder with a PostgreSQL of our own, or any other by its address. */
export interface StoreOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  /** Told what is being done, for people who wait. */
  say?(text: Text): void;
}

export interface Store {
  readonly url: string;
  /** Stops the database of a data folder, unless others still work with it. */
  close(): Promise<void>;
}

/** Finds or starts the database. */
export async function openStore({ data, databaseUrl, say }: StoreOptions): Promise<Store> {
  if (databaseUrl !== undefined && databaseUrl !== "") {
    if (!URL.canParse(databaseUrl) || !/^postgres(?:ql)?:$/.test(new URL(databaseUrl).protocol)) {
      throw new ServerFailure({
        zh: "DATABASE_URL 不是 postgres://用户:密码@主机/库 的形式。",
        en: "DATABASE_URL is not of the form postgres://user:password@host/database.",
      });
    }
    return { url: databaseUrl, close: async () => undefined };
  }
  say?.({ zh: `数据库：${data}`, en: `Database: ${data}` });
  const cluster = await startCluster(data);
  if (cluster.adopted)
    say?.({ zh: "数据库已在运行，接着使用。", en: "The database was running and is taken over." });
  return { url: cluster.url, close: () => cluster.stop() };
}
