import { describe, expect, it } from "vitest";
import type { TableConcept } from "../pack/pack.ts";
import { areSeveralPacks, type FileIdentity, packsAmong } from "./several.ts";

const TABLES: readonly TableConcept[] = [
  "department-summary",
  "department-revenue",
  "department-expenditure",
];
const FUNDS: Pick<FileIdentity, "kind"> = { kind: "budget" };

/** A narrative with the cover of a body. */
const titled = (body: string, ...largest: number[]): FileIdentity => ({
  ...FUNDS,
  body,
  year: 2026,
  scope: "department",
  concepts: [],
  largest,
});
/** Tables, which need not name anybody. */
const tables = (total: number, said: Partial<FileIdentity> = {}): FileIdentity => ({
  ...FUNDS,
  concepts: TABLES,
  largest: [total, 10],
  ...said,
});
const annex = (said: Partial<FileIdentity> = {}): FileIdentity => ({
  ...FUNDS,
  concepts: ["project-performance"],
  largest: [],
  ...said,
});

describe("the files of one folder", () => {
  it.each([
    ["a narrative and its tables", [titled("某市商务局", 9_000_000), tables(9_000_000)]],
    ["tables in two formats", [tables(1, { body: "某市商务局" }), tables(1, { body: "市商务局" })]],
    ["a table a file", TABLES.map((concept) => ({ ...tables(1), concepts: [concept] }))],
    [
      "a unit's performance form beside its department's budget",
      [tables(1, { body: "某市商务局" }), annex({ body: "某市会展中心" })],
    ],
    [
      "what is no budget at all",
      [tables(1, { body: "甲局" }), { ...annex({ body: "乙局" }), kind: "other" }],
    ],
  ] satisfies [string, FileIdentity[]][])("can be one pack: %s", (_, files) => {
    expect(areSeveralPacks(files)).toBe(false);
  });

  it.each([
    ["tables of two bodies", [tables(1, { body: "某市商务局" }), tables(2, { body: "某市司法局" })]],
    ["tables of two years", [tables(1, { year: 2025 }), tables(1, { year: 2026 })]],
    ["narratives of two bodies", [titled("某市商务局"), titled("某市司法局")]],
    ["a budget and final accounts", [tables(1), tables(1, { kind: "final-accounts" })]],
  ] satisfies [string, FileIdentity[]][])("are several packs: %s", (_, files) => {
    expect(areSeveralPacks(files)).toBe(true);
  });

  it("go together by the name of the body or by the total, and stay alone where that is not sure", () => {
    const files = [
      titled("某市商务局", 80_000_000, 9_000_000),
      tables(9_000_050),
      titled("某市司法局", 7_000_000),
      tables(3, { body: "某市司法局", year: 2026 }),
      annex({ body: "某市司法局", year: 2026 }),
      titled("某市审计局", 5_000_000),
      annex(),
    ];
    expect(packsAmong(files)).toEqual([[0, 1], [2, 3, 4], [5], [6]]);
    // Tables of the department and of its own office fit a narrative alike.
    const twice = [titled("某市商务局"), tables(1, { body: "某市商务局" }), tables(2, { body: "市商务局" })];
    expect(packsAmong(twice)).toEqual([[0], [1], [2]]);
  });
});
