// How much memory processes hold, as Linux tells it.
import { readdirSync, readFileSync } from "node:fs";

export interface MemoryPeaks {
  /** Megabytes: resident, the largest seen. */
  readonly server: number;
  readonly worker: number;
  /** All processes of PostgreSQL, what they share counted once. */
  readonly database: number;
}

/** Looks every second; `stop` answers with the largest. */
export function watchMemory(server: number, database: number): { stop(): MemoryPeaks } {
  const peaks = { server: 0, worker: 0, database: 0 };
  const look = () => {
    const processes = allProcesses();
    const of = (parent: number) => processes.filter(({ ppid }) => ppid === parent).map(({ pid }) => pid);
    const workers = of(server).filter((pid) => commandOf(pid).includes("worker"));
    peaks.server = Math.max(peaks.server, resident(server));
    peaks.worker = Math.max(peaks.worker, sum(workers.map(resident)));
    peaks.database = Math.max(peaks.database, sum([database, ...of(database)].map(proportional)));
  };
  look();
  const timer = setInterval(look, 1000);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return peaks;
    },
  };
}

/** Megabytes of a process's own pages and those it shares. */
export function resident(pid: number): number {
  return field(`/proc/${pid}/status`, "VmRSS");
}

/** Megabytes, shared pages divided among those who share them. */
function proportional(pid: number): number {
  return field(`/proc/${pid}/smaps_rollup`, "Pss");
}

function field(path: string, name: string): number {
  try {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(path, "utf8"))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export function allProcesses(): readonly { readonly pid: number; readonly ppid: number }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        return [{ pid: Number(name), ppid: Number(stat.slice(stat.lastIndexOf(")") + 4).split(" ")[0]) }];
      } catch {
        return [];
      }
    });
}

export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
