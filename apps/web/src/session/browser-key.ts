import { call } from "./client.ts";

let held: Promise<Uint8Array> | undefined;

/**
 * The person's key for what waits in this browser: asked for once a session, held in memory only. Rejects where the
 * server does not answer; then it is asked for again.
 */
export function browserKey(): Promise<Uint8Array> {
  if (held !== undefined) return held;
  const asked = call("browserKey", {}).then(({ key }) => bytesOf(key));
  asked.catch(() => {
    if (held === asked) held = undefined;
  });
  held = asked;
  return asked;
}

/** Overwrites the key; nothing sealed with it can be read until its owner signs in again. */
export function forgetBrowserKey(): void {
  held?.then(
    (key) => key.fill(0),
    () => undefined,
  );
  held = undefined;
}

function bytesOf(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
