import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PackTask } from "./pack-result.ts";

/** Always the compiled module: a child process has no loader for sources. */
const WORKER = fileURLToPath(new URL("../../dist/audit/worker.js", import.meta.url));

/** A place in the pool: one child process that outlives its tasks and is replaced when one of them breaks it. */
export class WorkerProcess {
  readonly #module: string;
  readonly #milliseconds: number;
  #child: ChildProcess | undefined;

  constructor(milliseconds: number, module = WORKER) {
    this.#milliseconds = milliseconds;
    this.#module = module;
  }

  /** Has a pack checked. Never rejects: says how it ended. */
  run(task: PackTask): Promise<"done" | "crashed" | "timed-out"> {
    const child = this.#live();
    return new Promise((resolve) => {
      const end = (state: "done" | "crashed" | "timed-out") => {
        clearTimeout(timer);
        child.removeAllListeners();
        child.on("error", () => undefined);
        if (state !== "done") this.stop();
        resolve(state);
      };
      const timer = setTimeout(() => end("timed-out"), this.#milliseconds);
      child.on("message", () => end("done"));
      child.on("exit", () => end("crashed"));
      child.on("error", () => end("crashed"));
      child.send(task, (error) => {
        if (error !== null) end("crashed");
      });
    });
  }

  stop(): void {
    this.#child?.kill("SIGKILL");
    this.#child = undefined;
  }

  #live(): ChildProcess {
    this.#child ??= fork(this.#module, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    return this.#child;
  }
}
