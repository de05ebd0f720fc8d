import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readLedger } from "@mingzhang/readers";
import { recordsOf } from "@mingzhang/renderers";
import { checkEntry, type Row } from "@mingzhang/server/api";
import { loadSolver } from "@mingzhang/solver";
import { expect, it } from "vitest";
import { Compute } from "./compute.ts";
import type { Answer, Question } from "./messages.ts";

const fixture = fileURLToPath(new URL("../../../../fixtures/wansheng-2023/", import.meta.url));
const files = readdirSync(fixture).filter((name) => name.endsWith(".csv"));
const entries = files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(fixture + name)) }));
const records = recordsOf((await readLedger(entries)).sheets);
const sheets = [...records].map(([sheet, rows]) => ({
  sheet,
  rows: rows.map((record, index): Row => {
    const cells = Object.fromEntries(Object.entries(record).filter(([, text]) => text !== undefined));
    return { id: `${sheet}-${index}`, version: 1, position: index, cells: cells as Row["cells"] };
  }),
}));
const changed = sheets.map(({ sheet, rows }) => [sheet, rows] as const);

const checked = async (
  compute: Compute,
  question: Pick<Extract<Question, { kind: "check" }>, "rounding">,
) => {
  const answer: Answer = await compute.answer({
    kind: "check",
    turn: 1,
    changed,
    unit: undefined,
    ...question,
  });
  return answer.kind === "check" ? answer : undefined;
};

it("finds of figures as they are published what the server's gates find, where quick rounding finds other things", async () => {
  const compute = new Compute(loadSolver);
  const quick = await checked(compute, { rounding: "conventional" });
  const settled = await checked(compute, { rounding: "consistent" });
  const gate = checkEntry(sheets, undefined, { mode: "consistent", solve: await loadSolver() });
  expect(settled?.findings).toEqual(gate.findings);
  expect(settled?.counts).toEqual(gate.counts);
  expect(quick?.findings).not.toEqual(gate.findings);
});

it("keeps the page with conventional figures apart from what was checked as published", async () => {
  const compute = new Compute(loadSolver);
  await checked(compute, { rounding: "conventional" });
  const before = await compute.answer({ kind: "preview", turn: 2, rounding: "conventional" });
  await checked(compute, { rounding: "consistent" });
  expect(await compute.answer({ kind: "preview", turn: 2, rounding: "conventional" })).toEqual(before);
});
