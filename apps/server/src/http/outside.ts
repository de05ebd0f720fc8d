import type { Work } from "./handler.ts";

/** Thrown through a transaction, to roll it back while work is done outside of it. */
class Suspension {
  constructor(
    readonly key: string,
    readonly work: () => Promise<unknown>,
  ) {}
}

/** Answers a request whose handler may ask for work outside of its transaction, see `Work.outside`. */
export async function withOutsideWork<Result>(
  attempt: (outside: Work["outside"]) => Promise<Result>,
): Promise<Result> {
  const done = new Map<string, unknown>();
  const outside: Work["outside"] = async <Value>(
    key: string,
    prepare: () => Promise<() => Promise<Value>>,
  ): Promise<Value> => {
    if (!done.has(key)) throw new Suspension(key, await prepare());
    return done.get(key) as Value;
  };
  for (;;) {
    try {
      return await attempt(outside);
    } catch (error) {
      if (!(error instanceof Suspension)) throw error;
      done.set(error.key, await error.work());
    }
  }
}
