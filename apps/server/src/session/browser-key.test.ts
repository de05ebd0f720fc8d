import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorkspace, type Workspace } from "../testing/workspace.ts";

describe("the key of a person's browser", () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  const keyOf = async (account: string, password?: string) =>
    (await (await workspace.signIn(account, password)).call("browserKey", {})).key;

  it("is 32 random bytes, the same in each session of one person and another for each", async () => {
    const keys = await Promise.all(
      ["editor", "editor", "editor", "head", "colleague"].map((one) => keyOf(one)),
    );
    expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
    expect([new Set(keys.slice(0, 3)).size, new Set(keys).size]).toEqual([1, 3]);
  });

  it("stays as it is with a new password, also where an administrator has issued one", async () => {
    const before = await keyOf("publisher");
    const administrator = await workspace.signIn("administrator");
    const { people } = await administrator.call("people", {});
    const person = people.find(({ account }) => account === "publisher")?.id ?? "";
    const { oneTimePassword } = await administrator.call("resetPassword", { params: { person } });
    const publisher = await workspace.signIn("publisher", oneTimePassword);
    expect((await publisher.refusal(publisher.call("browserKey", {}))).status).toBe(403);
    const next = "a long walk in the rain";
    await publisher.call("changePassword", { body: { current: oneTimePassword, next } });
    expect(await keyOf("publisher", next)).toBe(before);
  });

  it("is given to nobody without a session, and no request can read it elsewhere", async () => {
    expect((await workspace.app.request("/api/me/browser-key")).status).toBe(401);
    const { database } = workspace;
    for (const sql of ["select * from browser_key", "select own_browser_key('\\x00')"])
      await expect(database.anonymous((transaction) => transaction.rows(sql))).rejects.toMatchObject({
        code: "42501",
      });
  });

  it("is in no log", async () => {
    const key = await keyOf("editor");
    const leaked = await workspace.database.system((sql) =>
      sql.rows("select 1 from log where content like $1 or content like '%browser_key%'", [`%${key}%`]),
    );
    expect(leaked).toEqual([]);
  });
});
