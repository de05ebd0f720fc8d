import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeAt } from "../testing/codes.ts";
import { newKeyText } from "./cipher.ts";
import { keeperOf } from "./keeper.ts";
import type { KeySources } from "./key-ring.ts";
import { keyIdOf } from "./sealed-text.ts";

const ANNA = "11111111-1111-4111-8111-111111111111";
const BEN = "22222222-2222-4222-8222-222222222222";

let temporary = "";
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "mingzhang-keys-"));
});
afterAll(() => rm(temporary, { recursive: true }));

const newFolder = () => mkdtemp(join(temporary, "data-"));

/** A key in a file that its owner alone reads. */
async function keyFile(text = newKeyText()): Promise<string> {
  const path = join(await newFolder(), "key");
  await writeFile(path, text, { mode: 0o600 });
  return path;
}

const ownKey = (folder: string) => join(folder, "keys", "master.key");
const idOf = async (sources: KeySources) => (await keeperOf(sources).keyIds(false))[0];

describe("the keeper of the keys", () => {
  it("knows the code of a secret that it has sealed, for the person whose secret it is", async () => {
    const keeper = keeperOf({ folder: await newFolder() });
    const { sealed, secret, uri } = await keeper.newCodes(ANNA, "anna");
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toContain(secret);
    expect(sealed).not.toContain(secret);
    const now = Math.floor(Date.now() / 30_000);
    const counter = await keeper.counterOf(ANNA, sealed, codeAt(secret));
    expect(Math.abs((counter ?? 0) - now)).toBeLessThanOrEqual(1);
    expect(await keeper.counterOf(ANNA, sealed, codeAt(secret, 100))).toBeUndefined();
    await expect(keeper.counterOf(BEN, sealed, codeAt(secret))).rejects.toThrow("打不开");
    await expect(keeper.openPassword(sealed)).rejects.toThrow("打不开");
  });

  it("seals the same differently each time, and opens nothing that was changed", async () => {
    const keeper = keeperOf({ folder: await newFolder() });
    const sealed = await Promise.all(Array.from({ length: 100 }, () => keeper.sealPassword("secret")));
    expect(new Set(sealed.map((text) => text.split(":")[3]?.slice(0, 16))).size).toBe(100);
    const [first = ""] = sealed;
    expect(await keeper.openPassword(first)).toBe("secret");
    const at = first.lastIndexOf(":") + 1;
    for (let place = at; place < first.length - 1; place++) {
      const other = first[place] === "A" ? "B" : "A";
      const changed = first.slice(0, place) + other + first.slice(place + 1);
      await expect(keeper.openPassword(changed)).rejects.toThrow("打不开");
    }
    await expect(keeper.openPassword(first.slice(0, at + 20))).rejects.toThrow("打不开");
  });

  it("makes a key of the data folder's own when it first seals, which its owner alone may read", async () => {
    const folder = await newFolder();
    const keeper = keeperOf({ folder });
    expect([await keeper.keyIds(false), existsSync(ownKey(folder))]).toEqual([[], false]);
    const sealed = await keeper.sealPassword("secret");
    expect((await readFile(ownKey(folder), "utf8")).trim()).toMatch(/^[0-9a-f]{64}$/);
    expect(await readdir(join(folder, "keys"))).toEqual(["master.key"]);
    expect(await keeperOf({ folder }).openPassword(sealed)).toBe("secret");
    if (process.platform === "win32") return;
    expect((await stat(ownKey(folder))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, "keys"))).mode & 0o777).toBe(0o700);
  });

  it("makes none where something is sealed by a key that is gone, and says which it is", async () => {
    const folder = await newFolder();
    const sealed = await keeperOf({ folder }).sealPassword("secret");
    await rm(ownKey(folder));
    await expect(keeperOf({ folder }).openPassword(sealed)).rejects.toThrow(keyIdOf(sealed));
    expect(existsSync(ownKey(folder))).toBe(false);
    const from = `file:${await keyFile()}`;
    const given = await idOf({ folder, from });
    await expect(keeperOf({ folder, from }).openPassword(sealed)).rejects.toThrow(given);
  });

  it("makes one key where several begin at once", async () => {
    const folder = await newFolder();
    const sealed = await Promise.all(
      Array.from({ length: 8 }, () => keeperOf({ folder }).sealPassword("secret")),
    );
    expect(new Set(sealed.map(keyIdOf)).size).toBe(1);
  });
});

