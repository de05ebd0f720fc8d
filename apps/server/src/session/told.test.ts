import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../http/app.ts";
import { openWorkspace, type Person, signIn, until, type Workspace } from "../testing/workspace.ts";
import { watchSecurity } from "./watch-security.ts";

const PASSWORD = "correct horse battery";
const WRONG = "wrong horse battery";

/** What people and administrators are told without asking. */
describe("what happened at the doors", () => {
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

  const codeOf = (secret: string, step: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 });
  const failing = (work: Promise<unknown>) => work.catch(() => undefined);
  /** An answer at the door, from an address. */
  const knock = (body: Readonly<Record<string, string>>) =>
    workspace.app.request(
      "/api/session",
      { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
      { incoming: { socket: { remoteAddress: "203.0.113.7" } } },
    );
  const eventsOf = async (person: Person) =>
    (await person.call("ownEvents", {})).events.map(({ event, news }) => (news ? `${event} *` : event));

  it("is told to the person: failures, used codes and changes since they last signed in", async () => {
    const first = await workspace.signIn("editor");
    expect(await eventsOf(first)).toEqual(["signed-in"]);
    await failing(workspace.signIn("editor", WRONG));
    const { secret } = await first.call("prepareTotp", { body: { password: PASSWORD } });
    await first.call("confirmTotp", { body: { code: codeOf(secret, -1) } });
    const body = { account: "editor", password: PASSWORD };
    expect((await knock({ ...body, code: codeOf(secret, 0) })).status).toBe(200);
    expect((await knock({ ...body, code: codeOf(secret, 0) })).status).toBe(401);
    await first.call("removeTotp", { body: { password: PASSWORD } });
    await first.call("changePassword", { body: { current: PASSWORD, next: "a long walk in the rain" } });
    const again = await workspace.signIn("editor", "a long walk in the rain");
    expect(await eventsOf(again)).toEqual([
      "signed-in",
      "password-changed *",
      "totp-removed *",
      "used-code *",
      "signed-in",
      "totp-enabled",
      "wrong-password",
      "signed-in",
    ]);
    const { events } = await again.call("ownEvents", {});
    expect(events[3]).toMatchObject({ event: "used-code", address: "203.0.113.7" });
  });

  it("is told to nobody else, and a one-time password of an administrator is told too", async () => {
    const head = await workspace.signIn("head");
    expect(await eventsOf(head)).toEqual(["signed-in"]);
    const { oneTimePassword } = await administrator.call("resetPassword", {
      params: { person: head.me.person.id },
    });
    const again = await workspace.signIn("head", oneTimePassword);
    await again.call("changePassword", { body: { current: oneTimePassword, next: "three quiet rivers" } });
    expect(await eventsOf(again)).toEqual([
      "password-changed",
      "signed-in",
      "one-time-password *",
      "signed-in",
    ]);
  });

  it("leads, where a role needs a second factor, to nothing but setting it up", async () => {
    const security = { ...workspace.options.security, secondFactor: ["bureau" as const] };
    const app = createApp({ ...workspace.options, security });
    const other = await signIn(app, "auditor");
    expect([other.me.mustEnableTotp, (await other.fetch("/api/bodies")).status]).toEqual([false, 200]);
    const person = await signIn(app, "bureau");
    expect(person.me.mustEnableTotp).toBe(true);
    const isIn = async () => (await person.fetch("/api/bodies")).status;
    expect(await isIn()).toBe(403);
    const events = "/api/budgets/00000000-0000-4000-8000-000000000000/events";
    expect((await person.fetch(events)).status).toBe(403);
    const { secret } = await person.call("prepareTotp", { body: { password: PASSWORD } });
    expect(await isIn()).toBe(403);
    await person.call("confirmTotp", { body: { code: codeOf(secret, 0) } });
    expect([(await person.call("me", {})).mustEnableTotp, await isIn()]).toEqual([false, 200]);
    await person.call("removeTotp", { body: { password: PASSWORD } });
    expect([(await person.call("me", {})).mustEnableTotp, await isIn()]).toEqual([true, 403]);
  });

  it("is told to administrators and whoever keeps the server when it is more than the threshold", async () => {
    const before = await administrator.call("securityNumbers", {});
    const alertAt = before.failures + before.refusals + before.misfits + 3;
    const security = { ...workspace.options.security, alertAt };
    const said: string[] = [];
    const watch = await watchSecurity(workspace.database, {
      security,
      say: ({ zh }) => void said.push(zh),
      report: (error) => workspace.faults.push(error),
    });
    const app = createApp({ ...workspace.options, security });
    const watching = await signIn(app, "administrator");
    const editor = await signIn(app, "editor@300");
    const alert = async () => (await watching.call("securityNumbers", {})).alert;
    await failing(signIn(app, "publisher", WRONG));
    await editor.refusal(editor.call("securityNumbers", {}));
    expect([await alert(), said]).toEqual([false, []]);
    await app.request("/api/x", { method: "DELETE" });
    expect(await watching.call("securityNumbers", {})).toEqual({
      failures: before.failures + 1,
      refusals: before.refusals + 1,
      misfits: before.misfits + 1,
      alertAt,
      alert: true,
    });
    await until(
      async () => said.length,
      (count) => count > 0,
    );
    await failing(signIn(app, "publisher", WRONG));
    await watch.stop();
    expect(said.length).toBe(1);
    expect(said[0]).toContain(`已到警戒数 ${alertAt}`);
  });

  it("is written elsewhere line by line, from where it was left, also after a failure to write", async () => {
    const lines: string[] = [];
    let full = false;
    const write = (more: readonly string[]) => {
      if (full) throw new Error("the disk is full");
      lines.push(...more);
    };
    const reported: unknown[] = [];
    const follow = (last: number | undefined) =>
      watchSecurity(workspace.database, {
        security: workspace.options.security,
        securityLog: { last, write },
        say: () => undefined,
        report: (error) => reported.push(error),
      });
    const numberOf = (line: string | undefined) => JSON.parse(line ?? "{}").number as number;
    const first = await follow(undefined);
    await failing(workspace.signIn("confidentiality", WRONG));
    await first.stop();
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: "wrong-password", account: "confidentiality", address: "unknown", call: null },
    ]);
    await failing(workspace.signIn("confidentiality", WRONG));
    full = true;
    const second = await follow(numberOf(lines[0]));
    await until(
      async () => reported.length,
      (count) => count > 0,
    );
    full = false;
    await second.stop();
    expect([lines.length, reported.length]).toEqual([2, 1]);
    expect(numberOf(lines[1])).toBe(numberOf(lines[0]) + 1);
    expect(lines.join()).not.toMatch(/horse/);
  });
});
