import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiError } from "../api/index.ts";
import { openDatabase } from "../database/database.ts";
import { createApp } from "../http/app.ts";
import { type OpenKeeper, openKeeper } from "../keys/open-keeper.ts";
import { codeAt } from "../testing/codes.ts";
import { temporaryCluster } from "../testing/postgres.ts";
import { openWorkspace, signIn, type Workspace } from "../testing/workspace.ts";
import { backUp } from "./backup.ts";
import { restore } from "./restore.ts";

const PASSWORD = "correct horse battery";

describe("one-time codes in a backup", () => {
  let workspace: Workspace;
  let file: string;
  const secrets = new Map<string, string>();
  const closes: (() => unknown)[] = [];

  beforeAll(async () => {
    workspace = await openWorkspace();
    file = join(workspace.folder, "backup.mzb");
    for (const account of ["administrator", "head"]) {
      const person = await workspace.signIn(account);
      const { secret } = await person.call("prepareTotp", { body: { password: PASSWORD } });
      await person.call("confirmTotp", { body: { code: codeAt(secret) } });
      secrets.set(account, secret);
    }
    const colleague = await workspace.signIn("colleague");
    await colleague.call("prepareTotp", { body: { password: PASSWORD } });
    await backUp(workspace.url, file, new Date("2026-01-01T00:00:00Z"));
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    for (const close of closes.reverse()) await close();
    await workspace.close();
  });

  /** Restores into a new database, with the key of the workspace or one of its own. */
  const restored = async (withKey: boolean) => {
    const target = await temporaryCluster({ name: "embedded" });
    const keeper: OpenKeeper = openKeeper({ folder: withKey ? workspace.folder : target.folder });
    const { lostCodes } = await restore(target.cluster.url, file, keeper);
    const database = openDatabase(target.cluster.url);
    closes.push(target.remove, database.close, keeper.close);
    const app = createApp({ ...workspace.options, database, keeper });
    const withCode = async (account: string) => {
      const body = { account, password: PASSWORD, code: codeAt(secrets.get(account) ?? "", 1) };
      const headers = { "content-type": "application/json" };
      return (await app.request("/api/session", { method: "POST", headers, body: JSON.stringify(body) }))
        .status;
    };
    return { app, lostCodes, withCode };
  };

  it("are taken as before where the key was brought along", async () => {
    const { lostCodes, withCode } = await restored(true);
    expect(lostCodes).toEqual({ people: [], administrators: [] });
    expect([await withCode("head"), await withCode("administrator")]).toEqual([200, 200]);
  });

  it("are set up anew without the key: by no password alone, and administrators get theirs from the restore", async () => {
    const { app, lostCodes } = await restored(false);
    expect(lostCodes).toMatchObject({ people: ["head"], administrators: [{ account: "administrator" }] });
    for (const account of ["head", "administrator"]) {
      const refused = (await signIn(app, account).catch((error: unknown) => error)) as ApiError;
      expect([account, refused.status]).toEqual([account, 401]);
    }
    const [given] = lostCodes.administrators;
    const administrator = await signIn(app, "administrator", given?.password);
    expect(administrator.me.mustChangePassword).toBe(true);
    const next = "a long walk in the rain";
    await administrator.call("changePassword", { body: { current: given?.password ?? "", next } });
    const { people } = await administrator.call("people", {});
    const head = people.find(({ account }) => account === "head");
    expect(head?.totp).toBe(false);
    const { oneTimePassword } = await administrator.call("resetPassword", {
      params: { person: head?.id ?? "" },
    });
    const again = await signIn(app, "head", oneTimePassword);
    await again.call("changePassword", { body: { current: oneTimePassword, next } });
    const { secret } = await again.call("prepareTotp", { body: { password: next } });
    await again.call("confirmTotp", { body: { code: codeAt(secret) } });
    const events = (await again.call("ownEvents", {})).events.map(({ event }) => event);
    expect(events).toContain("totp-removed");
    expect((await signIn(app, "colleague")).me.person.totp).toBe(false);
  });
});
