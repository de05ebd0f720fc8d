import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { program } from "./program.ts";
import { type Browser, Served } from "./testing/served.ts";

const FIXTURE = fileURLToPath(new URL("../../../fixtures/wansheng-2023", import.meta.url));

describe("mingzhang serve", () => {
  it("publishes files that are byte-equal to those of mingzhang build and mingzhang evaluate", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mingzhang-serve-"));
    const served = new Served(folder);
    try {
      await served.start();
      const files = await publish(served);
      const out = join(folder, "out");
      const silent = { out: () => undefined, error: () => undefined, interactive: false };
      expect(await program(["build", FIXTURE, "--out", out], silent)).toBe(0);
      expect(files).toEqual(await digestsBelow(out));
      const evaluated = await publishEvaluation(served);
      const expected = join(folder, "evaluated");
      // Its exit code says that scores and execution disagree somewhere.
      expect(await program(["evaluate", await frozenYear(folder), "--out", expected], silent)).toBe(1);
      expect(evaluated).toEqual(await digestsBelow(expected));
    } finally {
      await served.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }, 240_000);
});

/** Takes the demonstration's budget all the way; the digests of the published files by their paths. */
async function publish(served: Served): Promise<Readonly<Record<string, string>>> {
  const { as, params } = await signedIn(served);
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
  return publishedFiles(as("publisher"), params.budget, "budget");
}

/** Everybody whom the steps need, and the demonstration's budget. */
async function signedIn(served: Served) {
  const people = new Map<string, Browser>();
  for (const account of ["editor", "head", "bureau", "confidentiality", "publisher"])
    people.set(account, await served.signIn(account));
  const as = (account: string) => people.get(account) as Browser;
  const [budget] = (await as("editor").call("budgets", {})).budgets;
  return { as, params: { budget: budget?.id ?? "" } };
}

/** Enters the year of the published budget and takes its self-evaluation all the way. */
async function publishEvaluation(served: Served): Promise<Readonly<Record<string, string>>> {
  const { as, params } = await signedIn(served);
  const files = new FormData();
  for (const name of await yearFiles())
    files.append("files", new File([new Uint8Array(await readFile(join(FIXTURE, "year", name)))], name));
  const { revision } = await as("editor").call("importWorkbook", { params, files });
  for (const [account, action] of [
    ["editor", "submit-evaluation"],
    ["head", "sign-evaluation"],
    ["bureau", "forward-evaluation"],
    ["bureau", "accept-evaluation"],
  ] as const)
    await as(account).call("step", { params, body: { action, revision } });
  const { findings } = await as("publisher").call("scanYear", { params });
  const acknowledged = findings.map(({ key }) => key);
  const body = { action: "publish-evaluation", revision, acknowledged } as const;
  await as("publisher").call("step", { params, body });
  return publishedFiles(as("publisher"), params.budget, "self-evaluation");
}

/** The year's sheets that its own body enters. */
async function yearFiles(): Promise<readonly string[]> {
  const names = await readdir(join(FIXTURE, "year"));
  return names.filter((name) => name.endsWith(".csv") && name !== "reviews.csv");
}

/** The example with its year as it is frozen: without who recorded what and what people called their files. */
async function frozenYear(folder: string): Promise<string> {
  const frozen = join(folder, "frozen");
  await cp(FIXTURE, frozen, { recursive: true });
  await rm(join(frozen, "year", "reviews.csv"));
  const path = join(frozen, "year", "records.csv");
  const [heading = "", ...lines] = (await readFile(path, "utf8")).split("\n");
  expect(heading.endsWith(",attachment,attachment_sha256,recorded_by")).toBe(true);
  await writeFile(
    path,
    [heading, ...lines.map((line) => line.replace(/,[^,]*,([^,]*),[^,]*$/, ",,$1,"))].join("\n"),
  );
  return frozen;
}

async function publishedFiles(person: Browser, budget: string, document: "budget" | "self-evaluation") {
  for (;;) {
    const { publications } = await person.call("publications", {});
    const publication = publications.find((each) => each.budgetId === budget && each.document === document);
    const [job] = (await person.call("jobs", {})).jobs;
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
