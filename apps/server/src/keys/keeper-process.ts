import { ServerFailure } from "../database/failure.ts";
import { keeperOf } from "./keeper.ts";
import type { KeySources } from "./key-ring.ts";
import type { KeeperAnswer, KeeperTask } from "./open-keeper.ts";

// The child of `openKeeper`: is told where the keys are, then does one task after the other.
process.once("message", (sources: KeySources) => {
  const keeper = keeperOf(sources);
  let turn = Promise.resolve();
  process.on("message", ({ id, call, args }: KeeperTask) => {
    turn = turn.then(async () => {
      const work = keeper[call] as (...given: readonly unknown[]) => Promise<unknown>;
      process.send?.({ id, ...(await outcomeOf(work(...args))) } satisfies KeeperAnswer);
    });
  });
});

async function outcomeOf(work: Promise<unknown>): Promise<Omit<KeeperAnswer, "id">> {
  try {
    return { result: await work };
  } catch (error) {
    return error instanceof ServerFailure ? { failure: error.text } : { fault: String(error) };
  }
}

// It ends with its server and not before, also where a whole group of processes is told to end.
process.on("disconnect", () => process.exit());
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
// Left alone, Node would open itself to a debugger.
if (process.platform !== "win32") process.on("SIGUSR1", () => undefined);
