import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BudgetEvent, Change, EditConflict } from "../api/index.ts";
import { BACKENDS } from "../testing/postgres.ts";
import { fixtureFiles, insertion, openWorkspace, type Person, type Workspace } from "../testing/workspace.ts";

describe.each(BACKENDS)("entry on $name", (backend) => {
  let workspace: Workspace;
  let editor: Person;
  let colleague: Person;
  let budget: string;
  const params = () => ({ budget });

  beforeAll(async () => {
    workspace = await openWorkspace(backend);
    editor = await workspace.signIn("editor");
    colleague = await workspace.signIn("colleague");
    const head = await editor.call("openBudget", { body: { bodyId: workspace.body("216"), year: 2023 } });
    budget = head.id;
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  const rows = async (sheet: string) => (await editor.call("sheet", { params: { budget, sheet } })).rows;
  const send = (person: Person, changes: readonly unknown[], id: string = randomUUID()) =>
    person.call("edit", { params: params(), body: { id, changes: changes as Change[] } });

  it("begins with what is known of the body", async () => {
    const [department] = await rows("department");
    expect(department?.cells).toEqual({ year: "2023", name: "示例区档案局", code: "216" });
  });

  it("keeps rows in the order in which they were put", async () => {
    const [a, b, c] = ["一", "二", "三"].map((text) => insertion("notes", { note: text }));
    await send(editor, [a, b]);
    await send(editor, [{ ...c, after: a?.row }]);
    expect((await rows("notes")).map(({ cells }) => cells.note)).toEqual(["一", "三", "二"]);
    await send(editor, [{ kind: "move", sheet: "notes", row: b?.row, after: null }]);
    expect((await rows("notes")).map(({ cells }) => cells.note)).toEqual(["二", "一", "三"]);
  });

  it("refuses what was typed over a value that somebody else has changed, and says what stands there", async () => {
    const [first] = await rows("notes");
    const set = (from: string, to: string) => [
      { kind: "set", sheet: "notes", row: first?.id, field: "note", from, to },
    ];
    await send(colleague, set("二", "二改"));
    const refused = await editor.refusal(send(editor, set("二", "二另改")));
    expect(refused.status).toBe(409);
    const [conflict] = refused.details as EditConflict[];
    expect(conflict).toMatchObject({ index: 0, reason: "changed", field: "note", personName: "colleague者" });
    expect(conflict?.current?.cells.note).toBe("二改");
    expect((await rows("notes"))[0]?.cells.note).toBe("二改");
  });

  it("does all of an edit or nothing", async () => {
    const before = await rows("notes");
    const good = insertion("notes", { note: "四" });
    const bad = { kind: "delete", sheet: "notes", row: randomUUID(), version: 1 };
    expect((await editor.refusal(send(editor, [good, bad]))).code).toBe("conflict");
    expect(await rows("notes")).toEqual(before);
  });

  it("does an edit that is sent again only once, also at once", async () => {
    const id = randomUUID();
    const changes = [insertion("notes", { note: "五" })];
    const answers = await Promise.all([1, 2, 3].map(() => send(editor, changes, id)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await rows("notes")).filter(({ cells }) => cells.note === "五").length).toBe(1);
    const other = [insertion("notes", { note: "六" })];
    expect((await editor.refusal(send(editor, other, id))).code).toBe("invalid");
  });

  it("knows no sheet, field or value that the schema does not", async () => {
    const unknown = [
      { ...insertion("notes", {}), sheet: "secrets" },
      insertion("notes", { colour: "red" }),
      insertion("notes", { note: "a\u0000b" }),
    ];
    for (const change of unknown) expect((await editor.refusal(send(editor, [change]))).code).toBe("invalid");
  });

  it("finds room between two rows for ever", async () => {
    const first = insertion("reasons", { subject: "甲" });
    const last = insertion("reasons", { subject: "乙" });
    await send(editor, [first, last]);
    const middle = Array.from({ length: 80 }, (_, index) => ({
      ...insertion("reasons", { subject: String(index) }),
      after: first.row,
    }));
    await send(editor, middle);
    const subjects = (await rows("reasons")).map(({ cells }) => cells.subject);
    expect(subjects).toEqual(["甲", ...middle.map(({ cells }) => cells.subject).reverse(), "乙"]);
  });

  it("imports the workbook's files, and again without a new row", async () => {
    const done = await editor.call("importWorkbook", { params: params(), files: fixtureFiles() });
    expect(done.findings.filter(({ level }) => level === "error")).toEqual([]);
    const ledger = await rows("ledger");
    expect(ledger.length).toBeGreaterThan(40);
    await editor.call("importWorkbook", { params: params(), files: fixtureFiles() });
    expect(await rows("ledger")).toEqual(ledger);
    const result = await editor.call("check", { params: params() });
    expect(result.counts.error).toBe(0);
  });

  it("says at which row and field a fault is", async () => {
    const [line] = await rows("ledger");
    const amount = line?.cells.amount_yuan ?? "";
    const change = { kind: "set", sheet: "ledger", row: line?.id, field: "amount_yuan" };
    await send(editor, [{ ...change, from: amount, to: "十元" }]);
    const { findings } = await editor.call("check", { params: params() });
    expect(findings[0]).toMatchObject({
      level: "error",
      sheet: "ledger",
      row: line?.id,
      field: "amount_yuan",
    });
    await send(editor, [{ ...change, from: "十元", to: amount }]);
  });

  it("exports a workbook that imports to the same", async () => {
    const response = await editor.fetch(`/api/budgets/${budget}/workbook.xlsx`);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment/);
    const form = new FormData();
    form.append("files", new File([new Uint8Array(await response.arrayBuffer())], "填报.xlsx"));
    const before = await rows("ledger");
    await editor.call("importWorkbook", { params: params(), files: form });
    const text = (list: typeof before) => list.map(({ cells }) => [cells.functional, cells.amount_yuan]);
    expect(text(await rows("ledger"))).toEqual(text(before));
  });

  it("tells others of edits, of presence and of what they missed", async () => {
    const { revision } = await editor.call("budget", { params: params() });
    await send(editor, [insertion("notes", { note: "早先" })]);
    const stop = new AbortController();
    const response = await colleague.fetch(`/api/budgets/${budget}/events?since=${revision}`, {
      signal: stop.signal,
    });
    const events = readEvents(response);
    expect(await next(events)).toMatchObject({
      kind: "edit",
      revision: revision + 1,
      personName: "editor者",
    });
    expect(await next(events)).toMatchObject({ kind: "state" });
    await editor.call("presence", { params: params(), body: { sheet: "ledger", row: null, field: null } });
    expect(await next(events)).toMatchObject({ kind: "presence", sheet: "ledger" });
    await send(editor, [insertion("notes", { note: "此刻" })]);
    expect(await next(events)).toMatchObject({ kind: "edit", revision: revision + 2 });
    stop.abort();
    await events.return(undefined);
  });

  it("shows the history of a row: who, from, to", async () => {
    const note = (await rows("notes")).find(({ cells }) => cells.note === "此刻");
    await send(editor, [
      { kind: "set", sheet: "notes", row: note?.id, field: "note", from: "此刻", to: "后来" },
    ]);
    const { entries } = await editor.call("history", {
      params: params(),
      query: { rows: note?.id ?? "", field: "note" },
    });
    expect(entries.map(({ operation, before, after }) => [operation, before?.cells, after?.cells])).toEqual([
      ["update", { note: "此刻" }, { note: "后来" }],
      ["insert", undefined, { note: "此刻" }],
    ]);
    expect(entries[0]?.personName).toBe("editor者");
  });

  it("verifies the log, and finds what was changed behind its back", async () => {
    const auditor = await workspace.signIn("auditor");
    const whole = await auditor.call("verifyLog", {});
    expect(whole).toMatchObject({ whole: true, faults: [] });
    await workspace.database.system(async (sql) => {
      await sql.rows("set local session_replication_role = replica");
      await sql.rows("update entry_row set cells = '{\"note\": \"forged\"}' where cells ->> 'note' = '后来'");
    });
    const broken = await auditor.call("verifyLog", {});
    expect(broken.faults).toMatchObject([{ reason: "a row differs from what the log says of it" }]);
    await workspace.database.system(async (sql) => {
      await sql.rows("set local session_replication_role = replica");
      await sql.rows("update entry_row set cells = '{\"note\": \"后来\"}' where cells ->> 'note' = 'forged'");
      await sql.rows("update log set content = replace(content, '早先', '早已') where content like '%早先%'");
    });
    const forged = await auditor.call("verifyLog", {});
    expect(forged.faults.map(({ reason }) => reason)).toContain("the entry was changed");
  });
});

async function* readEvents(response: Response): AsyncGenerator<BudgetEvent> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const chunk = await reader?.read();
    if (chunk === undefined || chunk.done) return;
    text += chunk.value;
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) yield JSON.parse(data) as BudgetEvent;
    }
  }
}

async function next(events: AsyncGenerator<BudgetEvent>): Promise<BudgetEvent | undefined> {
  return (await events.next()).value;
}
