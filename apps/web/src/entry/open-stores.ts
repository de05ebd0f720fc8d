import type { EntryStore } from "./entry-store.ts";

/** Milliseconds that whoever signs out waits for edits to be sent. */
const LONGEST = 5000;

/** The entries of this page, also those left with edits that still wait. */
const stores = new Set<EntryStore>();

export function rememberStore(store: EntryStore): void {
  stores.add(store);
}

/** A page is left: its entry is forgotten as soon as everything is sent. */
export async function leaveStore(store: EntryStore): Promise<void> {
  await store.flush();
  if (store.state.waiting === 0) stores.delete(store);
}

/** Sends what waits, as far as the server takes it now. */
export async function sendWaiting(): Promise<void> {
  const late = new Promise<void>((done) => setTimeout(done, LONGEST));
  await Promise.race([late, Promise.all([...stores].map((store) => store.flush()))]);
}

/** Ends all entries: nobody else's session sends what is left, and nothing of it stays in memory. */
export function closeStores(): void {
  for (const store of stores) store.close();
  stores.clear();
}
