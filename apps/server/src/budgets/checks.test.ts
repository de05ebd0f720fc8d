import { loadSolver } from "@mingzhang/solver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkEntry } from "../api/index.ts";
import { openDatabase } from "../database/database.ts";
import { createApp } from "../http/app.ts";
import { openBroadcast } from "../http/broadcast.ts";
import { fixtureFiles, insertion, openWorkspace, signIn, type Workspace } from "../testing/workspace.ts";
import { type Checks, openChecks } from "./checks.ts";

describe("checking a budget on the server", () => {
  let workspace: Workspace;
  let params: { budget: string };
  beforeAll(async () => {
    workspace = await openWorkspace();
    const editor = await workspace.signIn("editor");
    const { id } = await editor.call("openBudget", {
      body: { bodyId: workspace.body("216"), year: 2023 },
    });
    params = { budget: id };
    await editor.call("importWorkbook", { params, files: fixtureFiles() });
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  it("judges figures rounded as they are published, not conventionally", async () => {
    const editor = await workspace.signIn("editor");
    const { sheets } = await editor.call("sheets", { params });
    const published = checkEntry(sheets, undefined, { mode: "consistent", solve: await loadSolver() });
    const { findings, counts } = await editor.call("check", { params });
    expect(findings).toEqual(JSON.parse(JSON.stringify(published.findings)));
    expect(counts).toEqual(published.counts);
    expect(published.findings).not.toEqual(checkEntry(sheets).findings);
  });

  it("keeps neither a connection nor the server while a budget is being checked", async () => {
    const { checks, release, asked } = heldChecks();
    const database = openDatabase(workspace.url, { application: 1, system: 1 });
    const broadcast = await openBroadcast(workspace.url);
    const app = createApp({
      database,
      broadcast,
      checks,
      keeper: workspace.options.keeper,
      version: "test",
      today: () => "2023-03-01",
      secure: false,
      security: workspace.options.security,
      strict: true,
      report: (error) => workspace.faults.push(error),
    });
    try {
      const editor = await signIn(app, "editor");
      const check = editor.call("check", { params });
      await asked;
      const edit = { id: crypto.randomUUID(), changes: [insertion("notes", { note: "其间" })] };
      const { revision } = await editor.call("edit", { params, body: edit });
      release();
      expect((await check).revision).toBe(revision - 1);
    } finally {
      await broadcast.close();
      await database.close();
    }
  });

  it("refuses a step where the entry was changed while it was being checked", async () => {
    const { checks, release, asked } = heldChecks();
    const editor = await signIn(createApp({ ...workspace.options, checks }), "editor");
    const { revision } = await editor.call("budget", { params });
    const submitting = editor.refusal(editor.call("step", { params, body: { action: "submit", revision } }));
    await asked;
    const edit = { id: crypto.randomUUID(), changes: [insertion("notes", { note: "改动" })] };
    await editor.call("edit", { params, body: edit });
    release();
    expect(await submitting).toMatchObject({ status: 409 });
  });

  it("ends the thread of a budget that takes too much memory, says so, and goes on", async () => {
    const checks = openChecks({ megabytes: 24 });
    const content = JSON.stringify([{ sheet: "notes", rows: Array(400_000).fill({ id: "", cells: {} }) }]);
    await expect(checks.scan({ content, unit: undefined })).rejects.toMatchObject({ code: "too-large" });
    expect(await checks.scan({ content: "[]", unit: undefined })).toEqual([]);
    await checks.close();
  });
});

/** Checks that end when they are told to. */
function heldChecks() {
  let release = () => {};
  const held = new Promise<void>((end) => {
    release = end;
  });
  let begin = () => {};
  const asked = new Promise<void>((end) => {
    begin = end;
  });
  const checks: Checks = {
    check: async () => {
      begin();
      await held;
      return { findings: [], counts: { error: 0, warning: 0, notice: 0 }, isPublishable: true };
    },
    scan: async () => [],
    year: () => Promise.reject(new Error("no year is asked for")),
    workbook: () => Promise.reject(new Error("no workbook is asked for")),
    close: async () => undefined,
  };
  return { checks, release: () => release(), asked };
}
