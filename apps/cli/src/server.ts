import { text as textOfStream } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { MadeAccount, StoreOptions } from "@mingzhang/server";
import { type CommandInput, EXIT, type OptionDefinition, type Terminal, textOption } from "./command.ts";
import { Failure } from "./failure.ts";

type Server = typeof import("@mingzhang/server");

/** Loads the server, which the other commands do without, and says its faults as the command line does. */
export async function withServer<Result>(work: (server: Server) => Promise<Result>): Promise<Result> {
  const server = await import("@mingzhang/server");
  try {
    return await work(server);
  } catch (error) {
    if (error instanceof server.ServerFailure) throw new Failure(error.text, EXIT.unreadable);
    throw error;
  }
}

/** Where the database is and the key that seals its secrets: for every command that opens it. */
export const STORE_OPTIONS: readonly OptionDefinition[] = [
  {
    flags: "--data <folder>",
    default: "mingzhang-data",
    text: {
      zh: "数据文件夹；用 --database-url-from 或环境变量 DATABASE_URL 给出了 PostgreSQL 的，用那个。",
      en: "The data folder; a PostgreSQL that is given by --database-url-from, or by DATABASE_URL in the environment, is used instead.",
    },
  },
  {
    flags: "--database-url-from <source>",
    text: {
      zh: "PostgreSQL 的地址（含密码）从哪里取：file:文件、command:命令、credential:名称（systemd 的凭据），“-”为标准输入。",
      en: 'Where the address of a PostgreSQL, with its password, comes from: file:PATH, command:PROGRAM ARGUMENTS, credential:NAME (of systemd), or "-" for standard input.',
    },
  },
  {
    flags: "--key-from <source>",
    text: {
      zh: "封存动态口令密钥和数据库密码的主密钥从哪里取：file:、command:、credential:；不写则用数据文件夹里自动生成的。",
      en: "Where the master key comes from that seals the secrets of one-time codes and the database's password: file:, command:, credential:; by default one that is made in the data folder.",
    },
  },
];

/** Where the database and the key are, as the options and the environment say. */
export async function storeOptions(
  options: CommandInput["options"],
  { readSecret }: Pick<Server, "readSecret">,
): Promise<StoreOptions> {
  const databaseUrl = await databaseUrlFrom(textOption(options.databaseUrlFrom), readSecret);
  const keyFrom = textOption(options.keyFrom);
  return {
    data: String(options.data),
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(keyFrom !== undefined && { keyFrom }),
  };
}

async function databaseUrlFrom(
  source: string | undefined,
  readSecret: Server["readSecret"],
): Promise<string | undefined> {
  const given = process.env.DATABASE_URL;
  // Programs that this one starts have no use for it.
  delete process.env.DATABASE_URL;
  if (source === "-") return (await textOfStream(process.stdin)).trim();
  if (source !== undefined) return readSecret(source);
  return given === "" ? undefined : given;
}

/** Accounts with passwords that nobody can look up later. */
export function sayAccounts(accounts: readonly MadeAccount[], terminal: Terminal): void {
  for (const { account, name, password } of accounts) terminal.out(`  ${account}\t${password}\t${name}`);
}

/** This very program with other arguments, for a process of its own. */
export function ownCommand(...args: readonly string[]): readonly string[] {
  return [process.execPath, fileURLToPath(new URL("../bin/mingzhang.mjs", import.meta.url)), ...args];
}

/** Ends when the process is told to, or its parent is gone. */
export function untilStopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => done());
    process.once("disconnect", () => done());
    // The parent may have gone while this process was starting.
    if (process.connected === false) done();
  });
}
