import type { KeptEdit, KeptEdits } from "./kept-edits.ts";

const STORE = "edits";

/** In the browser's own database, apart by budget and person. */
export function browserEdits(budget: string, person: string): KeptEdits {
  const opened = open();
  const run = async <Result>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result> => {
    const database = await opened;
    return finished(work(database.transaction(STORE, mode).objectStore(STORE)));
  };
  return {
    load: async () => {
      const all = await run("readonly", (store) => store.getAll() as IDBRequest<KeptEdit[]>);
      return all
        .filter((edit) => edit.budget === budget && edit.person === person)
        .sort((a, b) => a.order - b.order);
    },
    keep: async (edit) => {
      await run("readwrite", (store) => store.put(edit));
    },
    drop: async (id) => {
      await run("readwrite", (store) => store.delete(id));
    },
  };
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
