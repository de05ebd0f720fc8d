import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { program } from "./program.ts";
import { type Browser, Served } from "./testing/served.ts";

const FIXTURE = fileURLToPath(new URL("../../../fixtures/wansheng-2023", import.meta.url));

describe("mingzhang serve", () => {
  it("publishes files that are byte-equal to those of mingzhang build", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mingzhang-serve-"));
    const served = new Served(folder);
    try {
      await served.start();
      const files = await publish(served);
      const out = join(folder, "out");
      const silent = { out: () => undefined, error: () => undefined, interactive: false };
      expect(await program(["build", FIXTURE, "--out", out], silent)).toBe(0);
      expect(files).toEqual(await digestsBelow(out));
    } finally {
      await served.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }, 240_000);
});

/** Takes the demonstration's budget all the way; the digests of the published files by their paths. */
async function publish(served: Served): Promise<Readonly<Record<string, string>>> {
  const people = new Map<string, Browser>();
  for (const account of ["editor", "head", "bureau", "confidentiality", "publisher"])
    people.set(account, await served.signIn(account));
  const as = (account: string) => people.get(account) as Browser;
  const [budget] = (await as("editor").call("budgets", {})).budgets;
  const params = { budget: budget?.id ?? "" };
  const { revision, findings } = await as("editor").call("check", { params });
  for (const { key, level } of findings)
    if (level === "warning") await as("editor").call("explain", { params, body: { key, text: "情况属实" } });
  const step = (account: string, action: "submit" | "sign" | "accept" | "issue" | "publish") =>
    as(account).call("step", { params, body: { action, revision } });
  for (const round of ["first", "second"]) {
    await step("editor", "submit");
    await step("head", "sign");
    if (round === "second") break;
    await step("bureau", "accept");
    await step("bureau", "issue");
  }
  const approval = { action: "approve", revision, approvalDate: "2023-02-10" } as const;
  await as("bureau").call("step", { params, body: approval });
  const scan = await as("confidentiality").call("scan", { params });
  const acknowledged = scan.findings.map(({ key }) => key);
  await as("confidentiality").call("step", { params, body: { action: "clear", revision, acknowledged } });
  await step("publisher", "publish");
  for (;;) {
    const [publication] = (await as("publisher").call("publications", {})).publications;
    const [job] = (await as("publisher").call("jobs", {})).jobs;
    if (job?.state === "failed") throw new Error(job.message.zh);
    if (publication !== undefined && publication.files.length > 0)
      return Object.fromEntries(publication.files.map(({ path, sha256 }) => [path, sha256]));
    await sleep(200);
  }
}

async function digestsBelow(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const digests: Record<string, string> = {};
  for (const entry of entries) {
    if (!entry.isFile() || entry.name === "pack.json") continue;
    const path = join(entry.parentPath, entry.name);
    const digest = createHash("sha256").update(await readFile(path));
    digests[relative(folder, path).split(sep).join("/")] = digest.digest("hex");
  }
  return digests;
}
