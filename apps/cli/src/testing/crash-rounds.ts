import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Served } from "./served.ts";

export type Victim = "server" | "database" | "worker";

export interface CrashReport {
  readonly rounds: number;
  readonly killed: Readonly<Record<Victim, number>>;
  /** Edits that were answered. */
  readonly acknowledged: number;
  /** Edits that got no answer and were sent again until they did. */
  readonly resent: number;
  /** Acknowledged edits that are not there. */
  readonly lost: number;
  /** Edits that are there more than once. */
  readonly doubled: number;
  readonly logFaults: number;
  /** Jobs that were not done in the end. */
  readonly unfinishedJobs: number;
}

export interface CrashOptions {
  readonly rounds: number;
  readonly writers: number;
  /** From 0 to below 1, as Math.random. */
  random(): number;
  progress(line: string): void;
}

const VICTIMS: readonly Victim[] = ["server", "database", "worker"];
/** Milliseconds of load before the kill, at most. */
const LONGEST_ROUND = 1200;

/**
 * Kills one process a round under load, starts the server again where it was the one, and in the end compares what
 * was acknowledged with what is there. Nothing is repaired in between.
 */
export async function crashRounds(served: Served, options: CrashOptions): Promise<CrashReport> {
  const { rounds, writers, random, progress } = options;
  const editor = await served.signIn("editor");
  const [budget] = (await editor.call("budgets", {})).budgets;
  if (budget === undefined) throw new Error("the demonstration has no budget");
  const bureau = await served.signIn("bureau");
  const load = new Load(editor, budget.id);
  const running = Array.from({ length: writers }, () => load.run());
  const killed = { server: 0, database: 0, worker: 0 };
  for (let round = 0; round < rounds; round++) {
    const victim = VICTIMS[round % VICTIMS.length] as Victim;
    const before = load.acknowledged.size;
    if (victim === "worker") await insist(() => uploadPack(bureau, budget.bodyId, budget.year));
    await sleep(random() * LONGEST_ROUND);
    await served.kill(victim);
    killed[victim]++;
    if (!served.isRunning) await served.start();
    // The next round begins when edits are taken again.
    const at = load.acknowledged.size;
    while (load.acknowledged.size < at + writers) {
      if (!served.isRunning) throw new Error(`the server ended by itself: ${served.said}`);
      await sleep(20);
    }
    progress(`${round + 1}/${rounds} ${victim}: ${load.acknowledged.size - before}`);
  }
  load.stop();
  await Promise.all(running);
  return { rounds, killed, resent: load.resent, ...(await compare(served, load, budget.id)) };
}

/** People who type without a pause, each waiting for the answer before the next edit. */
class Load {
  readonly acknowledged = new Set<string>();
  resent = 0;
  #stopped = false;

  constructor(
    readonly editor: Browser,
    readonly budget: string,
  ) {}

  stop(): void {
    this.#stopped = true;
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      const note = randomUUID();
      const change = {
        kind: "insert",
        sheet: "notes",
        row: note,
        after: randomUUID(),
        cells: { note },
      } as const;
      const body = { id: randomUUID(), changes: [change] };
      await insist(
        () => this.editor.call("edit", { params: { budget: this.budget }, body }),
        () => {
          this.resent++;
        },
      );
      this.acknowledged.add(note);
    }
  }
}

/** Asks until there is an answer, as the web page does when the connection is lost. */
async function insist<Result>(
  ask: () => Promise<Result>,
  failed: () => void = () => undefined,
): Promise<Result> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const status = error instanceof Error && "status" in error ? Number(error.status) : 0;
      if (status >= 400 && status < 500) throw error;
      failed();
      await sleep(100);
    }
  }
}

/** Small enough to be audited at once, and enough for a worker to be busy with. */
async function uploadPack(bureau: Browser, body: string, year: number): Promise<void> {
  const files = new FormData();
  const rows = Array.from({ length: 300 }, (_, row) => `<tr><td>科目${row}</td><td>${row}.00</td></tr>`).join(
    "",
  );
  const page = `<html><body><h1>部门收支总表</h1><table><tr><th>项目</th><th>合计</th></tr>${rows}</table></body></html>`;
  files.append("files", new File([page], "预算公开.html"));
  await bureau.call("uploadPack", { params: { body, year, document: "budget" }, files });
}

async function compare(served: Served, load: Load, budget: string) {
  const editor = await insist(() => served.signIn("editor"));
  const auditor = await insist(() => served.signIn("auditor"));
  const { rows } = await editor.call("sheet", { params: { budget, sheet: "notes" } });
  const counts = new Map<string, number>();
  for (const { cells } of rows) counts.set(cells.note ?? "", (counts.get(cells.note ?? "") ?? 0) + 1);
  const lost = [...load.acknowledged].filter((note) => !counts.has(note)).length;
  const doubled = [...load.acknowledged].filter((note) => (counts.get(note) ?? 0) > 1).length;
  const { faults } = await auditor.call("verifyLog", {});
  return {
    acknowledged: load.acknowledged.size,
    lost,
    doubled,
    logFaults: faults.length,
    unfinishedJobs: await unfinishedJobs(served),
  };
}

/** Jobs of workers that died are taken up by the next; there is time for that. */
async function unfinishedJobs(served: Served): Promise<number> {
  const bureau = await served.signIn("bureau");
  for (let attempt = 0; ; attempt++) {
    const { jobs } = await bureau.call("jobs", {});
    const open = jobs.filter(({ state }) => state !== "done").length;
    if (open === 0 || attempt > 600) return open;
    await sleep(100);
  }
}
