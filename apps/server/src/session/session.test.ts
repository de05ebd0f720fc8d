import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiError } from "../api/index.ts";
import { BACKENDS } from "../testing/postgres.ts";
import { openWorkspace, type Person, type Workspace } from "../testing/workspace.ts";

const NEW_PASSWORD = "a long walk in the rain";

describe.each(BACKENDS)("sessions on $name", (backend) => {
  let workspace: Workspace;
  let administrator: Person;

  beforeAll(async () => {
    workspace = await openWorkspace(backend);
    administrator = await workspace.signIn("administrator");
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  const statusOf = async (work: Promise<unknown>): Promise<number> => {
    try {
      await work;
      return 200;
    } catch (error) {
      return error instanceof ApiError ? error.status : 0;
    }
  };
  const add = (account: string, code = "216") =>
    administrator.call("addPerson", {
      body: { account, name: account, memberships: [{ bodyId: workspace.body(code), role: "editor" }] },
    });

  it("begin with a one-time password that must be changed before anything else", async () => {
    const { oneTimePassword } = await add("新来的");
    const person = await workspace.signIn("新来的", oneTimePassword);
    expect(person.me.mustChangePassword).toBe(true);
    expect(await statusOf(person.call("bodies", {}))).toBe(403);
    const change = (next: string) =>
      person.call("changePassword", { body: { current: oneTimePassword, next } });
    for (const weak of ["short", "password1234567", "aaaaaaaaaaaaaa", "我是新来的一个人员啊啊啊"])
      expect([weak, await statusOf(change(weak))]).toEqual([weak, 400]);
    expect((await change(NEW_PASSWORD)).mustChangePassword).toBe(false);
    expect(await statusOf(person.call("bodies", {}))).toBe(200);
    expect(await statusOf(workspace.signIn("新来的", oneTimePassword))).toBe(401);
  });

  it("say the same of an unknown account and of a wrong password", async () => {
    const refused = async (account: string) => {
      const error = (await workspace.signIn(account, "wrong").catch((fault: unknown) => fault)) as ApiError;
      return [error.status, error.problem];
    };
    expect(await refused("nobody")).toEqual(await refused("head"));
  });

  it("lock an account after five failures, also when they come at once", async () => {
    await Promise.all(Array.from({ length: 5 }, () => statusOf(workspace.signIn("publisher", "wrong"))));
    expect(await statusOf(workspace.signIn("publisher"))).toBe(429);
    const { people } = await administrator.call("people", {});
    const locked = people.find(({ account }) => account === "publisher");
    expect(locked?.lockedUntil).not.toBeNull();
    const { oneTimePassword } = await administrator.call("resetPassword", {
      params: { person: locked?.id ?? "" },
    });
    expect((await workspace.signIn("publisher", oneTimePassword)).me.mustChangePassword).toBe(true);
  });

  it("ask for a code where TOTP is enabled, and take each code once", async () => {
    const person = await workspace.signIn("colleague");
    const password = "correct horse battery";
    const { secret } = await person.call("prepareTotp", { body: { password } });
    const codeAt = (step: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 });
    await person.call("confirmTotp", { body: { code: codeAt(-1) } });
    const signIn = async (code?: string) => {
      const body = { account: "colleague", password, ...(code !== undefined && { code }) };
      const response = await workspace.app.request("/api/session", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as { status?: string };
      return [response.status, answer.status];
    };
    expect(await signIn()).toEqual([200, "code-needed"]);
    expect(await signIn("000000")).toEqual([401, undefined]);
    const code = codeAt(1);
    expect(await signIn(code)).toEqual([200, "signed-in"]);
    expect(await signIn(code)).toEqual([401, undefined]);
  });

  it("end by signing out, by a new password elsewhere, by deactivation and with time", async () => {
    const { person, oneTimePassword } = await add("几处登录");
    const first = await workspace.signIn("几处登录", oneTimePassword);
    const second = await workspace.signIn("几处登录", oneTimePassword);
    await first.call("changePassword", { body: { current: oneTimePassword, next: NEW_PASSWORD } });
    expect(await statusOf(second.call("me", {}))).toBe(401);
    const third = await workspace.signIn("几处登录", NEW_PASSWORD);
    await third.call("signOut", {});
    expect(await statusOf(third.call("me", {}))).toBe(401);
    const age = (interval: string) =>
      workspace.database.system((sql) =>
        sql.rows(`update session set seen_at = now() - interval '${interval}' where person_id = $1`, [
          person.id,
        ]),
      );
    await age("29 minutes");
    expect(await statusOf(first.call("me", {}))).toBe(200);
    await age("31 minutes");
    expect(await statusOf(first.call("me", {}))).toBe(401);
    const fourth = await workspace.signIn("几处登录", NEW_PASSWORD);
    await administrator.call("changePerson", { params: { person: person.id }, body: { active: false } });
    expect(await statusOf(fourth.call("me", {}))).toBe(401);
    expect(await statusOf(workspace.signIn("几处登录", NEW_PASSWORD))).toBe(401);
  });

  it("give an administrator no way to a budget", async () => {
    const own = { params: { person: administrator.me.person.id } };
    const grant = { bodyId: workspace.body("216"), role: "editor" as const };
    expect(await statusOf(administrator.call("addMembership", { ...own, body: grant }))).toBe(400);
    const mixed = administrator.call("addPerson", {
      body: {
        account: "both",
        name: "both",
        memberships: [grant, { bodyId: workspace.body("0"), role: "administrator" }],
      },
    });
    expect(await statusOf(mixed)).toBe(400);
  });

  it("keep secrets out of the log", async () => {
    const leaked = await workspace.database.system((sql) =>
      sql.rows(
        "select content from log where content like '%argon2%' or content ~* 'totp_secret|token_hash'",
      ),
    );
    expect(leaked).toEqual([]);
  });
});
