import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertion, openWorkspace, type Workspace } from "../testing/workspace.ts";
import { safeName } from "./file-name.ts";

const MARKUP = `<script>alert(1)</script>"'=cmd|' /C calc'!A0`;

describe("what comes from outside", () => {
  let workspace: Workspace;
  let budget: string;

  beforeAll(async () => {
    workspace = await openWorkspace();
    const editor = await workspace.signIn("editor");
    budget = (await editor.call("openBudget", { body: { bodyId: workspace.body("216"), year: 2023 } })).id;
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  it("gets headers that let nothing from elsewhere in", async () => {
    const response = await workspace.app.request("/api/health");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("content-security-policy")).not.toContain("http");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ ok: true, organisation: true });
    expect(response.headers.get("server") ?? response.headers.get("x-powered-by")).toBeNull();
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="api.json"');
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("x-frame-options")).toBe("DENY");
    const signedIn = await workspace.app.request("/api/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ account: "editor", password: "correct horse battery" }),
    });
    expect(signedIn.headers.get("set-cookie")).toMatch(/HttpOnly.*SameSite=Strict/);
  });

  it("is text and nothing else, whatever it looks like", async () => {
    const editor = await workspace.signIn("editor");
    const texts = [
      MARKUP,
      "'; drop table mingzhang.budget; --",
      "{{7*7}}",
      "../../etc/passwd",
      "%00",
      "𠮷\u202Etxt",
    ];
    const changes = texts.map((note) => insertion("notes", { note }));
    await editor.call("edit", { params: { budget }, body: { id: randomUUID(), changes } });
    const { rows } = await editor.call("sheet", { params: { budget, sheet: "notes" } });
    expect(rows.map(({ cells }) => cells.note)).toEqual(texts);
    for (const text of texts) {
      const key = text.slice(0, 100);
      await editor.call("explain", { params: { budget }, body: { key, text } });
      await editor.call("comment", { params: { budget }, body: { anchor: { kind: "finding", key }, text } });
      expect((await editor.refusal(editor.call("sheet", { params: { budget, sheet: text } }))).code).toMatch(
        /invalid|not-found/,
      );
    }
  });

  it("is refused as invalid where it does not fit, never as a fault of ours", async () => {
    const editor = await workspace.signIn("editor");
    const headers = { "content-type": "application/json", "x-csrf-token": editor.csrf() };
    for (const body of ["", "{", "[]", "null", '{"id": 1}', `{"__proto__": {}}`]) {
      const response = await editor.fetch(`/api/budgets/${budget}/edits`, { method: "POST", headers, body });
      expect([body, response.status]).toEqual([body, 400]);
    }
    for (const path of ["/api/budgets/1%20or%201=1", "/api/nothing", `/api/budgets/${budget}/events/x`]) {
      const response = await editor.fetch(path);
      expect([path, response.status === 400 || response.status === 404]).toEqual([path, true]);
    }
  });

  it("is refused where it is too large", async () => {
    const editor = await workspace.signIn("editor");
    const response = await editor.fetch(`/api/budgets/${budget}/edits`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-csrf-token": editor.csrf() },
      body: "x".repeat(25 * 1024 * 1024),
    });
    expect(response.status).toBe(413);
  });

  it("keeps no folder, device or hidden name of an uploaded file", () => {
    const names = {
      "../../etc/passwd": "passwd",
      "C:\\Windows\\con.txt": "_con.txt",
      ".htaccess": "htaccess",
      "预算\u202Efdp.exe": "预算_fdp.exe",
      "a<b>|c?.pdf": "a_b__c_.pdf",
      "": "file",
      "...": "file",
    };
    for (const [given, kept] of Object.entries(names))
      expect([given, safeName(given)]).toEqual([given, kept]);
  });

  it("reads no row through the database that its person may not, even with a handler's whole query", async () => {
    for (const [account, sees] of [
      ["editor", true],
      ["bureau", false],
      ["editor@300", false],
      ["administrator", false],
    ] as const) {
      const id = (await workspace.signIn(account)).me.person.id;
      const rows = await workspace.database.anonymous(async (sql) => {
        await sql.rows("select set_config('mingzhang.person', $1, true)", [id]);
        return sql.rows("select 1 from entry_row");
      });
      expect([account, rows.length > 0]).toEqual([account, sees]);
    }
  });

  it("cannot write the state, the log or a version directly", async () => {
    const { id } = (await workspace.signIn("editor")).me.person;
    const forbidden = [
      "update budget set state = 'published'",
      "insert into log values ('x', 1, '', '')",
      "insert into step (budget_id, action, from_state, to_state, person_id, reason, revision) select id, 'sign', state, state, current_person(), '', 0 from budget",
      "insert into membership (person_id, body_id, role) select current_person(), id, 'bureau' from body",
      "update permission set state = '*'",
      "select append_log('x', 'insert', null)",
      "select queue_job('publish', gen_random_uuid(), gen_random_uuid())",
    ];
    for (const statement of forbidden) {
      const work = workspace.database.anonymous(async (sql) => {
        await sql.rows("select set_config('mingzhang.person', $1, true)", [id]);
        return sql.rows(statement);
      });
      await expect(work, statement).rejects.toThrow();
    }
  });
});
