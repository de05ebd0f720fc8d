// Makes the load, in a process of its own: what it is to do comes as a message, what it measured goes back as one.
import { randomUUID } from "node:crypto";
import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Somebody who is signed in; accountants have a budget and rows that they type in. */
export interface LoadPerson {
  readonly cookie: string;
  readonly csrf: string;
  readonly budget?: string;
  readonly typed?: readonly { readonly row: string; readonly amount: string }[];
}

export interface LoadTask {
  readonly address: string;
  readonly seconds: number;
  readonly year: number;
  readonly accountants: readonly LoadPerson[];
  readonly reviewers: readonly LoadPerson[];
}

export interface LoadResult {
  /** Milliseconds from when a call was due to its whole answer, by the kind of call. */
  readonly times: ReadonlyMap<string, readonly number[]>;
  /** Calls that were not answered 2xx, by kind and status. */
  readonly errors: ReadonlyMap<string, number>;
  /** Bytes of answers. */
  readonly bytes: number;
}

const SAVE_EVERY = 1000;
const PRESENCE_EVERY = 15_000;
/** A reviewer looks at what was loaded before the next click. */
const THINKING = 1500;
const SAVE = "保存一格 save a cell";

process.on("message", (task: LoadTask) => {
  void run(task).then((result) => process.send?.(result, () => process.exit()));
});

async function run({ address, seconds, year, accountants, reviewers }: LoadTask): Promise<LoadResult> {
  const log = new CallLog();
  const end = performance.now() + seconds * 1000;
  const budgets = accountants.flatMap(({ budget }) => budget ?? []);
  const streams = accountants.map((person) => new Caller(address, person, log).listen());
  await Promise.all([
    ...accountants.map((person) => type(new Caller(address, person, log), person, end)),
    ...reviewers.map((person) => browse(new Caller(address, person, log), { budgets, year, end })),
  ]);
  for (const stop of streams) stop();
  return log;
}

class CallLog implements LoadResult {
  readonly times = new Map<string, number[]>();
  readonly errors = new Map<string, number>();
  bytes = 0;

  note(kind: string, due: number, status: number, bytes: number): void {
    this.bytes += bytes;
    if (status >= 200 && status < 300) {
      const list = this.times.get(kind) ?? [];
      this.times.set(kind, list);
      list.push(performance.now() - due);
    } else {
      const key = `${kind} ${status}`;
      this.errors.set(key, (this.errors.get(key) ?? 0) + 1);
    }
  }
}

/** One person's browser: a connection that is kept, and one that listens. */
class Caller {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 2 });

  constructor(
    readonly address: string,
    readonly person: LoadPerson,
    readonly log: CallLog,
  ) {}

  /** Makes a call that was due at a moment of `performance.now()`; true where it was answered 2xx. */
  async call(kind: string, path: string, body?: object, due = performance.now()): Promise<boolean> {
    const { status, bytes } = await this.#send(path, body).catch(() => ({ status: 0, bytes: 0 }));
    this.log.note(kind, due, status, bytes);
    return status >= 200 && status < 300;
  }

  /** Hears what others do to the budget, as pages do; answers with how to stop. */
  listen(): () => void {
    const { cookie, budget } = this.person;
    const asked = request(`${this.address}/api/budgets/${budget}/events`, {
      agent: this.#agent,
      headers: { cookie },
    });
    asked.on("response", (response) => response.resume());
    asked.on("error", () => undefined);
    asked.end();
    return () => asked.destroy();
  }

  #send(path: string, body: object | undefined): Promise<{ status: number; bytes: number }> {
    const { cookie, csrf } = this.person;
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((done, fail) => {
      const asked = request(`${this.address}${path}`, {
        agent: this.#agent,
        method: text === undefined ? "GET" : "POST",
        headers: {
          cookie,
          ...(text !== undefined && {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(text),
            "x-csrf-token": csrf,
          }),
        },
      });
      asked.on("response", (response: IncomingMessage) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on("end", () => done({ status: response.statusCode ?? 0, bytes }));
        response.on("error", fail);
      });
      asked.on("error", fail);
      asked.end(text);
    });
  }
}

/** An accountant saves once a second, whether or not the last answer was quick: what is late counts as late. */
async function type(caller: Caller, { budget, typed = [] }: LoadPerson, end: number): Promise<void> {
  const amounts = typed.map(({ amount }) => amount);
  let due = performance.now() + Math.random() * SAVE_EVERY;
  let present = due + Math.random() * PRESENCE_EVERY;
  for (let turn = 0; due < end; turn++, due += SAVE_EVERY) {
    await sleep(Math.max(0, due - performance.now()));
    const index = turn % typed.length;
    const [from = "", to] = [amounts[index], `${1000 + turn}.00`];
    const change = { kind: "set", sheet: "ledger", row: typed[index]?.row, field: "amount_yuan", from, to };
    const path = `/api/budgets/${budget}/edits`;
    if (await caller.call(SAVE, path, { id: randomUUID(), changes: [change] }, due)) amounts[index] = to;
    if (performance.now() < present) continue;
    present += PRESENCE_EVERY;
    const place = { sheet: "ledger", row: typed[index]?.row, field: "amount_yuan" };
    await caller.call("在场 presence", `/api/budgets/${budget}/presence`, place);
  }
}

interface Browsing {
  readonly budgets: readonly string[];
  readonly year: number;
  readonly end: number;
}

/** A reviewer goes from the list to a budget and back, and to the console. */
async function browse(caller: Caller, { budgets, year, end }: Browsing): Promise<void> {
  const think = () => sleep(THINKING * (0.5 + Math.random()));
  await think();
  for (let turn = 0; performance.now() < end; turn++) {
    await caller.call("预算清单 list of budgets", `/api/budgets?year=${year}`);
    await think();
    const path = `/api/budgets/${budgets[Math.floor(Math.random() * budgets.length)]}`;
    await Promise.all([
      caller.call("一套预算 budget", path),
      caller.call("各表（预览的数据）sheets, for the preview", `${path}/sheets`),
      caller.call("意见 comments", `${path}/comments`),
      caller.call("说明 explanations", `${path}/explanations`),
    ]);
    await think();
    await caller.call("修改记录 history", `${path}/history?limit=50`);
    await think();
    if (turn % 4 === 0) await caller.call("核对 check", `${path}/check`);
    await caller.call("应公开清单（总览）console: who must publish", `/api/obligations?year=${year}`);
    await think();
  }
}
