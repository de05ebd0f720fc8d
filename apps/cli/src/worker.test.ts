import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Served } from "./testing/served.ts";

describe("mingzhang worker", () => {
  it("ends when it is told to, also in the middle of a job that takes long, and leaves it to the next", async () => {
    const data = await mkdtemp(join(tmpdir(), "mingzhang-worker-"));
    const served = new Served(data, ["--no-worker"]);
    try {
      await served.start();
      const bureau = await served.signIn("bureau");
      const [budget] = (await (await served.signIn("editor")).call("budgets", {})).budgets;
      const params = { body: budget?.bodyId ?? "", year: 2023, document: "budget" } as const;
      const { id, job } = await bureau.call("uploadPack", { params, files: largePack() });
      const stateOf = async () => (await bureau.call("job", { params: { job: job ?? "" } })).state;
      const worker = served.startWorker();
      while ((await stateOf()) !== "running") await sleep(50);
      const ended = once(worker, "exit");
      worker.kill("SIGTERM");
      expect(await ended).toEqual([0, null]);
      expect(await stateOf()).toBe("running");
      expect((await bureau.call("upload", { params: { upload: id } })).counts).toBeNull();
    } finally {
      await served.stop();
      await rm(data, { recursive: true, force: true });
    }
  }, 180_000);
});

/** Its audit takes minutes: far longer than a worker may take to end. */
function largePack(): FormData {
  const cells = (row: number) =>
    `<td>${2_010_000 + row}</td><td>科目${row}</td><td>${row}.00</td><td>${row}.00</td>`;
  const rows = Array.from({ length: 40_000 }, (_, row) => `<tr>${cells(row)}</tr>`).join("");
  const heading = "<tr><th>科目编码</th><th>科目名称</th><th>合计</th><th>基本支出</th></tr>";
  const page = `<html><body><h1>部门预算</h1><p>支出预算总表</p><table>${heading}${rows}</table></body></html>`;
  const files = new FormData();
  files.append("files", new File([page], "预算公开.html"));
  return files;
}
