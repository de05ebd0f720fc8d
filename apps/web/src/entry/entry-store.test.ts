import { ApiError, type Applied, type Change, type Row } from "@mingzhang/server/api";
import { describe, expect, it } from "vitest";
import { EntryStore } from "./entry-store.ts";
import type { KeptEdit, KeptEdits, KeptHead } from "./kept-edits.ts";
import { applyChanges, applyRows, rowsOf, type Sheets } from "./sheets.ts";

const first: Row = { id: "a", position: 1024, version: 1, cells: { amount_yuan: "1" } };

/** A server in memory, which somebody else can change and whose line can be cut. */
function server() {
  let sheets: Sheets = new Map([["ledger", [first]]]);
  let count = 0;
  const world = {
    cut: false,
    /** What the server waits for before it looks at an edit. */
    slow: Promise.resolve(),
    sent: [] as string[],
    again: [] as (() => void)[],
    value: () => rowsOf(sheets, "ledger")[0]?.cells.amount_yuan,
    rows: () => rowsOf(sheets, "ledger"),
    change: (to: string): readonly Applied[] => {
      const row = {
        ...first,
        version: (rowsOf(sheets, "ledger")[0]?.version ?? 0) + 1,
        cells: { amount_yuan: to },
      };
      sheets = applyRows(sheets, [{ sheet: "ledger", id: "a", row }]);
      return [{ sheet: "ledger", id: "a", row }];
    },
  };
  const kept = new Map<string, KeptEdit>();
  const unreadable = new Map<string, KeptHead>();
  const edits: KeptEdits = {
    load: async () => ({ edits: [...kept.values()], unreadable: [...unreadable.values()] }),
    keep: async (edit) => void kept.set(edit.id, edit),
    drop: async (id) => {
      kept.delete(id);
      unreadable.delete(id);
    },
  };
  const send = async ({ id, changes }: { readonly id: string; readonly changes: readonly Change[] }) => {
    if (world.cut) throw new TypeError("no network");
    await world.slow;
    const details = changes.flatMap((change, index) => {
      const row = rowsOf(sheets, change.sheet).find((one) => one.id === change.row);
      const stale = change.kind === "set" && (row?.cells[change.field] ?? "") !== change.from;
      return stale
        ? [{ index, reason: "changed", sheet: change.sheet, row: crypto.randomUUID(), current: null }]
        : [];
    });
    if (details.length > 0)
      throw new ApiError(409, {
        code: "conflict",
        message: { zh: "", en: "" },
        details: details.map((one) => ({ ...one, current: { ...rowsOf(sheets, "ledger")[0], id: one.row } })),
      });
    world.sent.push(id);
    sheets = applyChanges(sheets, changes);
    const rows = changes.map(({ sheet, row }) => ({
      sheet,
      id: row,
      row: rowsOf(sheets, sheet).find((one) => one.id === row) ?? null,
    }));
    return { id, revision: 1, rows };
  };
  const open = async () => {
    const store = new EntryStore(
      {
        sheets: async () => ({ sheets: [...sheets].map(([sheet, rows]) => ({ sheet, rows })) }),
        send,
        later: (work) => world.again.push(work),
        newId: () => `edit-${++count}`,
        now: () => 0,
      },
      edits,
      { budget: "b", person: "p" },
    );
    await store.open();
    return store;
  };
  return { world, open, kept, unreadable };
}

const set = (from: string, to: string): Change => ({
  kind: "set",
  sheet: "ledger",
  row: "a",
  field: "amount_yuan",
  from,
  to,
});
const shown = (store: EntryStore) => rowsOf(store.state.sheets, "ledger")[0]?.cells.amount_yuan;

