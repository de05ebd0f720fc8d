import { type ChildProcess, fork } from "node:child_process";

export interface ProcessLimits {
  /** The longest that one answer may take. */
  readonly seconds: number;
  /** Of the heap. What a file unpacks to is bounded by the readers themselves. */
  readonly megabytes: number;
}

/** How a process ended that was given up. */
export type Broken = "too-slow" | "too-much-memory" | "crashed";

/**
 * A process that is sent one task at a time and answers each with one message, within limits of time and memory: when
 * a task has broken it, the next has another. `module` is a compiled one: a child process has no loader for sources.
 */
export class LimitedProcess<Task extends object, Answer extends object> {
  readonly #module: string;
  readonly #limits: ProcessLimits;
  #child: ChildProcess | undefined;

  constructor(module: string, limits: ProcessLimits) {
    this.#module = module;
    this.#limits = limits;
  }

  /** Never rejects. */
  ask(task: Task): Promise<Answer | Broken> {
    const child = this.#live();
    return new Promise((resolve) => {
      const end = (outcome: Answer | Broken) => {
        clearTimeout(timer);
        child.removeAllListeners();
        child.on("error", () => undefined);
        if (typeof outcome === "string") this.stop();
        resolve(outcome);
      };
      const timer = setTimeout(() => end("too-slow"), this.#limits.seconds * 1000);
      child.on("message", (answer: Answer) => end(answer));
      child.on("exit", (code, signal) => end(isOutOfMemory(code, signal) ? "too-much-memory" : "crashed"));
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
    this.#child ??= fork(this.#module, {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${this.#limits.megabytes}`],
    });
    return this.#child;
  }
}

/** V8 aborts when its heap is full; a system short of memory kills. */
function isOutOfMemory(code: number | null, signal: NodeJS.Signals | null): boolean {
  return signal === "SIGABRT" || signal === "SIGKILL" || signal === "SIGTRAP" || code === 134;
}
