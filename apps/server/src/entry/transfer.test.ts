import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Change } from "../api/index.ts";
import { insertion, openWorkspace, type Person, type Workspace } from "../testing/workspace.ts";

describe("taking units' rows into a department's budget", () => {
  let workspace: Workspace;
  const people = new Map<string, Person>();
  const as = (account: string) => people.get(account) as Person;

  beforeAll(async () => {
    workspace = await openWorkspace();
    for (const account of ["editor", "department", "editor@216001", "editor@216002"])
      people.set(account, await workspace.signIn(account));
  });
  afterAll(async () => {
    expect(workspace.faults).toEqual([]);
    await workspace.close();
  });

  const begin = async (account: string, code: string): Promise<string> =>
    (await as(account).call("openBudget", { body: { bodyId: workspace.body(code), year: 2023 } })).id;
  const edit = (account: string, budget: string, ...changes: readonly unknown[]) =>
    as(account).call("edit", {
      params: { budget },
      body: { id: randomUUID(), changes: changes as Change[] },
    });

  it("takes them in the order of the units' codes, whoever began first and however they are asked for", async () => {
    const whole = await begin("editor", "216");
    for (const code of ["216002", "216001"]) {
      const unit = await begin(`editor@${code}`, code);
      await edit(`editor@${code}`, unit, insertion("reasons", { reason: code }));
      await workspace.database.system((sql) =>
        sql.rows("update budget set state = 'first-accepted' where id = $1", [unit]),
      );
    }
    for (const units of [
      ["216002", "216001"],
      ["216001", "216002"],
    ]) {
      await as("department").call("consolidate", {
        params: { budget: whole },
        body: { units: units.map((code) => workspace.body(code)) },
      });
      const { rows } = await as("editor").call("sheet", { params: { budget: whole, sheet: "reasons" } });
      expect(rows.map(({ cells }) => cells.reason)).toEqual(["216001", "216002"]);
    }
  });

  it("tells of a changed row in which sheet it stands", async () => {
    const budget = await begin("editor", "216");
    const row = insertion("reasons", { reason: "甲" });
    await edit("editor", budget, row);
    await edit("editor", budget, {
      kind: "set",
      sheet: "reasons",
      row: row.row,
      field: "reason",
      from: "甲",
      to: "乙",
    });
    const { entries } = await as("editor").call("history", {
      params: { budget },
      query: { rows: String(row.row) },
    });
    expect(entries.map(({ operation, sheet }) => [operation, sheet])).toEqual([
      ["update", "reasons"],
      ["insert", "reasons"],
    ]);
  });
});
