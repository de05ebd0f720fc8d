import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../store.ts";
import { codeAt } from "../testing/codes.ts";
import { BACKENDS } from "../testing/postgres.ts";
import { openWorkspace, type Workspace } from "../testing/workspace.ts";
import { requireNoServer, sealAll } from "./change-key.ts";
import { newKeyText } from "./cipher.ts";
import type { KeySources } from "./key-ring.ts";
import { openKeeper } from "./open-keeper.ts";
import { requireKeyOf, sealStored } from "./seal-stored.ts";
import { keyIdOf } from "./sealed-text.ts";

const PASSWORD = "correct horse battery";

describe.each(BACKENDS)("secrets of one-time codes on $name", (backend) => {
  let workspace: Workspace;
  const opened: { close(): unknown }[] = [];

  beforeAll(async () => {
    workspace = await openWorkspace(backend);
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  const keeperWith = (sources: Partial<KeySources> = {}) => {
    const keeper = openKeeper({ folder: workspace.folder, ...sources });
    opened.push(keeper);
    return keeper;
  };
  /** What the database holds of a person's codes. */
  const storedOf = async (account: string) => {
    const row = await workspace.database.system((sql) =>
      sql.row(
        `select totp_secret as secret, totp_pending as pending from credential
         join person on person.id = person_id where account = $1`,
        [account],
      ),
    );
    return { secret: row?.secret as string | null, pending: row?.pending as string | null };
  };
  const setUp = async (account: string) => {
    const person = await workspace.signIn(account);
    const { secret } = await person.call("prepareTotp", { body: { password: PASSWORD } });
    await person.call("confirmTotp", { body: { code: codeAt(secret) } });
    return secret;
  };
  const signIn = async (account: string, code: string) => {
    const response = await workspace.app.request("/api/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ account, password: PASSWORD, code }),
    });
    return response.status;
  };
  /** As an earlier version kept it. */
  const putInClear = (account: string, secret: string, pending: string | null = null) =>
    workspace.database.system((sql) =>
      sql.rows(
        `update credential set totp_secret = $2, totp_pending = $3, totp_counter = 0
         where person_id = (select id from person where account = $1)`,
        [account, secret, pending],
      ),
    );
  /** Files of the data folder that hold a text, when the database has written what it has. */
  const filesWith = async (text: string, below = workspace.folder) => {
    await workspace.database.system((sql) => sql.rows("checkpoint"));
    const names = await readdir(below, { recursive: true, withFileTypes: true });
    const found: string[] = [];
    for (const name of names.filter((entry) => entry.isFile())) {
      const path = join(name.parentPath, name.name);
      if ((await readFile(path).catch(() => Buffer.alloc(0))).includes(text)) found.push(path);
    }
    return found;
  };

  it("are nowhere in clear: not in rows, tables, logs or files, and codes are still taken", async () => {
    const secret = await setUp("head");
    const { secret: sealed, pending } = await storedOf("head");
    expect(keyIdOf(sealed ?? "")).toBeDefined();
    expect(pending).toBeNull();
    expect(await filesWith(sealed ?? "-")).not.toEqual([]);
    expect(await filesWith(secret)).toEqual([]);
    expect(await signIn("head", codeAt(secret, 1))).toBe(200);
  });

  it("are not taken from whoever does not seal them", async () => {
    const person = await workspace.signIn("colleague");
    const { secret } = await person.call("prepareTotp", { body: { password: PASSWORD } });
    const write = (text: string) =>
      workspace.database.system(async (sql) => {
        await sql.rows("select set_config('mingzhang.person', $1, true)", [person.me.person.id]);
        return sql.rows("select totp_set($1, null, 0)", [text]);
      });
    const elsewhere = keeperWith({ folder: join(workspace.folder, "elsewhere") });
    const { sealed } = await elsewhere.newCodes(person.me.person.id, "colleague");
    for (const text of [secret, sealed]) await expect(write(text)).rejects.toThrow("not sealed");
  });

  it("of another person's row open nothing", async () => {
    const secret = await setUp("publisher");
    const { secret: sealed } = await storedOf("publisher");
    await putInClear("confidentiality", sealed ?? "");
    expect(await signIn("confidentiality", codeAt(secret, 1))).toBe(500);
    expect(String(workspace.faults.splice(0))).toContain("打不开");
    await workspace.database.system((sql) =>
      sql.rows("update credential set totp_secret = null where totp_secret = $1", [sealed]),
    );
  });

  it("that an earlier version kept in clear are sealed at the start, also those being set up", async () => {
    const [secret, pending] = ["JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU"];
    await putInClear("editor", secret, pending);
    const tables = join(workspace.folder, "postgres", "base");
    expect(await filesWith(secret, tables)).not.toEqual([]);
    await sealStored(workspace.url, keeperWith());
    const stored = await storedOf("editor");
    expect([stored.secret, stored.pending].map((text) => keyIdOf(text ?? ""))).not.toContain(undefined);
    expect([await filesWith(secret, tables), await filesWith(pending, tables)]).toEqual([[], []]);
    expect(await signIn("editor", codeAt(secret))).toBe(200);
    await sealStored(workspace.url, keeperWith());
    expect(await storedOf("editor")).toEqual(stored);
  });

  it("stay as they were where sealing them is interrupted", async () => {
    const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXQ";
    for (const account of ["bureau", "auditor"]) await putInClear(account, secret);
    const keeper = keeperWith();
    let sealed = 0;
    const interrupted = {
      ...keeper,
      sealCodes: (person: string, stored: string) =>
        sealed++ === 0 ? keeper.sealCodes(person, stored) : Promise.reject(new Error("interrupted")),
    };
    await expect(sealStored(workspace.url, interrupted)).rejects.toThrow("interrupted");
    expect([await storedOf("bureau"), await storedOf("auditor")].map((stored) => stored.secret)).toEqual([
      secret,
      secret,
    ]);
    await sealStored(workspace.url, keeper);
    expect(await signIn("bureau", codeAt(secret))).toBe(200);
    expect(await signIn("auditor", codeAt(secret))).toBe(200);
  });

  it("are refused to another key, and nothing is changed", async () => {
    const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXR";
    await putInClear("publisher", secret);
    const path = join(workspace.folder, "another.key");
    await writeFile(path, newKeyText(), { mode: 0o600 });
    const another = keeperWith({ from: `file:${path}` });
    const [id = ""] = await another.keyIds(false);
    await expect(requireKeyOf(workspace.url, another)).rejects.toThrow(id);
    await expect(sealStored(workspace.url, another)).rejects.toThrow(id);
    expect((await storedOf("publisher")).secret).toBe(secret);
    await requireKeyOf(workspace.url, keeperWith());
  });

  it("go over to a new key while nobody works, whatever was interrupted", async () => {
    const secret = await setUp("department");
    await expect(requireNoServer(workspace.url)).rejects.toThrow("正在运行");
    const changing = keeperWith({ next: {} });
    const [next, former] = await changing.keyIds(true);
    await sealStored(workspace.url, changing);
    const store = (keeper: Store["keeper"]): Store => ({
      url: workspace.url,
      keeper,
      close: async () => undefined,
    });
    await sealAll(store(keeperWith()));
    expect(await keeperWith().keyIds(false)).toEqual([next]);
    expect(next).not.toBe(former);
    const rows = await workspace.database.system((sql) =>
      sql.rows("select totp_secret as secret from credential where totp_secret is not null"),
    );
    expect(new Set(rows.map((row) => keyIdOf(row.secret)))).toEqual(new Set([next]));
    expect(rows.length).toBeGreaterThan(3);
    const keeper = keeperWith();
    const { id } = (await workspace.database.system((sql) =>
      sql.row("select id from person where account = 'department'"),
    )) as { id: string };
    const { secret: sealed } = await storedOf("department");
    expect(await keeper.counterOf(id, sealed ?? "", codeAt(secret))).toBeDefined();
  });
});
