import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { crashRounds } from "./testing/crash-rounds.ts";
import { Served } from "./testing/served.ts";

describe("a workspace whose processes are killed", () => {
  it("loses no acknowledged edit, doubles none, keeps its log whole and finishes its jobs", async () => {
    const data = await mkdtemp(join(tmpdir(), "mingzhang-crash-"));
    const served = new Served(data);
    try {
      await served.start();
      const report = await crashRounds(served, {
        rounds: 3,
        writers: 2,
        random: () => 0.3,
        progress: () => undefined,
      });
      expect(report).toMatchObject({
        killed: { server: 1, database: 1, worker: 1 },
        lost: 0,
        doubled: 0,
        logFaults: 0,
        unfinishedJobs: 0,
      });
      expect(report.acknowledged).toBeGreaterThan(6);
    } finally {
      await served.stop();
      await rm(data, { recursive: true, force: true });
    }
  }, 180_000);
});
