import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../http/app.ts";
import { openWorkspace, type Person, type Workspace } from "../testing/workspace.ts";

const PASSWORD = "correct horse battery";
const WRONG = "wrong horse battery";
const ADDRESS = "203.0.113.7";

/** What anybody can do at the door, and what the administrator sees of it. */
describe("the door", () => {
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

  const knock = (
    body: Readonly<Record<string, string>>,
    {
      app = workspace.app,
      address = ADDRESS,
      headers = {},
    }: { app?: Workspace["app"]; address?: string; headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Response> =>
    Promise.resolve(
      app.request(
        "/api/session",
        {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify(body),
        },
        { incoming: { socket: { remoteAddress: address } } },
      ),
    );
  const statusOf = async (...given: Parameters<typeof knock>) => (await knock(...given)).status;
  const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";
  const enters = async (cookie: string) =>
    (await workspace.app.request("/api/me", { headers: { cookie } })).status === 200;
  const eventsOf = async (name: string) =>
    (await administrator.call("securityEvents", { query: { limit: 500 } })).events
      .filter(({ personName }) => personName === name)
      .map(({ event, address }) => `${event} ${address}`);

  it("gives a new token at each sign-in, never the one that a browser brought, and ends the session before", async () => {
    const planted = `mingzhang=${randomBytes(32).toString("hex")}`;
    const first = cookieOf(
      await knock({ account: "head", password: PASSWORD }, { headers: { cookie: planted } }),
    );
    expect(first).toMatch(/^mingzhang=[0-9a-f]{64}$/);
    expect([first === planted, await enters(planted), await enters(first)]).toEqual([false, false, true]);
    const second = cookieOf(
      await knock({ account: "head", password: PASSWORD }, { headers: { cookie: first } }),
    );
    expect([second === first, await enters(first), await enters(second)]).toEqual([false, false, true]);
  });

  it("keeps the token from scripts and other sites; over https from other hosts and plain lines too", async () => {
    const plain = (await knock({ account: "head", password: PASSWORD })).headers.get("set-cookie");
    expect(plain).toMatch(/^mingzhang=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/);
    const app = createApp({ ...workspace.options, secure: true });
    const response = await knock({ account: "head", password: PASSWORD }, { app });
    const secure = response.headers.get("set-cookie") ?? "";
    expect(secure).toMatch(/^__Host-mingzhang=[0-9a-f]{64}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(response.headers.get("strict-transport-security")).toContain("max-age=31536000");
    const me = async (cookie: string) => (await app.request("/api/me", { headers: { cookie } })).status;
    const [own = ""] = secure.split(";");
    expect([await me(own), await me(own.replace("__Host-", ""))]).toEqual([200, 401]);
  });

  it("keeps tokens nowhere but as digests", async () => {
    const token = cookieOf(await knock({ account: "head", password: PASSWORD })).split("=")[1] ?? "";
    const rows = await workspace.database.system((sql) =>
      sql.rows("select session::text as text from session"),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
  });

  it("closes after half a day whatever one does, and after half an hour without doing anything", async () => {
    const person = await workspace.signIn("bureau");
    const age = (column: string, interval: string) =>
      workspace.database.system((sql) =>
        sql.rows(`update session set ${column} = now() - interval '${interval}' where person_id = $1`, [
          person.me.person.id,
        ]),
      );
    const isIn = async () => (await person.fetch("/api/me")).status === 200;
    await age("created_at", "11 hours 59 minutes");
    expect(await isIn()).toBe(true);
    await age("created_at", "12 hours");
    expect(await isIn()).toBe(false);
    await age("created_at", "1 hour");
    await age("seen_at", "30 minutes");
    expect(await isIn()).toBe(false);
  });

  it("locks an account for a quarter of an hour, whatever is tried meanwhile, and no longer", async () => {
    const body = { account: "publisher", password: PASSWORD };
    for (let turn = 0; turn < 5; turn++) expect(await statusOf({ ...body, password: WRONG })).toBe(401);
    expect(await statusOf(body)).toBe(429);
    const later = (interval: string) =>
      workspace.database.system((sql) =>
        sql.rows(
          "update credential set locked_until = locked_until - $1::interval where locked_until is not null",
          [interval],
        ),
      );
    await later("14 minutes");
    expect(await statusOf(body)).toBe(429);
    await later("1 minute");
    expect(await statusOf(body)).toBe(200);
    expect(await statusOf(body)).toBe(200);
    expect(await eventsOf("publisher者")).toEqual([
      ...Array.from({ length: 2 }, () => `signed-in ${ADDRESS}`),
      ...Array.from({ length: 2 }, () => `locked-account ${ADDRESS}`),
      `account-locked ${ADDRESS}`,
      ...Array.from({ length: 5 }, () => `wrong-password ${ADDRESS}`),
    ]);
  });

  it("slows down an address that tries many accounts, also when one password is right, and no other", async () => {
    const accounts = Array.from({ length: 49 }, (_, index) => `somebody-${index}`);
    for (const account of accounts) expect(await statusOf({ account, password: WRONG })).toBe(401);
    const right = { account: "department", password: PASSWORD };
    expect(await statusOf(right)).toBe(200);
    expect(await statusOf({ account: "one-more", password: WRONG })).toBe(401);
    expect(await statusOf(right)).toBe(429);
    expect(await statusOf(right, { address: "203.0.113.8" })).toBe(200);
    await workspace.database.system((sql) =>
      sql.rows("update attempt_count set since = since - interval '15 minutes'"),
    );
    expect(await statusOf(right)).toBe(200);
    const { events } = await administrator.call("securityEvents", { query: { limit: 500 } });
    const unknown = events.filter(({ event }) => event === "unknown-account");
    expect(unknown.length).toBe(50);
    expect(unknown.every(({ personId, address }) => personId === null && address === ADDRESS)).toBe(true);
    expect(events.filter(({ event }) => event === "address-throttled").length).toBe(1);
  });

  it("counts a customer's IPv6 addresses as one, and takes an address from the proxy's word only", async () => {
    for (let turn = 0; turn < 50; turn++)
      await statusOf({ account: "x", password: WRONG }, { address: `2001:db8:1:2::${turn.toString(16)}` });
    const right = { account: "department", password: PASSWORD };
    expect(await statusOf(right, { address: "2001:db8:1:2:ffff::1" })).toBe(429);
    expect(await statusOf(right, { address: "2001:db8:1:3::1" })).toBe(200);
    const headers = { "x-forwarded-for": "2001:db8:1:3::1" };
    expect(await statusOf(right, { address: "2001:db8:1:2::1", headers })).toBe(429);
    const app = createApp({ ...workspace.options, secure: true });
    const chain = { "x-forwarded-for": "198.51.100.9, 2001:db8:1:2::1" };
    expect(await statusOf(right, { app, address: "127.0.0.1", headers: chain })).toBe(429);
  });

  it("does not open to guesses at the password from a session that was left open", async () => {
    const person = await workspace.signIn("editor@300");
    const guess = (current: string) =>
      person.refusal(person.call("changePassword", { body: { current, next: "a long walk in the rain" } }));
    for (let turn = 0; turn < 5; turn++) expect((await guess(WRONG)).code).toBe("invalid");
    expect((await guess(PASSWORD)).code).toBe("too-many");
    expect(await eventsOf("editor@300者")).toEqual([
      "account-locked unknown",
      ...Array.from({ length: 5 }, () => "wrong-password unknown"),
      "signed-in unknown",
    ]);
  });

  it("shows people where they are signed in, and ends the other places with the password", async () => {
    const body = { account: "confidentiality", password: PASSWORD };
    const other = cookieOf(await knock(body));
    const person = await workspace.signIn("confidentiality");
    const places = async () =>
      (await person.call("sessions", {})).sessions.map(({ address, own }) => [address, own]);
    expect(await places()).toEqual([
      ["unknown", true],
      [ADDRESS, false],
    ]);
    const refused = await person.refusal(person.call("endSessions", { body: { password: WRONG } }));
    expect([refused.code, await enters(other)]).toEqual(["invalid", true]);
    await person.call("endSessions", { body: { password: PASSWORD } });
    expect([await enters(other), await places()]).toEqual([false, [["unknown", true]]]);
  });

  it("notes wrong and used codes, and who signs out", async () => {
    const person = await workspace.signIn("head@300");
    const { secret } = await person.call("prepareTotp", { body: { password: PASSWORD } });
    const codeAt = (step: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 });
    const wrong = codeAt(500);
    expect((await person.refusal(person.call("confirmTotp", { body: { code: wrong } }))).code).toBe(
      "invalid",
    );
    await person.call("confirmTotp", { body: { code: codeAt(-1) } });
    const body = { account: "head@300", password: PASSWORD };
    const code = codeAt(1);
    expect(await statusOf({ ...body, code: wrong })).toBe(401);
    expect(await statusOf({ ...body, code })).toBe(200);
    expect(await statusOf({ ...body, code })).toBe(401);
    await person.call("signOut", {});
    expect(await eventsOf("head@300者")).toEqual([
      "signed-out unknown",
      `used-code ${ADDRESS}`,
      `signed-in ${ADDRESS}`,
      `wrong-code ${ADDRESS}`,
      "totp-enabled unknown",
      "wrong-code unknown",
      "signed-in unknown",
    ]);
  });

  it("notes what people were refused: which call, on what", async () => {
    const editor = await workspace.signIn("editor@216001");
    const bodyId = workspace.body("216");
    const budget = "00000000-0000-4000-8000-000000000000";
    await editor.refusal(
      editor.call("setControlFigures", { params: { body: bodyId, year: 2023 }, body: { figures: [] } }),
    );
    await editor.refusal(editor.call("sheets", { params: { budget } }));
    await editor.fetch(`/api/budgets/${budget}/events`);
    await editor.fetch("/api/me/totp", {
      method: "DELETE",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ password: PASSWORD }),
    });
    const { events } = await administrator.call("securityEvents", { query: { limit: 4 } });
    expect(events.map(({ event, personName, call, params }) => [event, personName, call, params])).toEqual([
      ["forbidden", "editor@216001者", "removeTotp", {}],
      ["not-found", "editor@216001者", "events", { budget }],
      ["not-found", "editor@216001者", "sheets", { budget }],
      ["forbidden", "editor@216001者", "setControlFigures", { body: bodyId, year: 2023 }],
    ]);
  });

  it("writes a hundred refusals of a person in a quarter of an hour and then that there were more", async () => {
    const editor = await workspace.signIn("editor@216002");
    for (let turn = 0; turn < 103; turn++) await editor.refusal(editor.call("securityEvents", {}));
    const events = await eventsOf("editor@216002者");
    expect(events.filter((event) => event === "forbidden unknown").length).toBe(100);
    expect(events[0]).toBe("many-refusals unknown");
  });

  it("shows the security log to administrators only, and of others' people nothing", async () => {
    const editor = await workspace.signIn("editor");
    expect((await editor.refusal(editor.call("securityEvents", {}))).code).toBe("forbidden");
    const { oneTimePassword } = await administrator.call("addPerson", {
      body: {
        account: "admin300",
        name: "统计局管理员",
        memberships: [{ bodyId: workspace.body("300"), role: "administrator" }],
      },
    });
    const other = await workspace.signIn("admin300", oneTimePassword);
    await other.call("changePassword", {
      body: { current: oneTimePassword, next: "three hundred quiet rivers" },
    });
    const { events } = await other.call("securityEvents", { query: { limit: 500 } });
    const names = new Set(events.map(({ personName }) => personName));
    expect([...names].sort()).toEqual(["editor@300者", "head@300者", "统计局管理员"].sort());
  });

  it("writes no password, code, token or account that does not exist into the log, and nobody can change it", async () => {
    await statusOf({ account: "my-password-by-mistake", password: "typed in the wrong field" });
    const rows = await workspace.database.system((sql) =>
      sql.rows(
        "select content from log where content ~ 'horse|by-mistake|wrong field|long walk|quiet rivers|somebody-'",
      ),
    );
    expect(rows).toEqual([]);
    for (const statement of ["update log set content = ''", "delete from log where chain = 'security'"])
      await expect(workspace.database.system((sql) => sql.rows(statement))).rejects.toThrow("append-only");
    const auditor = await workspace.signIn("auditor");
    expect(await auditor.call("verifyLog", {})).toMatchObject({ whole: true });
  });
});
