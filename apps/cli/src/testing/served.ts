import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createClient, type Me } from "@mingzhang/server";

const PROGRAM = fileURLToPath(new URL("../../bin/mingzhang.mjs", import.meta.url));

/** A workspace that really serves: the program in a process of its own, with its database and worker. */
export class Served {
  #child: ChildProcess | undefined;
  #said = "";
  /** The demonstration's password. */
  password = "";

  /** `options`: further ones of `mingzhang serve`. */
  constructor(
    readonly data: string,
    readonly options: readonly string[] = [],
  ) {}

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const args = [PROGRAM, "serve", "--demo", "--port", "0", "--data", this.data, ...this.options];
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: withoutDatabase(),
    });
    this.#child = child;
    this.#said = "";
    const hear = (chunk: Buffer) => {
      this.#said += chunk.toString("utf8");
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    while (this.address === "") {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(this.#said);
      await sleep(50);
    }
    this.password ||= /^ {2}editor\t(\S+)/m.exec(this.#said)?.[1] ?? "";
  }

  /** What the program said since it was started. */
  get said(): string {
    return this.#said;
  }

  get address(): string {
    return /The workspace: (\S+)/.exec(this.#said)?.[1] ?? "";
  }

  /** Another worker on the same database, in a process of its own. */
  startWorker(): ChildProcess {
    const args = [PROGRAM, "worker", "--data", this.data];
    return spawn(process.execPath, args, { stdio: "ignore", env: withoutDatabase() });
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Ends one of its processes as a power cut would. */
  async kill(what: "server" | "database" | "worker"): Promise<void> {
    const pid =
      what === "server" ? this.#child?.pid : what === "database" ? this.#databasePid() : this.#workerPid();
    if (pid === undefined) return;
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It had just ended by itself.
    }
    if (what === "server") while (this.isRunning) await sleep(10);
  }

  async stop(): Promise<void> {
    this.#child?.kill("SIGTERM");
    while (this.isRunning) await sleep(20);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** The process that keeps its keys. */
  get keeperPid(): number | undefined {
    return this.#children().find(({ args }) => args.includes("keeper-process"))?.pid;
  }

  /** Its keeper and its worker. */
  get childPids(): readonly number[] {
    return this.#children().map(({ pid }) => pid);
  }

  #databasePid(): number | undefined {
    const text = readFileSync(join(this.data, "postgres", "postmaster.pid"), "utf8");
    return Number(text.split("\n")[0]) || undefined;
  }

  #workerPid(): number | undefined {
    return this.#children().find(({ args }) => / worker /.test(args))?.pid;
  }

  #children(): readonly { readonly pid: number; readonly args: string }[] {
    const lines = execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(this.#child?.pid)], {
      encoding: "utf8",
    });
    const processes = lines.split("\n").map((args) => ({ pid: Number.parseInt(args, 10), args }));
    return processes.filter(({ pid }) => pid > 0);
  }

  /** A person's browser, which keeps its session when the server is started again. */
  async signIn(account: string) {
    let cookie = "";
    let me: Me | undefined;
    const fetchHere = async (path: string, init: RequestInit = {}): Promise<Response> => {
      const headers = new Headers(init.headers);
      if (cookie !== "") headers.set("cookie", cookie);
      const response = await fetch(this.address + path, { ...init, headers });
      cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
      return response;
    };
    const call = createClient(fetchHere, () => me?.csrfToken);
    const answer = await call("signIn", { body: { account, password: this.password } });
    if (answer.status === "signed-in") me = answer.me;
    return { call, fetch: fetchHere };
  }
}

export type Browser = Awaited<ReturnType<Served["signIn"]>>;

/** The tests' own database, whatever the environment names. */
function withoutDatabase(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...environment } = process.env;
  return environment;
}
