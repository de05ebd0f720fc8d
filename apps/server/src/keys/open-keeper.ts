import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Text } from "@mingzhang/core";
import { ServerFailure } from "../database/failure.ts";
import type { KeyKeeper } from "./keeper.ts";
import type { KeySources } from "./key-ring.ts";

export type { KeyKeeper } from "./keeper.ts";
export type { KeySources } from "./key-ring.ts";

/** What the child is sent, after where its keys are. */
export interface KeeperTask {
  readonly id: number;
  readonly call: keyof KeyKeeper;
  readonly args: readonly unknown[];
}

export interface KeeperAnswer {
  readonly id: number;
  readonly result?: unknown;
  /** Something that people can put right. */
  readonly failure?: Text;
  readonly fault?: string;
}

export interface OpenKeeper extends KeyKeeper {
  /** Of the child; undefined while there is none. */
  readonly pid: number | undefined;
  close(): void;
}

/** Always the compiled module: a child process has no loader for sources. */
const MODULE = fileURLToPath(new URL("../../dist/keys/keeper-process.js", import.meta.url));
/** A task that is lost with the child is sent to the next one; none of them leaves anything behind. */
const ATTEMPTS = 3;

/**
 * The keeper of the keys, in a process of its own: it is started when it is first needed and again after it died, and
 * ends with this one. Keys never come here. Calls reject with a ServerFailure where the keys cannot be had.
 */
export function openKeeper(sources: KeySources): OpenKeeper {
  const keeper = new KeeperProcess(sources);
  const call =
    <Call extends keyof KeyKeeper>(name: Call) =>
    (...args: Parameters<KeyKeeper[Call]>) =>
      keeper.ask(name, args) as ReturnType<KeyKeeper[Call]>;
  return {
    get pid() {
      return keeper.pid;
    },
    close: () => keeper.close(),
    keyIds: call("keyIds"),
    newCodes: call("newCodes"),
    counterOf: call("counterOf"),
    sealCodes: call("sealCodes"),
    sealPassword: call("sealPassword"),
    openPassword: call("openPassword"),
    destroyFormer: call("destroyFormer"),
  };
}

/** Undefined where the child ended before it answered. */
type Outcome = Omit<KeeperAnswer, "id"> | undefined;

class KeeperProcess {
  readonly #sources: KeySources;
  readonly #waiting = new Map<number, (outcome: Outcome) => void>();
  #child: ChildProcess | undefined;
  #last = 0;

  constructor(sources: KeySources) {
    this.#sources = sources;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async ask(call: keyof KeyKeeper, args: readonly unknown[]): Promise<unknown> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const answer = await this.#send(call, args);
      if (answer?.failure !== undefined) throw new ServerFailure(answer.failure);
      if (answer?.fault !== undefined) throw new Error(answer.fault);
      if (answer !== undefined) return answer.result;
    }
    throw new ServerFailure({
      zh: "保管密钥的进程几次中断，没有完成。请稍后再试；仍然如此的，请重新启动工作台。",
      en: "The process that keeps the keys ended several times. Try again later, or start the workspace again.",
    });
  }

  close(): void {
    const child = this.#child;
    this.#child = undefined;
    if (child?.connected === true) child.disconnect();
    if (child !== undefined) this.#settle(child, { fault: "the keeper was closed" });
  }

  #send(call: keyof KeyKeeper, args: readonly unknown[]): Promise<Outcome> {
    const child = this.#live();
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      // Whoever waits keeps this process alive, an idle keeper does not.
      child.channel?.ref();
      child.send({ id, call, args } satisfies KeeperTask, () => undefined);
    });
  }

  #live(): ChildProcess {
    if (this.#child !== undefined) return this.#child;
    const { DATABASE_URL: _url, NODE_OPTIONS: _options, ...env } = process.env;
    const child = fork(MODULE, {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
      execArgv: [],
      env,
    });
    this.#child = child;
    child.unref();
    child.on("message", (answer: KeeperAnswer) => this.#settle(child, answer, [answer.id]));
    const end = () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#settle(child, undefined);
    };
    child.on("exit", end).on("error", end).on("disconnect", end);
    child.send(this.#sources, () => undefined);
    return child;
  }

  /** Answers whoever waits: all of them, or those of some tasks. */
  #settle(child: ChildProcess, outcome: Outcome, ids: readonly number[] = [...this.#waiting.keys()]): void {
    for (const id of ids) {
      const resolve = this.#waiting.get(id);
      this.#waiting.delete(id);
      resolve?.(outcome);
    }
    if (this.#waiting.size === 0) child.channel?.unref();
  }
}
