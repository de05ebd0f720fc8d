import pg from "pg";
import { applicationUrl } from "./migrate.ts";

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A day is a day in every time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) =>
  new Date(`${text}`.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).toISOString(),
);

// biome-ignore lint/suspicious/noExplicitAny: what a column holds is the migrations' business
export type Record = { readonly [column: string]: any };

/** One transaction. */
export interface Transaction {
  rows(sql: string, values?: readonly unknown[]): Promise<readonly Record[]>;
  /** The first row, where there is one. */
  row(sql: string, values?: readonly unknown[]): Promise<Record | undefined>;
}

/** Whose session a transaction runs under. */
export interface SessionOwner {
  readonly personId: string;
  readonly csrf: string;
  /** Signed in with a one-time password, which must be changed before anything else. */
  readonly oneTime: boolean;
  readonly expiresAt: string;
}

export interface Database {
  readonly url: string;
  /** A transaction of nobody, with the application's rights. */
  anonymous<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /**
   * A transaction of the session's person; `owner` is undefined where there is no such session. What `work` throws
   * rolls it back.
   */
  session<Result>(
    tokenHash: Buffer | undefined,
    work: (transaction: Transaction, owner: SessionOwner | undefined) => Promise<Result>,
  ): Promise<Result>;
  /** A transaction of the system itself, with all rights: for workers, set-up and maintenance, never for requests. */
  system<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface PoolSizes {
  readonly application: number;
  readonly system: number;
}

export function openDatabase(url: string, sizes: PoolSizes = { application: 16, system: 4 }): Database {
  const settings = { application_name: "mingzhang", options: "-c search_path=mingzhang" };
  const application = poolOf({ ...settings, connectionString: applicationUrl(url), max: sizes.application });
  const system = poolOf({ ...settings, connectionString: url, max: sizes.system });
  return {
    url,
    anonymous: (work) => inTransaction(application, "begin", (client) => work(transactionOf(client))),
    session: (tokenHash, work) =>
      tokenHash === undefined
        ? inTransaction(application, "begin", (client) => work(transactionOf(client), undefined))
        : inSession(application, tokenHash, work),
    system: (work) => inTransaction(system, "begin", (client) => work(transactionOf(client))),
    close: async () => {
      await Promise.all([application.end(), system.end()]);
    },
  };
}

function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // A connection that breaks while idle is replaced by the next query.
  pool.on("error", () => undefined);
  // One that breaks at work rejects what is asked of it; without a listener it would end the process as well.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** `begin` may hold more than the beginning: `work` is told what each of its statements answered. */
async function inTransaction<Result>(
  pool: pg.Pool,
  begin: string,
  work: (client: pg.PoolClient, begun: readonly pg.QueryResult[]) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const begun: pg.QueryResult | pg.QueryResult[] = await client.query(begin);
    const result = await work(client, [begun].flat());
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function inSession<Result>(
  pool: pg.Pool,
  tokenHash: Buffer,
  work: (transaction: Transaction, owner: SessionOwner | undefined) => Promise<Result>,
): Promise<Result> {
  // Hexadecimal digits of ours: one message to the database begins the transaction and the session.
  const begin = `begin; select * from session_use('\\x${tokenHash.toString("hex")}')`;
  return inTransaction(pool, begin, async (client, [, session]) => {
    const used = session?.rows[0];
    const owner =
      used === undefined
        ? undefined
        : { personId: used.person_id, csrf: used.csrf, oneTime: used.one_time, expiresAt: used.expires_at };
    return work(transactionOf(client), owner);
  });
}

function transactionOf(client: pg.PoolClient): Transaction {
  const rows = async (text: string, values: readonly unknown[] = []) =>
    (await client.query({ text, values: [...values], name: nameOf(text) })).rows;
  return { rows, row: async (sql, values) => (await rows(sql, values))[0] };
}

const names = new Map<string, string>();

/** A statement that has a name is planned once a connection; row-level rights make planning dear. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
