import type { KeptEdit, KeptEdits, KeptHead } from "./kept-edits.ts";
import { type SealedEdit, seal, unseal } from "./seal.ts";

const STORE = "edits";

/** As they lie there; those of an earlier version of the pages are in clear. */
type Lying = SealedEdit | KeptEdit;

/**
 * In the browser's own database, apart by budget and person, and sealed with the person's key. A browser without such a
 * database keeps nothing.
 */
export function browserEdits(
  { budget, person }: Pick<KeptHead, "budget" | "person">,
  askKey: () => Promise<Uint8Array>,
): KeptEdits {
  let key: Uint8Array | undefined;
  return {
    load: async () => {
      key = await askKey();
      await sealOldEdits(person, askKey).catch(() => undefined);
      const all = await lying(person).catch(() => []);
      const own = all.filter((one) => one.budget === budget).sort((a, b) => a.order - b.order);
      const opened = own.map((one) => [one, "sealed" in one ? unseal(key as Uint8Array, one) : one] as const);
      return {
        edits: opened.flatMap(([, edit]) => edit ?? []),
        unreadable: opened.filter(([, edit]) => edit === undefined).map(([head]) => head),
      };
    },
    keep: async (edit) => {
      if (key === undefined) throw new Error("not loaded");
      await put(seal(key, edit));
    },
    drop: async (id) => {
      await run("readwrite", (store) => store.delete(id));
    },
  };
}

/** One after the other: what was sealed, sent and dropped meanwhile is not put back. */
let sealing: Promise<void> = Promise.resolve();

/** Seals what an earlier version of the pages kept of a person in clear, of whatever budget. */
export function sealOldEdits(person: string, askKey: () => Promise<Uint8Array>): Promise<void> {
  const work = async () => {
    const clear = (await lying(person)).filter((one) => "changes" in one);
    if (clear.length === 0) return;
    const key = await askKey();
    for (const edit of clear) await put(seal(key, edit));
  };
  sealing = sealing.then(work, work);
  return sealing;
}

/** How many edits of a person wait in this browser. */
export async function countKept(person: string): Promise<number> {
  return (await lying(person)).length;
}

async function lying(person: string): Promise<readonly Lying[]> {
  const all = await run("readonly", (store) => store.getAll() as IDBRequest<Lying[]>);
  return all.filter((one) => one.person === person);
}

function put(edit: SealedEdit): Promise<unknown> {
  return run("readwrite", (store) => store.put(edit));
}

let opened: Promise<IDBDatabase> | undefined;

async function run<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  opened ??= open();
  return finished(work((await opened).transaction(STORE, mode).objectStore(STORE)));
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("mingzhang", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
  return finished(request);
}

function finished<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