describe("an entry", () => {
  it("shows an edit at once and keeps it until the server has it", async () => {
    const { world, open, kept } = server();
    const store = await open();
    store.edit([set("1", "2")]);
    expect([shown(store), store.state.waiting, kept.size]).toEqual(["2", 1, 1]);
    await store.flush();
    await settled(() => store.state.waiting === 0);
    expect([world.value(), kept.size]).toEqual(["2", 0]);
  });

  it("keeps edits made without a connection, over a restart, and sends them in order", async () => {
    const { world, open } = server();
    world.cut = true;
    const store = await open();
    store.edit([set("1", "2")]);
    store.edit([set("2", "3")]);
    await settled(() => store.state.offline);
    store.close();
    world.cut = false;
    const again = await open();
    expect(shown(again)).toBe("3");
    await settled(() => again.state.waiting === 0);
    expect([world.value(), world.sent]).toEqual(["3", ["edit-1", "edit-2"]]);
  });

  it("never overwrites what somebody else wrote meanwhile: both values are shown, and the person decides", async () => {
    const { world, open } = server();
    const store = await open();
    world.change("9");
    store.edit([set("1", "2")]);
    await settled(() => store.state.conflicts.length === 1);
    const [conflict] = store.state.conflicts;
    expect(world.value()).toBe("9");
    expect(conflict?.change).toMatchObject({ to: "2" });
    expect(conflict?.conflict.current?.cells.amount_yuan).toBe("9");
    if (conflict === undefined) throw new Error("no conflict");
    store.resolve(conflict, "mine");
    await settled(() => world.value() === "2");
    expect(store.state.conflicts).toEqual([]);
  });

  it("undoes and redoes, but not over another's change", async () => {
    const { world, open } = server();
    const store = await open();
    store.edit([set("1", "2")]);
    await settled(() => world.value() === "2");
    store.undo();
    await settled(() => world.value() === "1");
    store.redo();
    await settled(() => world.value() === "2");
    await store.hear({
      kind: "edit",
      edit: "e",
      revision: 9,
      personId: "q",
      personName: "q",
      at: "",
      rows: [...world.change("7")],
    });
    store.undo();
    expect([shown(store), world.value(), store.state.waiting]).toEqual(["7", "7", 0]);
  });

  it("sends more than one edit may hold in several, and takes them back at once", async () => {
    const { world, open } = server();
    const store = await open();
    const changes = Array.from(
      { length: 12_000 },
      (_, index): Change => ({ kind: "insert", sheet: "ledger", row: `r${index}`, after: null, cells: {} }),
    );
    store.edit(changes);
    await settled(() => store.state.waiting === 0);
    expect([world.sent.length, world.rows().length]).toEqual([3, 12_001]);
    store.undo();
    await settled(() => store.state.waiting === 0);
    expect(world.rows().length).toBe(1);
  });

  it("that is ended takes and sends nothing more; what waits stays kept, also where an answer comes late", async () => {
    const { world, open, kept } = server();
    const store = await open();
    let answer: () => void = () => undefined;
    world.slow = new Promise((done) => {
      answer = done;
    });
    world.change("9");
    store.edit([set("1", "2")]);
    store.edit([set("2", "3")]);
    store.close();
    const sent = store.flush();
    answer();
    await sent;
    store.edit([set("3", "4")]);
    store.undo();
    await store.flush();
    expect([world.sent, [...kept.keys()]]).toEqual([[], ["edit-1", "edit-2"]]);
  });

  it("sends all that waits before it says that it did, and says so too where it cannot", async () => {
    const { world, open } = server();
    const store = await open();
    store.edit([set("1", "2")]);
    store.edit([set("2", "3")]);
    await store.flush();
    expect([world.sent, store.state.waiting]).toEqual([["edit-1", "edit-2"], 0]);
    world.cut = true;
    store.edit([set("3", "4")]);
    await store.flush();
    expect([store.state.waiting, store.state.offline]).toEqual([1, true]);
  });

  it("works on beside edits that cannot be read, after them in order, and gives them up when told", async () => {
    const { world, open, kept, unreadable } = server();
    unreadable.set("old", { id: "old", budget: "b", person: "p", order: 41 });
    const store = await open();
    expect(store.state.unreadable.map(({ id }) => id)).toEqual(["old"]);
    world.cut = true;
    store.edit([set("1", "2")]);
    expect([...kept.values()].map(({ order }) => order)).toEqual([42]);
    store.dropUnreadable();
    expect([store.state.unreadable, unreadable.size, kept.size]).toEqual([[], 0, 1]);
  });

  it("brings a deleted row back where it was", async () => {
    const { world, open } = server();
    const store = await open();
    store.edit([{ kind: "insert", sheet: "ledger", row: "b", after: "a", cells: {} }]);
    store.edit([{ kind: "delete", sheet: "ledger", row: "a", version: 1 }]);
    await settled(() => world.rows().length === 1);
    store.undo();
    await settled(() => world.rows().length === 2);
    expect(world.rows().map(({ id }) => id)).toEqual(["a", "b"]);
  });
});

async function settled(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 1));
}
