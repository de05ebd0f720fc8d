import { chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../store.ts";
import { BACKENDS, temporaryCluster } from "../testing/postgres.ts";
import { databasePassword, sealPasswordAgain } from "./database-password.ts";
import { keeperOf } from "./keeper.ts";
import { keyIdOf } from "./sealed-text.ts";

let temporary = "";
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "mingzhang-password-"));
});
afterAll(() => rm(temporary, { recursive: true }));

const newFolder = () => mkdtemp(join(temporary, "data-"));
const stored = (folder: string) => readFile(join(folder, "database-password"), "utf8");

describe("the password of the data folder's database", () => {
  it("is made once, and its file holds it sealed", async () => {
    const folder = await newFolder();
    const password = await databasePassword(folder, keeperOf({ folder }));
    expect(password).toMatch(/^[0-9a-f]{48}$/);
    expect(await databasePassword(folder, keeperOf({ folder }))).toBe(password);
    expect(keyIdOf(await stored(folder))).toBeDefined();
    if (process.platform === "win32") return;
    expect((await stat(join(folder, "database-password"))).mode & 0o777).toBe(0o600);
  });

  it("is not made anew where its file is there and cannot be read", async () => {
    const folder = await newFolder();
    await mkdir(join(folder, "database-password"));
    await expect(databasePassword(folder, keeperOf({ folder }))).rejects.toThrow("读不了");
    expect(await readdir(folder)).toEqual(["database-password"]);
  });

  it.runIf(process.getuid?.() === 0)("belongs to the folder's owner, also where root writes it", async () => {
    const folder = await newFolder();
    await chown(folder, 12_345, 23_456);
    await databasePassword(folder, keeperOf({ folder }));
    for (const name of ["database-password", "keys", "keys/master.key"]) {
      const { uid, gid } = await stat(join(folder, name));
      expect([name, uid, gid]).toEqual([name, 12_345, 23_456]);
    }
  });

  it("goes over to a new key, and opens by either where that was interrupted", async () => {
    const folder = await newFolder();
    const password = await databasePassword(folder, keeperOf({ folder }));
    const changing = keeperOf({ folder, next: {} });
    const [next] = await changing.keyIds(true);
    expect(await databasePassword(folder, changing)).toBe(password);
    expect(keyIdOf(await stored(folder))).not.toBe(next);
    const following = keeperOf({ folder });
    await sealPasswordAgain(folder, following);
    await following.destroyFormer();
    expect(keyIdOf(await stored(folder))).toBe(next);
    expect(await databasePassword(folder, keeperOf({ folder }))).toBe(password);
  });

  it("that an earlier version kept in clear is sealed, and its database found again, running or not", async () => {
    const { folder, cluster, password } = await temporaryCluster(BACKENDS[0] as never);
    try {
      await writeFile(join(folder, "database-password"), `${password}\n`);
      const running = await openStore({ data: folder });
      expect(running.url).toBe(cluster.url);
      expect(keyIdOf(await stored(folder))).toBeDefined();
      await running.close();
      const stopped = await openStore({ data: folder });
      expect(stopped.url).toBe(cluster.url);
      await stopped.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
