import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../database/database.ts";
import { type OpenKeeper, openKeeper } from "../keys/open-keeper.ts";
import { verifyLog } from "../log/verify.ts";
import { BACKENDS, temporaryCluster } from "../testing/postgres.ts";
import { fixtureFiles, openWorkspace, type Workspace } from "../testing/workspace.ts";
import { backUp } from "./backup.ts";
import { restore } from "./restore.ts";

describe("a backup", () => {
  let workspace: Workspace;
  let target: Awaited<ReturnType<typeof temporaryCluster>>;
  let file: string;
  let keeper: OpenKeeper;

  beforeAll(async () => {
    workspace = await openWorkspace();
    target = await temporaryCluster(BACKENDS.at(-1) ?? { name: "" });
    keeper = openKeeper({ folder: target.folder });
    file = join(workspace.folder, "backup.mzb");
    const editor = await workspace.signIn("editor");
    const { id } = await editor.call("openBudget", { body: { bodyId: workspace.body("216"), year: 2023 } });
    await editor.call("importWorkbook", { params: { budget: id }, files: fixtureFiles() });
    await backUp(workspace.url, file, new Date("2026-01-01T00:00:00Z"));
  });
  afterAll(async () => {
    await workspace.close();
    keeper.close();
    await target.remove();
  });

  it("that is cut off or changed restores nothing", async () => {
    const whole = await readFile(file);
    const changed = Buffer.from(whole);
    changed[whole.length >> 1] = (changed[whole.length >> 1] ?? 0) ^ 1;
    for (const bytes of [
      whole.subarray(0, whole.length - 9),
      whole.subarray(0, 40),
      changed,
      Buffer.from("no backup"),
    ]) {
      const damaged = join(workspace.folder, "damaged.mzb");
      await writeFile(damaged, bytes);
      await expect(restore(target.cluster.url, damaged, keeper)).rejects.toThrow("不是完整的备份");
    }
    await rm(join(workspace.folder, "damaged.mzb"));
  });

  it("restores to the same on another PostgreSQL, with the same log", async () => {
    const digestOf = async (url: string) => {
      const database = openDatabase(url);
      const { digest, whole } = await database.system(verifyLog).finally(() => database.close());
      return { digest, whole };
    };
    const { lostCodes } = await restore(target.cluster.url, file, keeper);
    expect(lostCodes).toEqual({ people: [], administrators: [] });
    expect(await digestOf(target.cluster.url)).toEqual({ ...(await digestOf(workspace.url)), whole: true });
  });

  it("is not restored over anything", async () => {
    await expect(restore(target.cluster.url, file, keeper)).rejects.toThrow("不是空的");
  });
});
