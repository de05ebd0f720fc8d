import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { insertion, openWorkspace, type Workspace } from "../testing/workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(async () => {
  await workspace.close();
});

it("a budget copied from last year has its codes renewed, and says what is to be chosen", async () => {
  const { call } = await workspace.signIn("editor");
  const bodyId = workspace.body("216");
  const last = await call("openBudget", { body: { bodyId, year: 2023 } });
  expect(last.codeChanges).toEqual([]);
  const changes = ["2010308", "2013601"].map((functional) =>
    insertion("ledger", { year: "2023", functional, amount_yuan: "100.00" }),
  );
  await call("edit", { params: { budget: last.id }, body: { id: randomUUID(), changes } });

  const copy = await call("openBudget", { body: { bodyId, year: 2024, copyFrom: last.id } });
  expect(copy.codeChanges).toMatchObject([{ code: "2010308", kind: "to-choose", rows: 1 }]);
  const { sheets } = await call("sheets", { params: { budget: copy.id } });
  const cells = (sheet: string) =>
    sheets.find((one) => one.sheet === sheet)?.rows.map((row) => [row.cells.year, row.cells.functional]);
  expect(cells("ledger")).toEqual([
    ["2024", "2010308"],
    ["2024", "2013601"],
  ]);
  expect(cells("prior-year")).toEqual([
    ["2023", "2010308"],
    ["2023", "2013601"],
  ]);

  const again = await call("openBudget", { body: { bodyId, year: 2024, copyFrom: last.id } });
  expect([again.id, again.revision, again.codeChanges]).toEqual([copy.id, copy.revision, []]);
  expect(workspace.faults).toEqual([]);
});
