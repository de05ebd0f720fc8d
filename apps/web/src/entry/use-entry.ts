import { BudgetEvent, pathOf } from "@mingzhang/server/api";
import { useEffect, useState, useSyncExternalStore } from "react";
import { browserKey } from "../session/browser-key.ts";
import { call } from "../session/client.ts";
import { browserEdits } from "./browser-edits.ts";
import { type EntryState, EntryStore } from "./entry-store.ts";
import { leaveStore, rememberStore } from "./open-stores.ts";

const RETRY = 3000;

export interface OpenEntry {
  readonly store: EntryStore;
  readonly state: EntryState;
  readonly error: unknown;
  readonly ready: boolean;
}

type Part = "budget" | "year";
const BUDGET_ONLY: readonly Part[] = ["budget"];

/** Opens the entry of a budget and keeps it in step with the server; `onEvent` hears what is not about cells. */
export function useEntry(
  budget: string,
  person: string,
  onEvent: (kind: BudgetEvent["kind"]) => void,
  parts: readonly Part[] = BUDGET_ONLY,
): OpenEntry {
  const [store] = useState(() => newStore(budget, person, parts));
  const [ready, setReady] = useState(false);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    rememberStore(store);
    const source = new EventSource(pathOf("events", { params: { budget }, query: {} }));
    source.onmessage = ({ data }) => {
      const event = BudgetEvent.safeParse(JSON.parse(data));
      if (!event.success) return;
      void store.hear(event.data);
      onEvent(event.data.kind);
    };
    source.onopen = () => void store.flush();
    store.open().then(() => setReady(true), setError);
    const online = () => void store.flush();
    addEventListener("online", online);
    return () => {
      removeEventListener("online", online);
      source.close();
      void leaveStore(store);
    };
  }, [store, budget, onEvent]);
  const state = useSyncExternalStore(store.subscribe, () => store.state);
  return { store, state, error, ready };
}

function newStore(budget: string, person: string, parts: readonly Part[]): EntryStore {
  const read = (part: Part) => call("sheets", { params: { budget }, query: { part } });
  return new EntryStore(
    {
      sheets: async () => ({ sheets: (await Promise.all(parts.map(read))).flatMap(({ sheets }) => sheets) }),
      send: ({ id, changes }) => call("edit", { params: { budget }, body: { id, changes: [...changes] } }),
      later: (work) => setTimeout(work, RETRY),
      newId: randomId,
      now: () => Date.now(),
    },
    browserEdits({ budget, person }, browserKey),
    { budget, person },
  );
}

/** A UUID also where the page comes over plain http from another machine, which has no `randomUUID`. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
