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
  /** A command that takes jobs; started again when it ends. */
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

/** Starts everything: the database, its migrations, the organisation, a worker, and HTTP. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const antivirus = await openAntivirus(options);
  const store = await openStore({ ...options, keepAlive: true });
  await migrate(store.url);
  const database = openDatabase(store.url);
  await database.system(async (sql) => {
    if (!(await hasOrganisation(sql))) await options.setUp(sql);
  });
  const broadcast = await openBroadcast(store.url);
  const checks = openChecks();
  const web = options.web ?? builtWeb();
  const app = createApp({
    database,
    checks,
    broadcast,
    version: options.version,
    today: officeDay,
    secure: options.secure,
    security: options.security,
    ...(antivirus !== undefined && { antivirus }),
    ...(web !== undefined && { web }),
    report: options.report,
  });
  const watch = await watchSecurity(database, options);
  const { server, port } = await open(app.fetch, options);
  const worker = options.worker === undefined ? undefined : keepRunning(options.worker, store.url);
  return {
    address: `http://${options.host}:${port}`,
    databaseUrl: store.url,
    stop: async () => {
      await worker?.stop();
      await new Promise((done) => {
        server.close(done);
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      await watch.stop();
      await checks.close();
      await broadcast.close();
      await database.close();
      await store.close();
    },
  };
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

function open(
  fetch: Parameters<typeof listen>[0]["fetch"],
  { port, host }: ServeOptions,
): Promise<{ readonly server: ServerType; readonly port: number }> {
  return new Promise((done, fail) => {
    const server = listen({ fetch, port, hostname: host }, (address) => done({ server, port: address.port }));
    server.once("error", (error: NodeJS.ErrnoException) => {
      fail(
        error.code === "EADDRINUSE"
          ? new ServerFailure({
              zh: `端口 ${port} 已被占用，请用 --port 换一个。`,
              en: `Port ${port} is in use; choose another with --port.`,
            })
          : error,
      );
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
    child = spawn(command, args, {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
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
