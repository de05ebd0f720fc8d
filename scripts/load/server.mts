// The program serving a data folder, in a process of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../apps/cli/bin/mingzhang.mjs", import.meta.url));

/** Starts it, with these options of Node, and waits until it answers. */
export async function startServer(
  data: string,
  options: readonly string[] = [],
): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  const { DATABASE_URL: _, ...env } = process.env;
  const server = spawn(process.execPath, [...options, PROGRAM, "serve", "--data", data, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
    env,
  });
  let said = "";
  server.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  for (;;) {
    const address = /The workspace: (\S+)/.exec(said)?.[1];
    if (address !== undefined) return { server, address };
    if (server.exitCode !== null) throw new Error(said);
    await sleep(50);
  }
}
