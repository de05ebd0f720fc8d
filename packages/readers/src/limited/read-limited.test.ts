import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocuments } from "../read-document.ts";
import { openLimitedReader, readDocumentsLimited } from "./read-limited.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingzhang-"));
});
afterAll(() => rm(folder, { recursive: true }));

const file = (name: string) => ({
  name,
  bytes: new TextEncoder().encode("某局2024年部门预算\n收入100万元。\n"),
});
const files = ["bad.txt", "good.txt"].map(file);

/** A reader that does something else with the file "bad.txt". */
async function module(name: string, bad: string): Promise<string> {
  const path = join(folder, `${name}.mjs`);
  const good = `process.send({ documents: [{ name: file.name }], findings: [] })`;
  await writeFile(
    path,
    `process.on("message", ({ file }) => { if (file.name === "bad.txt") { ${bad} } else ${good}; });`,
  );
  return path;
}

describe("reading within limits", () => {
  it("reads what reading without them does", async () => {
    expect(await readDocumentsLimited(files)).toEqual(await readDocuments(files));
    expect(await readDocumentsLimited([])).toEqual(await readDocuments([]));
  });

  it.each([
    ["read/too-slow", "for (;;);"],
    ["read/too-much-memory", "const all = []; for (;;) all.push(new Array(1e5).fill(0.5));"],
    ["read/crashed", "process.exit(1);"],
  ])("gives up the file that breaks them, says so, and goes on: %s", async (rule, bad) => {
    const within = {
      seconds: rule === "read/too-slow" ? 1 : 60,
      megabytes: 64,
      module: await module(rule.slice(5), bad),
    };
    const { documents, findings } = await readDocumentsLimited(files, { within });
    expect(documents.map(({ name }) => name)).toEqual(["good.txt"]);
    expect(findings.map((finding) => [finding.rule, finding.place?.file])).toEqual([[rule, "bad.txt"]]);
    for (const text of Object.values(findings[0]?.message ?? {})) expect(text).not.toBe("");
  });

  it("keeps its process from pack to pack, and starts another once one is broken", async () => {
    const counting = join(folder, "counting.mjs");
    await writeFile(
      counting,
      `process.on("message", ({ file }) => {
        if (file.name === "bad.txt") process.exit(1);
        process.send({ documents: [{ name: String(process.pid) }], findings: [] });
      });`,
    );
    const reader = openLimitedReader({ module: counting });
    const process = async () => (await reader.read([file("good.txt")])).documents[0]?.name;
    const first = await process();
    expect(first).toMatch(/^\d+$/);
    expect(await process()).toBe(first);
    expect((await reader.read([file("bad.txt")])).findings.map(({ rule }) => rule)).toEqual(["read/crashed"]);
    const second = await process();
    expect(second).not.toBe(first);
    reader.stop();
    expect(await process()).not.toBe(second);
    reader.stop();
  });
});
