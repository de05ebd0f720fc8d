import { fileURLToPath } from "node:url";
import { type CommandInput, EXIT, type OptionDefinition } from "./command.ts";
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

export const DATA_OPTION: OptionDefinition = {
  flags: "--data <folder>",
  default: "mingzhang-data",
  text: {
    zh: "数据文件夹；设置了环境变量 DATABASE_URL 则用那个 PostgreSQL。",
    en: "The data folder; with DATABASE_URL in the environment, that PostgreSQL is used instead.",
  },
};

/** Where the database is, as the options and the environment say. */
export function storeOptions(options: CommandInput["options"]) {
  const databaseUrl = process.env.DATABASE_URL;
  return {
    data: String(options.data),
    ...(databaseUrl !== undefined && databaseUrl !== "" && { databaseUrl }),
  };
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
