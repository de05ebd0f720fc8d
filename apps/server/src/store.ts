import type { Text } from "@mingzhang/core";
import { type Cluster, isAlive, startCluster } from "./database/cluster.ts";
import { ServerFailure } from "./database/failure.ts";

/** Where the database is: a folder with a PostgreSQL of our own, or any other by its address. */
export interface StoreOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  /** Start the database again when it dies. */
  readonly keepAlive?: boolean;
  /** Told what is being done, for people who wait. */
  say?(text: Text): void;
}

export interface Store {
  readonly url: string;
  /** Stops the database of a data folder, unless others still work with it. */
  close(): Promise<void>;
}

/** Finds or starts the database. */
export async function openStore({ data, databaseUrl, keepAlive, say }: StoreOptions): Promise<Store> {
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
  if (keepAlive !== true) return { url: cluster.url, close: () => cluster.stop() };
  const keeper = keep(cluster, data, say);
  return { url: cluster.url, close: keeper.stop };
}

const LOOK_EVERY = 500;

/** Looks after a database that may be killed: it starts again on the same port, so that everybody finds it. */
function keep(started: Cluster, data: string, say: StoreOptions["say"]) {
  let cluster = started;
  let restarting: Promise<void> | undefined;
  const restart = async () => {
    say?.({ zh: "数据库停止了，正在重新启动。", en: "The database has stopped and is started again." });
    try {
      cluster = await startCluster(data);
    } catch (error) {
      say?.(error instanceof ServerFailure ? error.text : { zh: String(error), en: "" });
    } finally {
      restarting = undefined;
    }
  };
  const timer = setInterval(() => {
    if (restarting === undefined && !isAlive(cluster.pid)) restarting = restart();
  }, LOOK_EVERY);
  const stop = async () => {
    clearInterval(timer);
    await restarting;
    await cluster.stop();
  };
  return { stop };
}
