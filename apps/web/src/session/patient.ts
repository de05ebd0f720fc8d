import type { Fetch } from "@mingzhang/server/api";

/** Of waits for one call; then its refusal is shown. */
const MOST_WAITS = 10;

/** Calls again what the server put off: it says after how many seconds, and has not looked at the call. */
export function patient(fetch: Fetch, wait: (seconds: number) => Promise<void>): Fetch {
  return async (path, init) => {
    for (let waits = 0; ; waits++) {
      const response = await fetch(path, init);
      const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
      if (response.status !== 429 || !(seconds >= 0) || waits === MOST_WAITS) return response;
      await wait(seconds);
    }
  };
}
