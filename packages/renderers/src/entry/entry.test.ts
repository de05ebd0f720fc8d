import { readdirSync, readFileSync } from "node:fs";
import { BUDGET_SHEETS, type Budget, fen, GUIDE_SHEETS, readBudget } from "@mingzhang/core";
import { type LedgerEntry, readLedger } from "@mingzhang/readers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCsvFolder, writeEntryWorkbook } from "./index.ts";

const FIXTURE = new URL("../../../../fixtures/wansheng-2023/", import.meta.url);
const OPTIONS = { year: 2023, profile: "chongqing-district" };

const fixture = await budgetOf(
  readdirSync(FIXTURE)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, bytes: readFileSync(new URL(name, FIXTURE)) })),
);

async function budgetOf(entries: readonly LedgerEntry[]): Promise<Budget> {
  const { sheets, findings } = await readLedger(entries);
  const read = readBudget(sheets);
  const errors = [...findings, ...read.findings].filter(({ level }) => level === "error");
  if (read.budget === undefined) throw new Error(errors.map(({ message }) => message.zh).join("\n"));
  return { ...read.budget, lines: read.budget.lines.map(({ place: _, ...line }) => line) };
}

const asWorkbook = async (budget: Budget) => [
  { name: "budget.xlsx", bytes: await writeEntryWorkbook(budget, OPTIONS) },
];

test("a budget comes back from the workbook as it went in, and reading it finds nothing wrong", async () => {
  const entries = await asWorkbook(fixture);
  expect(await budgetOf(entries)).toEqual(fixture);
  const { sheets } = await readLedger(entries);
  const wrong = readBudget(sheets).findings.filter(({ level }) => level !== "notice");
  expect(wrong.map(({ message }) => message.zh)).toEqual([]);
});

test("a budget comes back from the CSV folder as it went in", async () => {
  expect(await budgetOf(writeCsvFolder(fixture))).toEqual(fixture);
});

test("the CSV folder of the fixture is the fixture, byte for byte", () => {
  const written = writeCsvFolder(fixture).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]);
  const kept = written.map(([name = ""]) => [name, readFileSync(new URL(name, FIXTURE), "utf8")]);
  expect(written).toEqual(kept);
});

test("the same budget gives the same bytes", async () => {
  const [first, second] = [
    await writeEntryWorkbook(fixture, OPTIONS),
    await writeEntryWorkbook(fixture, OPTIONS),
  ];
  expect(Buffer.compare(first, second)).toBe(0);
});

const hostile = fc
  .string({
    unit: fc.constantFrom(
      "预",
      "算",
      "=",
      "+",
      "-",
      "@",
      '"',
      "'",
      ",",
      "，",
      "；",
      "1",
      "%",
      "_x0041_",
      "<",
      "&",
    ),
  })
  .map((text) => `a${text}z`);
const leading = fc
  .tuple(fc.constantFrom("=", "+", "-", "@", "'", '"', "０"), hostile)
  .map((parts) => parts.join(""));
const text = fc.oneof(hostile, leading);
const amount = fc.bigInt({ min: 1n, max: 10n ** 14n }).map(fen);

const budgets = fc
  .record({
    amounts: fc.array(amount, { minLength: fixture.lines.length, maxLength: fixture.lines.length }),
    mandate: fc.array(text, { minLength: 1, maxLength: 3 }),
    reason: text,
    note: text,
    contact: text,
    unit: text,
    summary: text,
  })
  .map(
    ({ amounts, mandate, reason, note, contact, unit, summary }): Budget => ({
      ...fixture,
      department: { ...fixture.department, mandate, contact },
      units: fixture.units.map((each) => ({ ...each, name: `${each.id}${unit}` })),
      lines: fixture.lines.map((line, index) => ({ ...line, amount: amounts[index] ?? line.amount })),
      projects: fixture.projects.map((project) => ({ ...project, summary })),
      reasons: fixture.reasons.map((each) => ({ ...each, reason })),
      notes: [...fixture.notes, { text: note }],
    }),
  );

test("any texts and amounts come back from the CSV folder", async () => {
  await fc.assert(
    fc.asyncProperty(budgets, async (budget) => {
      expect(await budgetOf(writeCsvFolder(budget))).toEqual(budget);
    }),
    { numRuns: 30 },
  );
});

test("any texts and amounts come back from the workbook", async () => {
  await fc.assert(
    fc.asyncProperty(budgets, async (budget) => {
      expect(await budgetOf(await asWorkbook(budget))).toEqual(budget);
    }),
    // A workbook with its lists takes a second: few runs, and the first failure as it is.
    { numRuns: 5, endOnFailure: true },
  );
}, 120_000);

test("a blank workbook lacks only what an office has to fill in", async () => {
  const bytes = await writeEntryWorkbook(undefined, {
    year: 2026,
    profile: "chongqing-district",
    region: "示例区",
  });
  const { sheets, findings } = await readLedger([{ name: "blank.xlsx", bytes }]);
  const rules = new Set(readBudget(sheets).findings.map(({ rule }) => rule));
  expect(findings).toEqual([]);
  expect([...rules].sort()).toEqual(["ledger/empty-field"]);
});

test("the workbook has a guide that readers know and the schema's sheets in their order", async () => {
  const { sheets } = await readLedger(await asWorkbook(fixture));
  const visible = sheets.filter(({ hidden }) => !hidden).map(({ name }) => name);
  expect(visible.slice(1)).toEqual(BUDGET_SHEETS.map(({ title }) => title));
  expect(GUIDE_SHEETS).toContain(visible[0]);
});
