import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Budget, disclose, type Fen, findProfile, readBudget } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { expect, it } from "vitest";
import { compare } from "./compare.ts";

const fixture = fileURLToPath(new URL("../../../../fixtures/wansheng-2023/", import.meta.url));
const files = readdirSync(fixture).filter((name) => name.endsWith(".csv"));
const entries = files.map((name) => ({ name, bytes: new Uint8Array(readFileSync(fixture + name)) }));
const { budget } = readBudget((await readLedger(entries)).sheets);
if (budget === undefined) throw new Error("the example cannot be read");

const disclosed = (of: Budget) => {
  const profile = findProfile(of.department.profile);
  if (profile === undefined) throw new Error("no profile");
  return disclose(of, profile);
};
const more = (of: Budget, fen: bigint): Budget => ({
  ...of,
  lines: of.lines.map((line, index) =>
    index === 0 ? { ...line, amount: (line.amount + fen) as Fen } : line,
  ),
});

it("nothing is marked between a budget and itself", () => {
  const { figures, left, right } = compare(disclosed(budget), disclosed(budget));
  expect(figures.length).toBeGreaterThan(100);
  expect(figures.filter((one) => one.left !== one.right)).toEqual([]);
  expect([left.figures, left.sentences, right.figures, right.sentences]).toEqual([[], [], [], []]);
});

it("what an amount is summed into is marked on both pages, in tables and in sentences", () => {
  const { figures, left, right } = compare(disclosed(budget), disclosed(more(budget, 1_000_000n)));
  const totals = figures.filter(
    ({ left: before, right: after }) => before === "300.32" && after === "301.32",
  );
  expect(totals.length).toBeGreaterThan(2);
  expect(left.figures.length).toBe(right.figures.length);
  expect(right.sentences.length).toBeGreaterThan(0);
});

it("a sentence that only names another year is not marked", () => {
  const later = (year: number) => year + 1;
  const next: Budget = {
    ...budget,
    department: { ...budget.department, year: later(budget.department.year), assetsAsOf: "2023年12月底" },
    lines: budget.lines.map((line) => ({ ...line, year: later(line.year) })),
    priorLines: budget.priorLines.map((line) => ({ ...line, year: later(line.year) })),
    priorItems: budget.priorItems.map((item) => ({ ...item, year: later(item.year) })),
  };
  expect(compare(disclosed(budget), disclosed(next)).right.sentences).toEqual([]);
});
