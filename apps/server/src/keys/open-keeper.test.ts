import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeAt } from "../testing/codes.ts";
import { until } from "../testing/workspace.ts";
import { type OpenKeeper, openKeeper } from "./open-keeper.ts";

const PERSON = "11111111-1111-4111-8111-111111111111";

let folder = "";
let keeper: OpenKeeper;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingzhang-keeper-"));
  keeper = openKeeper({ folder });
});
afterAll(async () => {
  keeper.close();
  await rm(folder, { recursive: true });
});

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("the keeper's process", () => {
  it("is another one, started when it is first needed", async () => {
    expect(keeper.pid).toBeUndefined();
    const sealed = await keeper.sealPassword("secret");
    expect(keeper.pid).not.toBe(process.pid);
    expect(isRunning(keeper.pid ?? 0)).toBe(true);
    expect(await keeper.openPassword(sealed)).toBe("secret");
  });

  it("is followed by another when it is killed, also in the middle of work", async () => {
    const { sealed, secret } = await keeper.newCodes(PERSON, "anna");
    const [before] = await keeper.keyIds(false);
    for (let round = 0; round < 5; round++) {
      const asked = Array.from({ length: 20 }, () => keeper.counterOf(PERSON, sealed, codeAt(secret)));
      const killed = keeper.pid ?? 0;
      process.kill(killed, "SIGKILL");
      expect((await Promise.all(asked)).every((counter) => counter !== undefined)).toBe(true);
      expect(keeper.pid).not.toBe(killed);
    }
    expect(await keeper.keyIds(false)).toEqual([before]);
  });

  it("says in both languages why it cannot have the key", async () => {
    const without = openKeeper({ folder, from: "file:/nowhere/key" });
    const failed = await without.sealPassword("secret").catch((error: unknown) => error);
    expect(failed).toMatchObject({
      text: { zh: expect.stringContaining("读不了"), en: expect.stringContaining("cannot be read") },
    });
    without.close();
  });

  it.skipIf(process.platform === "win32")(
    "goes on where all are told to end, and opens itself to no debugger",
    async () => {
      const sealed = await keeper.sealPassword("secret");
      const { pid = 0 } = keeper;
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1"] as const) process.kill(pid, signal);
      expect(await keeper.openPassword(sealed)).toBe("secret");
      expect(keeper.pid).toBe(pid);
    },
  );

  it("ends when it is closed, and with its server when that is killed", async () => {
    const { pid = 0 } = keeper;
    keeper.close();
    await until(
      async () => isRunning(pid),
      (runs) => !runs,
    );
    const server = fork(fileURLToPath(new URL("../../dist/keys/keeper-process.js", import.meta.url)));
    expect(server.pid).toBeDefined();
    const ended = once(server, "exit");
    server.disconnect();
    expect(await ended).toEqual([0, null]);
  });
});
