import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { BuildPack } from "@mingzhang/server";
import { type CommandInput, defineCommand, EXIT, type ExitCode, type Terminal } from "../command.ts";
import { Failure } from "../failure.ts";
import { both } from "../report.ts";
import { ownCommand, STORE_OPTIONS, storeOptions, untilStopped, withServer } from "../server.ts";

export default defineCommand({
  name: "worker",
  summary: {
    zh: "处理工作台的后台任务（生成文件、核对上传的材料）；可在多台机器上同时运行。",
    en: "Works on the workspace's jobs (rendering, audits of uploads); any number of them, on any machines.",
  },
  arguments: [],
  options: [
    ...STORE_OPTIONS,
    {
      flags: "--jobs <number>",
      default: "1",
      text: { zh: "同时处理几个任务。", en: "How many jobs at once." },
    },
  ],
  examples: [
    {
      command: "mingzhang worker --database-url-from file:数据库地址.txt --jobs 2",
      text: { zh: "在另一台机器上分担任务。", en: "Take part of the work on another machine." },
    },
  ],
  run,
});

async function run({ options }: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const concurrency = Number(options.jobs);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) {
    throw new Failure({ zh: "--jobs 应为 1 到 64。", en: "--jobs is a number from 1 to 64." });
  }
  const stopped = untilStopped();
  // A job that takes longer is taken up again by the next worker: nobody waits for it, nor for a database that is away.
  void stopped.then(() => setTimeout(() => process.exit(EXIT.done), LONGEST_STOP).unref());
  return withServer(async (server) => {
    const { openStore, migrate, startWorker } = server;
    const store = await openStore(await storeOptions(options, server));
    const report = (error: unknown) =>
      terminal.error(error instanceof Error ? String(error.stack) : String(error));
    const start = async () => {
      await migrate(store.url);
      return startWorker({ url: store.url, build, concurrency, report });
    };
    let worker = await start();
    terminal.error(both({ zh: "正在等待任务。", en: "Waiting for jobs." }));
    while ((await Promise.race([stopped.then(() => "stopped"), worker.lost.then(() => "lost")])) === "lost") {
      terminal.error(
        both({ zh: "与数据库的连接断了，正在重连。", en: "The database is gone; connecting again." }),
      );
      await worker.stop();
      worker = await again(start, stopped, report);
    }
    await worker.stop();
    await store.close();
    return EXIT.done;
  }).finally(() => {
    // The channel to the server keeps a process alive that has nothing left to do; the server starts another.
    if (process.connected) process.disconnect();
  });
}

const AGAIN_AFTER = 1000;
const LONGEST_STOP = 4000;

/** Tries until it works; a worker that is told to stop meanwhile just ends. */
async function again<Result>(
  start: () => Promise<Result>,
  stopped: Promise<void>,
  report: (error: unknown) => void,
): Promise<Result> {
  let waiting = true;
  void stopped.then(() => {
    if (waiting) process.exit(EXIT.done);
  });
  for (;;) {
    await sleep(AGAIN_AFTER);
    try {
      const result = await start();
      waiting = false;
      return result;
    } catch (error) {
      report(error);
    }
  }
}

const COMMANDS = { budget: "build", "self-evaluation": "evaluate" } as const;

/** The command itself, in a process of its own. */
const build: BuildPack = ({ document, input, output, unit }) =>
  new Promise((done, fail) => {
    const [command = "", ...args] = ownCommand(
      COMMANDS[document],
      input,
      "--out",
      output,
      ...(unit === undefined ? [] : ["--unit", unit]),
    );
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
    const end = () => child.kill();
    process.once("exit", end);
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-4000);
    });
    child.once("error", fail);
    child.once("close", (code, signal) => {
      process.removeListener("exit", end);
      // Killed from outside is no verdict on the budget: the job is taken up again.
      if (signal !== null) fail(new Error(`mingzhang ${COMMANDS[document]}: ${signal}`));
      else done({ built: code === EXIT.done || isWritten(document, output), said: said.trim() });
    });
  });

/** An evaluation is written, and its exit code still says that something should be looked at. */
function isWritten(document: keyof typeof COMMANDS, output: string): boolean {
  return document === "self-evaluation" && existsSync(join(output, "pack.json"));
}
