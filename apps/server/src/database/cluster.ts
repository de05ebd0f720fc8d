import { spawn } from "node:child_process";
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Account, databaseAccount, requireReachable } from "./account.ts";
import { type Binaries, embeddedBinaries } from "./binaries.ts";
import { ServerFailure } from "./failure.ts";

/** A PostgreSQL server of our own in a data folder. */
export interface Cluster {
  /** Connects as the owner of the database. */
  readonly url: string;
  /** Whether a server was found running, as after the death of the program that started it. */
  readonly adopted: boolean;
  readonly pid: number;
  /** Stops the server, unless other programs still work with it. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly binaries?: Binaries;
  /** Settings as of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
}

const OWNER = "mingzhang";
const DATABASE = "mingzhang";
/** A server that was killed leaves children behind for a moment, which hold its memory. */
const START_ATTEMPTS = 40;

/**
 * Starts the server of a data folder, creating it first where there is none, or adopts the one that runs. `password`
 * is its owner's.
 */
export async function startCluster(
  folder: string,
  password: string,
  options: ClusterOptions = {},
): Promise<Cluster> {
  const binaries = options.binaries ?? embeddedBinaries();
  const account = await databaseAccount();
  const data = join(resolve(folder), "postgres");
  await mkdir(folder, { recursive: true });
  if (account !== undefined) {
    await requireReachable(resolve(folder), account);
    await chmod(folder, 0o711);
  }
  const portFile = join(folder, "database-port");
  const server: Server = { binaries, account, data, portFile, password, settings: options.settings ?? {} };
  if ((await readPid(data)) === undefined && !(await isFile(join(data, "PG_VERSION"))))
    await initialise(server);
  const running = await adopt(server);
  const port = running ?? (await start(server));
  await writeFile(server.portFile, String(port));
  const url = urlOf(server, port, DATABASE);
  await ensureDatabase(urlOf(server, port, "postgres"));
  const pid = (await readPid(data))?.pid ?? 0;
  return { url, adopted: running !== undefined, pid, stop: () => stop(server, url) };
}

interface Server {
  readonly binaries: Binaries;
  /** Whom it runs as where this program is root, which PostgreSQL refuses to be. */
  readonly account: Account | undefined;
  readonly data: string;
  /** Keeps the port, so that programs find the server again after it was restarted. */
  readonly portFile: string;
  readonly password: string;
  readonly settings: Readonly<Record<string, string>>;
}

function urlOf({ password }: Server, port: number, database: string): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Under another name first: a folder that is there is complete. */
async function initialise({ binaries, account, data, password }: Server): Promise<void> {
  const part = `${data}.part`;
  const secret = `${data}.password`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { mode: 0o700 });
  await writeFile(secret, password, { mode: 0o600 });
  if (account !== undefined) {
    await chown(part, account.uid, account.gid);
    await chown(secret, account.uid, account.gid);
  }
  try {
    await run(binaries.initdb, account, [
      `--pgdata=${part}`,
      "--auth=scram-sha-256",
      `--username=${OWNER}`,
      `--pwfile=${secret}`,
      "--encoding=UTF8",
      "--locale=C",
    ]);
    await rename(part, data);
  } finally {
    await rm(secret, { force: true });
  }
}

/** The port of a server that runs on this very folder. */
async function adopt(server: Server): Promise<number | undefined> {
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    const found = await readPid(server.data);
    if (found === undefined || !isAlive(found.pid)) return undefined;
    if (await answers(server, found.port)) return found.port;
    if (!(await isPostgres(found.pid))) {
      await forgetPid(server.data);
      return undefined;
    }
    await sleep(250);
  }
  return undefined;
}

async function answers(server: Server, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(server, port, "postgres") });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("show data_directory");
    return rows[0]?.data_directory === server.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function start(server: Server): Promise<number> {
  const { binaries, account, data, settings } = server;
  const before = Number(await readFile(server.portFile, "utf8").catch(() => "0"));
  let reason = "";
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    const port = await freePort(before).catch(() => freePort(0));
    const all = {
      listen_addresses: "127.0.0.1",
      port: String(port),
      unix_socket_directories: "",
      max_connections: "100",
      timezone: "UTC",
      log_timezone: "UTC",
      ...settings,
    };
    const flags = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
    try {
      await run(binaries.pgCtl, account, [
        "start",
        "--wait",
        `--pgdata=${data}`,
        `--log=${join(data, "server.log")}`,
        `--options=${flags.join(" ")}`,
      ]);
      return port;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
      const running = await adopt(server);
      if (running !== undefined) return running;
      await sleep(250);
    }
  }
  throw new ServerFailure({
    zh: `数据库启动不了：${reason}。请看数据文件夹中的 postgres/server.log。`,
    en: `The database does not start: ${reason}. See postgres/server.log in the data folder.`,
  });
}

async function stop({ binaries, account, data }: Server, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    if (rows.length > 0) return;
  } finally {
    await client.end().catch(() => undefined);
  }
  await run(binaries.pgCtl, account, ["stop", "--wait", "--mode=fast", `--pgdata=${data}`]);
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (rows.length === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Another program was faster.
    if (!(error instanceof pg.DatabaseError) || (error.code !== "42P04" && error.code !== "23505"))
      throw error;
  } finally {
    await client.end();
  }
}

/** What postmaster.pid says; undefined where there is none. */
async function readPid(data: string): Promise<{ readonly pid: number; readonly port: number } | undefined> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/**
 * The number now belongs to another program: the server died without tidying up. Only the number is taken away,
 * because by the rest of the file PostgreSQL knows whether children of the dead server still work on the data.
 */
async function forgetPid(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  const [, ...rest] = (await readFile(file, "utf8")).split("\n");
  await writeFile(file, [unusedPid(), ...rest].join("\n"));
}

function unusedPid(): number {
  for (let pid = 30_000; pid > 1; pid--) if (!isAlive(pid)) return pid;
  return 1;
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== "linux") return true;
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
  return name.startsWith("postgres");
}

async function isFile(path: string): Promise<boolean> {
  return (await readFile(path).catch(() => undefined)) !== undefined;
}

/** The port where nobody listens on it, or with 0 any. */
function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function run(program: string, account: Account | undefined, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      ...(account !== undefined && { uid: account.uid, gid: account.gid }),
      cwd: "/",
      env: { LC_ALL: "C", PATH: process.env.PATH ?? "" },
      // The server inherits what its starter has open: a pipe would never end.
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-2000);
    });
    child.once("error", fail);
    child.once("exit", (code) => {
      child.stderr.destroy();
      if (code === 0) done();
      else fail(new Error(said.trim() || `${program} ${code}`));
    });
  });
}
