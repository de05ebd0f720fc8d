import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fixtureFiles, openWorkspace, type Person, signIn, type Workspace } from "../../testing/workspace.ts";
import { createApp } from "../app.ts";
import { MEGABYTE, type SecuritySettings } from "../security-settings.ts";

const BUDGET = "00000000-0000-4000-8000-000000000000";

describe("more than an office does", () => {
  let workspace: Workspace;
  let administrator: Person;

  beforeAll(async () => {
    workspace = await openWorkspace();
    administrator = await workspace.signIn("administrator");
  });
  beforeEach(() => workspace.database.system((sql) => sql.rows("delete from attempt_count")));
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  const appWith = (security: Partial<SecuritySettings>) =>
    createApp({ ...workspace.options, security: { ...workspace.options.security, ...security } });
  const newest = async (limit: number) =>
    (await administrator.call("securityEvents", { query: { limit } })).events.map(
      ({ event, personName, call, params }) => [event, personName, call, params],
    );

  it("calls of a session beyond its limit are put off with the time to wait, and noted once", async () => {
    const app = appWith({ calls: { perSecond: 0.001, burst: 4 } });
    const editor = await signIn(app, "editor");
    const other = await signIn(app, "head");
    const ask = async () => editor.fetch("/api/me");
    for (let turn = 0; turn < 4; turn++) expect((await ask()).status).toBe(200);
    const put = await ask();
    expect([put.status, Number(put.headers.get("retry-after")) > 900]).toEqual([429, true]);
    expect(await put.json()).toMatchObject({ code: "too-many" });
    await ask();
    expect((await other.fetch("/api/me")).status).toBe(200);
    await workspace.database.system(async () => undefined);
    const events = await newest(500);
    expect(events.filter(([event]) => event === "too-many-calls")).toEqual([
      ["too-many-calls", "editor者", "GET", {}],
    ]);
  });

  it("uploads of a person are counted by the day, in number and size, and refused beyond the quota", async () => {
    const files = fixtureFiles();
    const [number, bytes] = [files.getAll("files").length, 2 * MEGABYTE];
    const upload = async (uploads: SecuritySettings["uploads"], account = "editor") => {
      const person = await signIn(appWith({ uploads }), account);
      const params = { budget: await budget() };
      return person.refusal(person.call("importWorkbook", { params, files: fixtureFiles() }));
    };
    const editor = await workspace.signIn("editor");
    let opened: string | undefined;
    const budget = async () =>
      (opened ??= (await editor.call("openBudget", { body: { bodyId: workspace.body("216"), year: 2023 } }))
        .id);
    expect((await upload({ files: 2 * number, bytes })).status).toBe(200);
    expect((await upload({ files: 2 * number - 1, bytes })).code).toBe("too-many");
    expect((await upload({ files: 2 * number, bytes: 1000 })).code).toBe("too-many");
    expect((await upload({ files: 2 * number, bytes })).status).toBe(200);
    expect((await upload({ files: 2 * number, bytes })).code).toBe("too-many");
    expect((await upload({ files: 2 * number, bytes }, "colleague")).status).toBe(200);
    workspace.setToday("2023-03-02");
    expect((await upload({ files: 2 * number, bytes })).status).toBe(200);
  });

  it("input that fits no schema and methods that are not in use are in the security log, without what they held", async () => {
    const editor = await workspace.signIn("editor");
    const secret = "what-was-typed-here";
    const send = (path: string, method: string, body?: string) =>
      editor.fetch(path, {
        method,
        headers: { "content-type": "application/json", "x-csrf-token": editor.csrf() },
        ...(body !== undefined && { body }),
      });
    const sent = [
      await send(`/api/budgets/${BUDGET}/sheets?part=${secret}`, "GET"),
      await send("/api/me/password", "PUT", JSON.stringify({ current: secret })),
      await send("/api/me/password", "PUT", `{${secret}`),
      await send("/api/session", "PATCH", secret),
      await send(`/api/${secret}`, "GET"),
      await workspace.app.request(`/${secret}`, { method: "DELETE" }),
      await workspace.app.request("/api/session", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ account: secret }),
      }),
    ];
    expect(sent.map(({ status }) => status)).toEqual([400, 400, 400, 404, 404, 404, 400]);
    expect(await newest(7)).toEqual([
      ["invalid-input", "", "signIn", {}],
      ["unused-call", "", "DELETE", {}],
      ["unused-call", "editor者", "GET", {}],
      ["unused-call", "editor者", "PATCH /api/session", {}],
      ["invalid-input", "editor者", "changePassword", {}],
      ["invalid-input", "editor者", "changePassword", {}],
      ["invalid-input", "editor者", "sheets", {}],
    ]);
    const held = await workspace.database.system((sql) =>
      sql.rows("select 1 from log where content like '%' || $1 || '%'", [secret]),
    );
    expect(held).toEqual([]);
  });

  it("requests without a session fill the log to a hundred in a quarter of an hour, and no further", async () => {
    const before = (await newest(500)).length;
    for (let turn = 0; turn < 103; turn++) await workspace.app.request("/api/x", { method: "DELETE" });
    const events = await newest(500);
    expect([events.length - before, events[0]?.[0]]).toEqual([101, "many-refusals"]);
  });
});
