import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serve as listen, type ServerType } from "@hono/node-server";
import type { Text } from "@mingzhang/core";
import { openClamd } from "./antivirus/clamd.ts";
import { openChecks } from "./budgets/checks.ts";
import { officeDay } from "./console/office-day.ts";
import type { Transaction } from "./database/database.ts";
import { openDatabase } from "./database/database.ts";
import { ServerFailure } from "./database/failure.ts";
import { migrate } from "./database/migrate.ts";
import { createApp } from "./http/app.ts";
import { openBroadcast } from "./http/broadcast.ts";
import type { SecuritySettings } from "./http/security-settings.ts";
import { sealAll } from "./keys/change-key.ts";
import { requireKeyOf } from "./keys/seal-stored.ts";
import { type SecurityLog, watchSecurity } from "./session/watch-security.ts";
import { hasOrganisation } from "./setup/organisation.ts";
import { openStore, type StoreOptions } from "./store.ts";

export interface ServeOptions extends StoreOptions {
  readonly port: number;
  /** 127.0.0.1 unless others are to reach it. */
  readonly host: string;
  readonly secure: boolean;
  readonly security: SecuritySettings;
  /** A ClamAV daemon that looks at every uploaded file: unix:<socket> or tcp:<host>:<port>. */
  readonly antivirus?: string;
  /** Where entries of the security log are written as well. */
  readonly securityLog?: SecurityLog;
  readonly version: string;
  /** Folder of the built web pages; by default those of @mingzhang/web, where they are. */
  readonly web?: string;
  /** A command that takes jobs, told the database's address on its standard input; started again when it ends. */
  readonly worker?: readonly string[];
  /** Sets up the organisation of an empty database. */
  setUp(sql: Transaction): Promise<void>;
  say(text: Text): void;
  report(error: unknown): void;
}

export interface RunningServer {
  readonly address: string;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/** Starts everything: the database, its migrations, the organisation, a worker, and HTTP; or nothing at all. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const closes: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closes.reverse()) await close();
  };
  try {
    return { ...(await start(options, (close) => closes.push(close))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** `opened` is told how each part is closed. */
async function start(
  options: ServeOptions,
  opened: (close: () => unknown) => void,
): Promise<Omit<RunningServer, "stop">> {
  const antivirus = await openAntivirus(options);
  const store = await openStore({ ...options, keepAlive: true });
  opened(store.close);
  await requireKeyOf(store.url, store.keeper);
  await migrate(store.url);
  await sealAll(store);
  const database = openDatabase(store.url);
  opened(database.close);
  await database.system(async (sql) => {
    if (!(await hasOrganisation(sql))) await options.setUp(sql);
  });
  const broadcast = await openBroadcast(store.url);
  opened(() => broadcast.close());
  const checks = openChecks();
  opened(() => checks.close());
  const web = options.web ?? builtWeb();
  const app = createApp({
    database,
    checks,
    broadcast,
    keeper: store.keeper,
    version: options.version,
    today: officeDay,
    secure: options.secure,
    security: options.security,
    ...(antivirus !== undefined && { antivirus }),
    ...(web !== undefined && { web }),
    report: options.report,
  });
  const watch = await watchSecurity(database, options);
  opened(watch.stop);
  const { server, port } = await open(app.fetch, options);
  opened(() => closeServer(server));
  if (options.worker !== undefined) opened(keepRunning(options.worker, store.url).stop);
  return { address: `http://${options.host}:${port}`, databaseUrl: store.url };
}

function closeServer(server: ServerType): Promise<unknown> {
  return new Promise((done) => {
    server.close(done);
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}

async function openAntivirus({ antivirus: address, say }: ServeOptions) {
  if (address === undefined) return undefined;
  const antivirus = await openClamd(address);
  say({
    zh: `杀毒：${antivirus.version}（${address}）`,
    en: `Antivirus: ${antivirus.version} (${address})`,
  });
  return antivirus;
}

function builtWeb(): string | undefined {
  const folder = fileURLToPath(new URL("../../web/dist/", import.meta.url));
  return existsSync(folder) ? folder : undefined;
}

type Listening = Pick<ServeOptions, "port" | "host">;

/** Why nothing can be served at an address, and what to do. */
const LISTEN_FAULTS: Readonly<Record<string, (at: Listening) => Text>> = {
  EADDRINUSE: ({ port }) => ({
    zh: `端口 ${port} 已被占用，请用 --port 换一个。`,
    en: `Port ${port} is in use; choose another with --port.`,
  }),
  EACCES: ({ port }) => ({
    zh: `没有权限使用端口 ${port}，请用 --port 换一个（1024 以上）。`,
    en: `Port ${port} is not permitted; choose one above 1024 with --port.`,
  }),
  EADDRNOTAVAIL: notHere,
  ENOTFOUND: notHere,
};

function notHere({ host }: Listening): Text {
  return {
    zh: `这台机器没有地址 ${host}，请用 --host 换一个；让别的机器访问用 0.0.0.0。`,
    en: `This machine has no address ${host}; choose another with --host, or 0.0.0.0 to let other machines in.`,
  };
}

function open(
  fetch: Parameters<typeof listen>[0]["fetch"],
  { port, host }: ServeOptions,
): Promise<{ readonly server: ServerType; readonly port: number }> {
  return new Promise((done, fail) => {
    const server = listen({ fetch, port, hostname: host }, (address) => done({ server, port: address.port }));
    server.once("error", (error: NodeJS.ErrnoException) => {
      const text = LISTEN_FAULTS[error.code ?? ""]?.({ port, host });
      fail(text === undefined ? error : new ServerFailure(text));
    });
  });
}

const RESTART_AFTER = 1000;
/** Then a worker is killed: its job is taken up again at the next start. */
const LONGEST_STOP = 8000;

/** Keeps a worker process running; it ends with this one, also when this one is killed, by its broken channel. */
function keepRunning([command = "", ...args]: readonly string[], url: string) {
  let child: ChildProcess | undefined;
  let stopping = false;
  const start = () => {
    if (stopping) return;
    child = spawn(command, args, { stdio: ["pipe", "ignore", "inherit", "ipc"] });
    // Not in the environment, which whoever looks at a process sees.
    child.stdin?.on("error", () => undefined).end(url);
    child.once("exit", () => {
      setTimeout(start, RESTART_AFTER).unref();
    });
  };
  start();
  return {
    stop: () =>
      new Promise<void>((done) => {
        stopping = true;
        if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
          done();
          return;
        }
        const late = setTimeout(() => child?.kill("SIGKILL"), LONGEST_STOP);
        child.once("exit", () => {
          clearTimeout(late);
          done();
        });
        child.kill("SIGTERM");
      }),
  };
}
