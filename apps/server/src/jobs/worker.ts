import { EventEmitter } from "node:events";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import { openDatabase } from "../database/database.ts";
import { refreshSummaries } from "../year/summaries.ts";
import { auditUpload } from "./audit.ts";
import { openAuditor } from "./auditor.ts";
import { makeCheckSheets } from "./check-sheets.ts";
import { type BuildPack, publish } from "./publish.ts";

export interface WorkerOptions {
  readonly url: string;
  readonly build: BuildPack;
  /** Jobs at once. */
  readonly concurrency?: number;
  /** Told of faults. */
  report(error: unknown): void;
}

export interface Worker {
  /** Ends when the worker can go on no longer, as when its database is gone; then start another. */
  readonly lost: Promise<void>;
  /** Ends when the jobs at hand are done. */
  stop(): Promise<void>;
}

const REAP_EVERY = 3000;
/** A job whose database was away several times would wait for minutes: a worker that begins takes it up at once. */
const TRY_AGAIN = `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
  from graphile_worker.jobs where locked_at is null and run_at > now()`;

/** Takes jobs of the database until it is stopped. Any number of workers share them, on any machines. */
export async function startWorker({ url, build, concurrency = 1, report }: WorkerOptions): Promise<Worker> {
  const database = openDatabase(url, { application: 1, system: 2 + concurrency });
  const auditor = openAuditor(concurrency);
  const watch = await openWatch(url, report);
  const events = new EventEmitter() as WorkerEvents;
  events.on("worker:create", ({ worker }) => watch.hold(worker.workerId));
  events.on("job:error", ({ error }) => report(error));
  const runner = await run({
    connectionString: url,
    concurrency,
    pollInterval: 1000,
    noHandleSignals: true,
    events,
    logger: new Logger(() => () => undefined),
    taskList: {
      publish: (payload) => publish(database, jobOf(payload), build),
      "audit-upload": (payload) => auditUpload(database, auditor, jobOf(payload)),
      "check-sheets": (payload) => makeCheckSheets(database, auditor, jobOf(payload)),
      "performance-summary": (payload) => refreshSummaries(database, named(payload, "budget")),
    },
  });
  const gone = runner.promise.catch(() => undefined);
  const lost = Promise.race([watch.lost, gone]);
  return {
    lost,
    stop: async () => {
      // Without its database the queue would wait for ever; the job is taken up again elsewhere.
      await Promise.race([runner.stop().catch(() => undefined), lost]);
      await auditor.close();
      await watch.close();
      await database.close();
    },
  };
}

function jobOf(payload: unknown): string {
  return named(payload, "job");
}

function named(payload: unknown, name: string): string {
  const id = (payload as Readonly<Record<string, unknown>>)[name];
  if (typeof id !== "string") throw new Error(`a job without its ${name}`);
  return id;
}

/**
 * Frees the jobs of workers that died. A living worker holds a lock that its database connection keeps; the queue
 * itself would wait four hours.
 */
async function openWatch(url: string, report: (error: unknown) => void) {
  const client = new pg.Client({ connectionString: url, application_name: "mingzhang worker" });
  client.on("error", () => undefined);
  const lost = new Promise<void>((end) => {
    client.once("end", end);
  });
  await client.connect();
  const own = new Set<string>();
  let closed = false;
  const reap = async () => {
    const { rows } = await client.query(
      "select distinct locked_by from graphile_worker.jobs where locked_by is not null and locked_by <> all ($1)",
      [[...own]],
    );
    for (const { locked_by: worker } of rows) {
      const taken = await client.query("select pg_try_advisory_lock(hashtextextended($1, 7)) as dead", [
        worker,
      ]);
      if (taken.rows[0]?.dead !== true) continue;
      await client.query("select graphile_worker.force_unlock_workers(array[$1])", [worker]);
      await client.query("select pg_advisory_unlock(hashtextextended($1, 7))", [worker]);
    }
  };
  const timer = setInterval(() => {
    if (!closed) void reap().catch(report);
  }, REAP_EVERY);
  await reap();
  await client.query(TRY_AGAIN);
  return {
    lost,
    hold(worker: string) {
      own.add(worker);
      void client.query("select pg_advisory_lock(hashtextextended($1, 7))", [worker]).catch(report);
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await client.end().catch(() => undefined);
    },
  };
}
