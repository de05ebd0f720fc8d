import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compose, disclose, PROFILES, readBudget } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { RENDERERS } from "@mingzhang/renderers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Blocker, BudgetHead, StepInput } from "./api/index.ts";
import type { BuildPack } from "./jobs/publish.ts";
import { startWorker, type Worker } from "./jobs/worker.ts";
import { BACKENDS } from "./testing/postgres.ts";
import { fixtureFiles, openWorkspace, type Person, until, type Workspace } from "./testing/workspace.ts";

type Asked = Omit<z.input<typeof StepInput>, "revision">;

/** Instead of the command line, whose own test compares the files: what it is given, as a file. */
const build: BuildPack = async ({ input, output, unit }) => {
  await mkdir(join(output, "data"), { recursive: true });
  await writeFile(join(output, "pack.json"), "{}");
  await writeFile(
    join(output, "data", "lines.csv"),
    `${unit ?? "department"}\n${await readFile(join(input, "ledger.csv"), "utf8")}`,
  );
  return { built: true, said: "" };
};

/** What the example's department publishes, as one web page. */
async function examplePage(): Promise<string> {
  const entries = await Promise.all(
    fixtureFiles()
      .getAll("files")
      .filter((file) => file instanceof File)
      .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const { budget } = readBudget((await readLedger(entries)).sheets);
  const profile = PROFILES.find(({ id }) => id === budget?.department.profile);
  const html = RENDERERS.find(({ id }) => id === "html");
  if (budget === undefined || profile === undefined || html === undefined) throw new Error("no example");
  const { bytes } = await html.render({ document: compose(disclose(budget, profile)), fonts: [] });
  return new TextDecoder().decode(bytes);
}

describe.each(BACKENDS)("a budget's way on $name", (backend) => {
  let workspace: Workspace;
  let worker: Worker;
  const people = new Map<string, Person>();

  beforeAll(async () => {
    workspace = await openWorkspace(backend);
    worker = await startWorker({
      url: workspace.url,
      build,
      report: (error) => workspace.faults.push(error),
    });
    const accounts = ["editor", "head", "department", "bureau", "confidentiality", "publisher", "auditor"];
    const units = ["editor@216001", "head@216001"];
    for (const account of [...accounts, ...units]) people.set(account, await workspace.signIn(account));
  });
  afterAll(async () => {
    await worker.stop();
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  const as = (account: string): Person => people.get(account) as Person;
  const open = (account: string, code: string) =>
    as(account).call("openBudget", { body: { bodyId: workspace.body(code), year: 2023 } });
  const headOf = (account: string, budget: string): Promise<BudgetHead> =>
    as(account).call("budget", { params: { budget } });
  const step = async (account: string, budget: string, asked: Asked) => {
    const { budgets } = await as("editor").call("budgets", {});
    const known = budgets.find(({ id }) => id === budget) ?? (await headOf(account, budget));
    return as(account).call("step", { params: { budget }, body: { revision: known.revision, ...asked } });
  };
  const blocked = async (work: Promise<unknown>): Promise<readonly string[]> => {
    const { status, details } = await as("editor").refusal(work);
    return status === 422 ? (details as Blocker[]).map(({ gate }) => gate) : [String(status)];
  };

  it("of a unit ends in its department's budget", async () => {
    const unit = await open("editor@216001", "216001");
    const params = { budget: unit.id };
    await as("editor@216001").call("importWorkbook", { params, files: fixtureFiles() });
    const whole = await open("editor", "216");
    const consolidate = () =>
      as("department").call("consolidate", {
        params: { budget: whole.id },
        body: { units: [workspace.body("216001")] },
      });
    expect((await as("department").refusal(consolidate())).status).toBe(400);
    expect((await as("department").refusal(headOf("department", unit.id))).status).toBe(403);
    const { revision } = await headOf("editor@216001", unit.id);
    const take = (account: string, action: "submit" | "sign" | "accept") =>
      as(account).call("step", { params, body: { action, revision } });
    await take("editor@216001", "submit");
    await take("head@216001", "sign");
    await take("department", "accept");
    const first = await consolidate();
    const again = await consolidate();
    expect(again.rows).toBe(first.rows);
    const sheet = await as("editor").call("sheet", { params: { budget: whole.id, sheet: "ledger" } });
    expect(sheet.rows.length).toBeGreaterThan(40);
  });

  it("leads through signatures, ceilings, comments and explanations to a publication", async () => {
    const { id } = await open("editor", "216");
    const params = { budget: id };
    expect(await blocked(step("editor", id, { action: "submit" }))).toContain("no-errors");
    const copy = fixtureFiles();
    await as("editor").call("importWorkbook", { params, files: copy });
    expect((await step("editor", id, { action: "submit" })).state).toBe("first-signing");
    expect((await as("editor").refusal(step("editor", id, { action: "sign" }))).status).toBe(403);
    expect(await blocked(step("head", id, { action: "return" }))).toEqual(["reason-given"]);
    await step("head", id, { action: "return", reason: "再核一遍" });
    await step("editor", id, { action: "submit" });
    await step("head", id, { action: "sign" });
    await step("bureau", id, { action: "accept" });
    const body = workspace.body("216");
    const ceiling = (amount: string) =>
      as("bureau").call("setControlFigures", {
        params: { body, year: 2023 },
        body: { figures: [{ kind: "total", ceiling: amount }] },
      });
    await ceiling("100.00");
    expect((await step("bureau", id, { action: "issue" })).state).toBe("second-draft");
    expect(await blocked(step("editor", id, { action: "submit" }))).toEqual(["within-ceilings"]);
    const { figures } = await as("editor").call("controlFigures", { query: { year: 2023, body } });
    expect(figures).toMatchObject([{ kind: "total", ceiling: "100.00", exceeded: true }]);
    await ceiling("99999999");
    await step("editor", id, { action: "submit" });
    await step("head", id, { action: "sign" });
    const said = await as("bureau").call("comment", {
      params,
      body: { anchor: { kind: "budget" }, text: "请说明公务接待费" },
    });
    expect(await blocked(step("bureau", id, { action: "approve", approvalDate: "2023-02-10" }))).toContain(
      "comments-resolved",
    );
    await step("bureau", id, { action: "return", reason: "见意见" });
    const resolve = { params: { budget: id, comment: said.id }, body: { resolved: true } };
    expect((await as("editor").refusal(as("editor").call("resolveComment", resolve))).status).toBe(403);
    const { findings } = await as("editor").call("check", { params });
    for (const { key, level } of findings)
      if (level === "warning")
        await as("editor").call("explain", { params, body: { key, text: "情况属实" } });
    await step("editor", id, { action: "submit" });
    await step("head", id, { action: "sign" });
    await as("bureau").call("resolveComment", resolve);
    expect(await blocked(step("bureau", id, { action: "approve" }))).toEqual(["approval-date-given"]);
    const approved = await step("bureau", id, { action: "approve", approvalDate: "2023-02-10" });
    expect([approved.state, approved.yearState]).toEqual(["approved", "year-open"]);
    const scanned = await as("confidentiality").call("scan", { params });
    const acknowledged = scanned.findings.map(({ key }) => key);
    await step("confidentiality", id, { action: "clear", acknowledged });
    expect((await step("publisher", id, { action: "publish" })).state).toBe("published");
  });

  it("ends in files with a manifest, which nobody can change", async () => {
    const [about] = await until(
      async () => (await as("publisher").call("publications", {})).publications,
      ([publication]) => (publication?.files.length ?? 0) > 0,
    );
    expect(about).toMatchObject({ version: 1, bodyName: "示例区档案局", superseded: false });
    expect(about?.files.map(({ path }) => path)).toEqual(["data/lines.csv"]);
    const file = await as("editor").fetch(
      `/api/publications/${about?.id}/file?path=${encodeURIComponent("data/lines.csv")}`,
    );
    expect(await file.text()).toMatch(/^department\n/);
    const outside = await as("editor").fetch(`/api/publications/${about?.id}/file?path=..%2F..%2Fpack.json`);
    expect(outside.status).toBe(404);
    const zip = await as("editor").fetch(`/api/publications/${about?.id}/pack.zip`);
    expect(new Uint8Array(await zip.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    await expect(
      workspace.database.system((sql) => sql.rows("delete from published_file")),
    ).rejects.toThrow();
    await expect(
      workspace.database.system((sql) => sql.rows("update version set reason = ''")),
    ).rejects.toThrow();
  });

  it("runs against the statutory clocks until the address is recorded", async () => {
    const mine = async () => {
      const { obligations } = await as("bureau").call("obligations", { query: { year: 2023 } });
      return obligations.find(({ bodyId }) => bodyId === workspace.body("216"));
    };
    workspace.setToday("2023-03-02");
    expect((await mine())?.clocks[0]).toMatchObject({ kind: "publish", due: "2023-03-02", daysLate: 0 });
    workspace.setToday("2023-03-05");
    expect(await mine()).toMatchObject({ status: "late" });
    const [publication] = (await as("publisher").call("publications", {})).publications;
    const recorded = {
      params: { publication: publication?.id ?? "" },
      body: { address: "https://example.gov.cn/2023", day: "2023-03-03" },
    };
    expect((await as("editor").refusal(as("editor").call("recordAddress", recorded))).status).toBe(403);
    await as("publisher").call("recordAddress", recorded);
    expect(await mine()).toMatchObject({
      status: "published",
      clocks: [{ met: "2023-03-03", daysLate: 1 }, {}],
    });
    const other = { body: workspace.body("300"), year: 2023, document: "budget" } as const;
    await as("bureau").call("exempt", { params: other, body: { exemption: "涉密部门" } });
    const { obligations } = await as("bureau").call("obligations", { query: { year: 2023 } });
    expect(obligations.find(({ bodyId }) => bodyId === other.body)).toMatchObject({ status: "exempt" });
  });

  it("goes on with a correction, which is a new version beside the old", async () => {
    const { id } = await open("editor", "216");
    await step("editor", id, { action: "correct", reason: "公务用车数有误" });
    await step("editor", id, { action: "submit" });
    await step("head", id, { action: "sign" });
    const scanned = await as("confidentiality").call("scan", { params: { budget: id } });
    await step("confidentiality", id, {
      action: "clear",
      acknowledged: scanned.findings.map(({ key }) => key),
    });
    await step("publisher", id, { action: "publish", reason: "更正公务用车数" });
    const { publications } = await as("editor").call("publications", {});
    expect(publications.map(({ version, superseded, reason }) => [version, superseded, reason])).toEqual([
      [2, false, "更正公务用车数"],
      [1, true, ""],
    ]);
    const { steps } = await as("editor").call("steps", { params: { budget: id } });
    expect(steps.slice(-5).map(({ action }) => action)).toEqual([
      "correct",
      "submit",
      "sign",
      "clear",
      "publish",
    ]);
  });

  it("is checked where a pack was made elsewhere, until its findings are closed", async () => {
    const pack = { body: workspace.body("300"), year: 2023, document: "budget" } as const;
    const upload = async (name: string, content: string) => {
      const files = new FormData();
      files.append("files", new File([content], name));
      const { id } = await as("bureau").call("uploadPack", { params: pack, files });
      return until(
        () => as("bureau").call("upload", { params: { upload: id } }),
        ({ counts }) => counts !== null,
      );
    };
    const page = await examplePage();
    const first = await upload("../预算<公开>.html", page.replaceAll("300.32", "310.32"));
    expect(first).toMatchObject({ round: 1, files: [{ name: "预算_公开_.html" }] });
    const states = async () => {
      const { findings } = await as("bureau").call("findings", { params: pack });
      return findings.map(({ id, key, state }) => ({ id, key, state }));
    };
    const found = await states();
    expect(new Set(found.map(({ state }) => state))).toEqual(new Set(["open"]));
    for (const { id } of found)
      await as("bureau").call("trackFinding", { params: { finding: id }, body: { state: "sent" } });
    const second = await upload("预算公开.html", page);
    expect(second.round).toBe(2);
    expect(second.counts?.error).toBeLessThan(first.counts?.error ?? 0);
    expect((await states()).filter(({ state }) => state === "closed").length).toBeGreaterThan(0);
    const sheet = await as("bureau").fetch(`/api/uploads/${second.id}/check-sheet.xlsx`);
    expect(sheet.status).toBe(200);
    const damaged = await upload("坏.zip", "PK\u0003\u0004 no archive");
    expect(damaged.readingFindings.length).toBeGreaterThan(0);
  });

  it("leaves a log that is whole", async () => {
    expect(await as("auditor").call("verifyLog", {})).toMatchObject({ whole: true });
  });
});
