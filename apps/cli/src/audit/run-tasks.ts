import { rm } from "node:fs/promises";
import { writeWhole } from "../write-files.ts";
import {
  failedResult,
  inputOf,
  type PackResult,
  type PackTask,
  type PlannedTask,
  resultAt,
} from "./pack-result.ts";
import { WorkerProcess } from "./worker-process.ts";

export interface PoolSettings {
  readonly jobs: number;
  /** How long one pack may take. */
  readonly milliseconds: number;
  /** Called after each pack. */
  readonly progress: (result: PackResult, upToDate: boolean) => void;
  /** Stops the run: no further pack is begun and running ones are abandoned. */
  readonly signal: AbortSignal;
  /** For tests: another module than the auditing one. */
  readonly module?: string;
}

/** Has every pack checked by child processes; the results come in the order of the tasks. */
export async function runTasks(
  tasks: readonly PlannedTask[],
  settings: PoolSettings,
): Promise<readonly (PackResult | undefined)[]> {
  const results = new Array<PackResult | undefined>(tasks.length);
  const queue = tasks.entries();
  const { jobs, milliseconds, module, signal } = settings;
  const places = Array.from(
    { length: Math.min(jobs, tasks.length) },
    () => new WorkerProcess(milliseconds, module),
  );
  const stop = () => {
    for (const place of places) place.stop();
  };
  signal.addEventListener("abort", stop);
  const work = async (place: WorkerProcess) => {
    for (const [index, task] of queue) {
      if (signal.aborted) return;
      results[index] = await runTask(task, place, settings);
    }
  };
  await Promise.all(places.map(work));
  signal.removeEventListener("abort", stop);
  stop();
  return results;
}

async function runTask(
  source: PlannedTask,
  place: WorkerProcess,
  { progress, signal }: PoolSettings,
): Promise<PackResult | undefined> {
  const task: PackTask = { ...source, input: await inputOf(source) };
  const before = await resultAt(task.target);
  if (before !== undefined && isUpToDate(before, task)) {
    progress(before, true);
    return before;
  }
  const state = task.input === undefined ? "unreadable" : await place.run(task);
  if (signal.aborted) return undefined;
  const result = state === "done" ? await resultAt(task.target) : await fail(task, state);
  const known = result ?? (await fail(task, "crashed"));
  progress(known, false);
  return known;
}

/** One that crashed or was too slow is tried again: the machine may have been busy. */
function isUpToDate({ input, state }: PackResult, task: PackTask): boolean {
  return task.input !== undefined && input === task.input && state !== "crashed" && state !== "timed-out";
}

async function fail(task: PackTask, state: "unreadable" | "crashed" | "timed-out"): Promise<PackResult> {
  await rm(`${task.target}.part`, { force: true });
  const result = failedResult(task, state);
  await writeWhole(task.target, new TextEncoder().encode(`${JSON.stringify(result, null, 2)}\n`));
  return result;
}
