import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { z } from "zod";
import { type BudgetEvent, ROUTES } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import { type AppOptions, parse } from "../http/app.ts";
import { onBudget, requireSecondFactor } from "../http/authorise.ts";
import type { Announcement } from "../http/broadcast.ts";
import { tokenHashOf } from "../http/cookie.ts";
import type { Handler } from "../http/handler.ts";
import { refuse } from "../http/refusal.ts";
import { noteRefusal } from "../http/security-log.ts";

type Params = z.infer<NonNullable<typeof ROUTES.events.params>>;
type Query = z.infer<NonNullable<typeof ROUTES.events.query>>;

const KEEP_ALIVE = 15_000;
/** Of missed edits that are sent one by one; beyond them it is quicker to read the sheets again. */
const MOST_MISSED = 500;

/** Streams what others do. Each reading is a transaction of the person's: who loses the right hears no more. */
export async function serveEvents(context: Context, options: AppOptions): Promise<Response> {
  const { budget } = parse(ROUTES.events.params, context.req.param()) as Params;
  const query = parse(ROUTES.events.query, context.req.query()) as Query;
  const tokenHash = tokenHashOf(context, options.secure);
  let personId = "";
  let personName = "";
  const ask = <Result>(work: (sql: Transaction) => Promise<Result>): Promise<Result> =>
    options.database.session(tokenHash, async (sql, owner) => {
      personId = owner?.personId ?? "";
      if (owner === undefined || owner.oneTime) throw refuse("unauthenticated");
      await requireSecondFactor(sql, "events", options.security);
      return work(sql);
    });
  const now = await ask(async (sql) => {
    await onBudget(sql, "read", budget);
    personName = (await sql.row("select name from person where id = $1", [personId]))?.name ?? "";
    return (await sql.row("select revision from budget where id = $1", [budget]))?.revision;
  }).catch(async (error: unknown) => {
    await noteRefusal(context, options, { call: "events", personId, params: { budget } }, error);
    throw error;
  });
  const last = Number(context.req.header("last-event-id") ?? query.since ?? Number.NaN);
  const since = Number.isInteger(last) && last <= now ? last : now;

  return streamSSE(context, async (stream) => {
    const inbox = new Inbox();
    const leave = options.broadcast.subscribe(budget, (announcement) => inbox.put(announcement));
    stream.onAbort(() => inbox.close());
    const timer = setInterval(() => inbox.put("alive"), KEEP_ALIVE);
    const send = (event: BudgetEvent) =>
      stream.writeSSE({
        data: JSON.stringify(event),
        ...("revision" in event && { id: String(event.revision) }),
      });
    try {
      await stream.write(": open\n\n");
      let revision = since;
      if (since < now) inbox.put(undefined);
      for await (const item of inbox) {
        if (item === "alive") await stream.write(": alive\n\n");
        else if (item?.kind === "presence") await send(item.presence as BudgetEvent);
        else if (item?.kind === "comments" || item?.kind === "explanations") await send({ kind: item.kind });
        else if (item?.revision !== undefined && item.revision <= revision) continue;
        else if (item?.made?.personId === personId && item.revision === revision + 1) {
          // What people did themselves needs no question whether they may know it.
          revision = item.revision;
          await send({ kind: "edit", personName, revision, ...item.made } as BudgetEvent);
        } else {
          const missed = await ask((sql) => missedSince(sql, budget, revision));
          // Every edit is told after it is on disk: whoever finds none may read it no longer.
          if (item?.kind === "edit" && missed.length === 0) await ask((sql) => onBudget(sql, "read", budget));
          for (const event of missed) await send(event);
          revision = missed.at(-1)?.revision ?? revision;
          if (item === undefined || item.kind === "state") await send({ kind: "state", revision });
        }
      }
    } catch {
      // The right or the session is gone, or the database for a moment: the browser comes back and is told.
    } finally {
      clearInterval(timer);
      leave();
    }
  });
}

type Revised = Extract<BudgetEvent, { revision: number }>;

async function missedSince(sql: Transaction, budget: string, revision: number): Promise<Revised[]> {
  const rows = await sql.rows(
    `select edit.id, edit.revision, person_id, person.name, at, rows from edit join person on person.id = person_id
     where budget_id = $1 and edit.revision > $2 order by edit.revision limit $3`,
    [budget, revision, MOST_MISSED + 1],
  );
  const newest = rows.at(-1);
  if (newest === undefined) return [];
  if (rows.length > MOST_MISSED || rows.some((row) => row.rows === null)) {
    const { revision: current } =
      (await sql.row("select revision from budget where id = $1", [budget])) ?? newest;
    return [{ kind: "reload", revision: current }];
  }
  return rows.map((row) => ({
    kind: "edit",
    edit: row.id,
    revision: row.revision,
    personId: row.person_id,
    personName: row.name,
    at: row.at,
    rows: row.rows,
  }));
}

type Item = Announcement | "alive" | undefined;

/** Announcements waiting to be sent; several of one kind are one. */
class Inbox implements AsyncIterable<Item> {
  readonly #items: Item[] = [];
  #wake: (() => void) | undefined;
  #closed = false;

  put(item: Item): void {
    const waiting = this.#items.findIndex((other) => isEdit(other) && isEdit(item));
    if (waiting >= 0) {
      // Two edits are read together; the second telling of one says nothing new.
      const [first, second] = [this.#items[waiting], item] as [Announcement, Announcement];
      if (second.revision === undefined || second.revision !== first.revision) {
        const { made: _, ...later } = second;
        this.#items[waiting] = later;
      }
      this.#wake?.();
      return;
    }
    const isRepeat =
      item !== "alive" && item?.kind !== "presence" && this.#items.some((other) => sameKind(other, item));
    if (!isRepeat) this.#items.push(item);
    this.#wake?.();
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item> {
    while (!this.#closed) {
      if (this.#items.length === 0) {
        await new Promise<void>((wake) => {
          this.#wake = wake;
        });
        continue;
      }
      yield this.#items.shift();
    }
  }
}

function isEdit(item: Item): item is Announcement {
  return item !== undefined && item !== "alive" && item.kind === "edit";
}

function sameKind(a: Item, b: Item): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a !== "alive" && b !== "alive" && a.kind === b.kind;
}

export const presence: Handler<"presence"> = async ({ sql, me, params, body }) => {
  const person = await sql.row("select name from person where id = $1", [me.personId]);
  const event: BudgetEvent = {
    kind: "presence",
    personId: me.personId,
    personName: person?.name ?? "",
    ...body,
  };
  await sql.rows("select pg_notify('mingzhang', $1)", [
    JSON.stringify({ kind: "presence", budget: params.budget, presence: event }),
  ]);
  return {};
};