describe("the key", () => {
  it("comes from a file, from a program's output, or from systemd, and is the same by each", async () => {
    const folder = await newFolder();
    const path = await keyFile();
    const ids = [await idOf({ folder, from: `file:${path}` })];
    ids.push(await idOf({ folder, from: `command:cat ${path}` }));
    process.env.CREDENTIALS_DIRECTORY = join(path, "..");
    ids.push(await idOf({ folder, from: "credential:key" }));
    delete process.env.CREDENTIALS_DIRECTORY;
    const base64 = Buffer.from(await readFile(path, "utf8"), "hex").toString("base64");
    ids.push(await idOf({ folder, from: `file:${await keyFile(`${base64}\n`)}` }));
    expect(ids[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set(ids).size).toBe(1);
    expect(existsSync(ownKey(folder))).toBe(false);
  });

  it.skipIf(process.platform === "win32")("is refused where others may read its file", async () => {
    const path = await keyFile();
    for (const mode of [0o640, 0o604, 0o660]) {
      await chmod(path, mode);
      await expect(idOf({ folder: temporary, from: `file:${path}` })).rejects.toThrow("别人也能读");
    }
    const folder = await newFolder();
    await keeperOf({ folder }).keyIds(true);
    await chmod(ownKey(folder), 0o644);
    await expect(idOf({ folder })).rejects.toThrow("别人也能读");
  });

  it.each([
    ["paper:drawer", "来源"],
    ["file:", "来源"],
    ["file:/nowhere/key", "ENOENT"],
    ["command:/nowhere/client", "ENOENT"],
    ["command:cat /nowhere/key", "/nowhere/key"],
    ["command:true", "什么也没有"],
    ["command:echo too-short", "不是密钥"],
    ["command:echo $HOME", "不是密钥"],
    ["credential:key", "LoadCredentialEncrypted"],
    ["credential:../key", "LoadCredentialEncrypted"],
  ])("is refused with what to do where it is none: %s", async (from, said) => {
    const folder = await newFolder();
    await expect(keeperOf({ folder, from }).sealPassword("secret")).rejects.toThrow(said);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("a change of the key", () => {
  /** All that is sealed, brought under the first key. */
  const change = async (sources: KeySources, sealed: string) => {
    const keeper = keeperOf(sources);
    const again = await keeper.sealCodes(ANNA, sealed);
    await keeper.destroyFormer();
    return again;
  };
  const begin = async (sources: KeySources) => {
    const { sealed, secret } = await keeperOf(sources).newCodes(ANNA, "anna");
    return { sealed, opens: (keeper: KeySources, text: string) => opens(keeper, text, secret) };
  };
  const opens = async (sources: KeySources, text: string, secret: string) =>
    (await keeperOf(sources).counterOf(ANNA, text, codeAt(secret))) !== undefined;

  it("replaces the data folder's own, and what was sealed before opens by the new one only", async () => {
    const folder = await newFolder();
    const { sealed, opens } = await begin({ folder });
    const before = await readFile(ownKey(folder), "utf8");
    const again = await change({ folder, next: {} }, sealed);
    expect(await opens({ folder }, again)).toBe(true);
    await expect(opens({ folder }, sealed)).rejects.toThrow(keyIdOf(sealed));
    expect(await readdir(join(folder, "keys"))).toEqual(["master.key"]);
    expect(await readFile(ownKey(folder), "utf8")).not.toBe(before);
  });

  it("that was interrupted opens what is sealed by either key, and is completed by whoever comes next", async () => {
    const folder = await newFolder();
    const { sealed, opens } = await begin({ folder });
    const half = await keeperOf({ folder, next: {} }).sealCodes(ANNA, sealed);
    expect([await opens({ folder }, sealed), await opens({ folder }, half)]).toEqual([true, true]);
    expect(await idOf({ folder })).toBe(keyIdOf(half));
    const whole = await change({ folder }, sealed);
    expect(keyIdOf(whole)).toBe(keyIdOf(half));
    expect(await readdir(join(folder, "keys"))).toEqual(["master.key"]);
    expect(await opens({ folder }, half)).toBe(true);
  });

  it("goes over to a key kept elsewhere, destroys the folder's own, and comes back", async () => {
    const folder = await newFolder();
    const from = `file:${await keyFile()}`;
    const { sealed, opens } = await begin({ folder });
    const elsewhere = await change({ folder, next: { from } }, sealed);
    expect([existsSync(ownKey(folder)), await opens({ folder, from }, elsewhere)]).toEqual([false, true]);
    const back = await change({ folder, from, next: {} }, elsewhere);
    expect([existsSync(ownKey(folder)), await opens({ folder }, back)]).toEqual([true, true]);
  });

  it("makes no key before something is sealed by it", async () => {
    const folder = await newFolder();
    const { sealed, opens } = await begin({ folder });
    expect(await opens({ folder, next: {} }, sealed)).toBe(true);
    expect(await idOf({ folder, next: {} })).toBe(keyIdOf(sealed));
    expect(await readdir(join(folder, "keys"))).toEqual(["master.key"]);
  });

  it("to the same key, or from none, is refused", async () => {
    const folder = await newFolder();
    const from = `file:${await keyFile()}`;
    await expect(idOf({ folder, from, next: { from } })).rejects.toThrow("没有更换");
    await expect(idOf({ folder, next: { from } })).rejects.toThrow("没有可更换的");
    expect(await readdir(folder)).toEqual([]);
  });
});
