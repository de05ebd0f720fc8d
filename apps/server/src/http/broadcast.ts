import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { applicationUrl } from "../database/migrate.ts";

/** What the database announces: which budget, and what kind of change; presence carries its own content. */
export interface Announcement {
  readonly kind: "edit" | "state" | "comments" | "explanations" | "presence";
  readonly budget: string;
  readonly presence?: unknown;
  /** Of an edit: the revision that it made. */
  readonly revision?: number;
  /** Of an edit of this server, where all of it may be told to its own person. */
  readonly made?: MadeEdit;
}

export interface MadeEdit {
  readonly edit: string;
  readonly personId: string;
  readonly at: string;
  readonly rows: readonly unknown[];
}

export type EditAnnouncement = Announcement & { readonly kind: "edit"; readonly revision: number };

/** Announcements of this and every other server on the same database. */
export interface Broadcast {
  /** Calls back at each announcement on a budget, and with undefined when some may have been missed. */
  subscribe(budget: string, listener: (announcement: Announcement | undefined) => void): () => void;
  /**
   * Tells that a budget was edited, when the edit is on disk: PostgreSQL lets transactions that announce come to disk
   * only one after the other. This server's listeners hear of it at once, others' a moment later; where it gets lost,
   * with the next one.
   */
  announceEdit(edit: EditAnnouncement): void;
  close(): Promise<void>;
}

const RECONNECT_AFTER = 500;
/** Milliseconds within which edits are told together. */
const TOLD_TOGETHER = 20;

export async function openBroadcast(url: string): Promise<Broadcast> {
  const listeners = new Map<string, Set<(announcement: Announcement | undefined) => void>>();
  let client: pg.Client | undefined;
  let closed = false;
  const edited = new Map<string, number>();
  const tell = (announcement: Announcement) => {
    for (const listener of listeners.get(announcement.budget) ?? []) listener(announcement);
  };

  let isTelling = false;
  const tellEdits = async () => {
    if (isTelling) return;
    isTelling = true;
    while (edited.size > 0) {
      await sleep(TOLD_TOGETHER);
      const payloads = [...edited].map(([budget, revision]) =>
        JSON.stringify({ kind: "edit", budget, revision } satisfies EditAnnouncement),
      );
      edited.clear();
      await client
        ?.query("select pg_notify('mingzhang', payload) from unnest($1::text[]) as payload", [payloads])
        .catch(() => undefined);
    }
    isTelling = false;
  };
  const tellAll = () => {
    for (const set of listeners.values()) for (const listener of set) listener(undefined);
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: applicationUrl(url),
      application_name: "mingzhang listen",
    });
    next.on("notification", ({ payload }) => {
      tell(JSON.parse(payload ?? "{}") as Announcement);
    });
    next.on("error", () => undefined);
    try {
      await next.connect();
      await next.query("listen mingzhang");
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    // From here on only: an attempt that fails is repeated by its caller, not by its end as well.
    next.once("end", () => {
      if (!closed) setTimeout(() => void reconnect(), RECONNECT_AFTER);
    });
    client = next;
  };
  const reconnect = async (): Promise<void> => {
    try {
      await connect();
      tellAll();
    } catch {
      if (!closed) setTimeout(() => void reconnect(), RECONNECT_AFTER);
    }
  };

  await connect();
  return {
    subscribe(budget, listener) {
      const set = listeners.get(budget) ?? new Set();
      listeners.set(budget, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(budget);
      };
    },
    announceEdit(edit) {
      tell(edit);
      edited.set(edit.budget, Math.max(edit.revision, edited.get(edit.budget) ?? 0));
      void tellEdits();
    },
    async close() {
      closed = true;
      await client?.end();
    },
  };
}
