import type { Text } from "@mingzhang/core";
import { type Cluster, isAlive, startCluster } from "./database/cluster.ts";
import { ServerFailure } from "./database/failure.ts";
import { databasePassword } from "./keys/database-password.ts";
import { type KeySources, type OpenKeeper, openKeeper } from "./keys/open-keeper.ts";

/** Where the database is: a folder with a PostgreSQL of our own, or any other by its address. */
export interface StoreOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  /** Where the key comes from that seals secrets; by default there is one in the data folder. */
  readonly keyFrom?: string;
  /** The key that takes its place. */
  readonly newKey?: KeySources["next"];
  /** Start the database again when it dies. */
  readonly keepAlive?: boolean;
  /** Told what is being done, for people who wait. */
  say?(text: Text): void;
}

export interface Store {
  readonly url: string;
  /** Where the database is the data folder's own. */
  readonly folder?: string;
  readonly keeper: OpenKeeper;
  /** Ends the keeper, and stops the database of a data folder unless others still work with it. */
  close(): Promise<void>;
}

/** Finds or starts the database. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { data, databaseUrl, keyFrom, newKey } = options;
  const keeper = openKeeper({
    folder: data,
    ...(keyFrom !== undefined && { from: keyFrom }),
    ...(newKey !== undefined && { next: newKey }),
  });
  if (databaseUrl === undefined || databaseUrl === "") return openFolder(options, keeper);
  if (!URL.canParse(databaseUrl) || !/^postgres(?:ql)?:$/.test(new URL(databaseUrl).protocol)) {
    throw new ServerFailure({
      zh: "数据库的地址不是 postgres://用户:密码@主机/库 的形式。",
      en: "The database's address is not of the form postgres://user:password@host/database.",
    });
  }
  return { url: databaseUrl, keeper, close: async () => keeper.close() };
}

async function openFolder({ data, keepAlive, say }: StoreOptions, keeper: OpenKeeper): Promise<Store> {
  say?.({ zh: `数据库：${data}`, en: `Database: ${data}` });
  const password = await databasePassword(data, keeper);
  const start = () => startCluster(data, password);
  const cluster = await start();
  if (cluster.adopted)
    say?.({ zh: "数据库已在运行，接着使用。", en: "The database was running and is taken over." });
  const { stop } = keepAlive === true ? keep(cluster, start, say) : cluster;
  const close = async () => {
    keeper.close();
    await stop();
  };
  return { url: cluster.url, folder: data, keeper, close };
}

const LOOK_EVERY = 500;

/** Looks after a database that may be killed: it starts again on the same port, so that everybody finds it. */
function keep(started: Cluster, start: () => Promise<Cluster>, say: StoreOptions["say"]) {
  let cluster = started;
  let restarting: Promise<void> | undefined;
  const restart = async () => {
    say?.({ zh: "数据库停止了，正在重新启动。", en: "The database has stopped and is started again." });
    try {
      cluster = await start();
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
