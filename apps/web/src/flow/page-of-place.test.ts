import { describe, expect, it } from "vitest";
import type { Sheets } from "../entry/sheets.ts";
import { pageOfPlace } from "./page-of-place.ts";

const ROW = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
const NONE: Sheets = new Map();
const holding = (sheet: string): Sheets => new Map([[sheet, [{ id: ROW, version: 1, cells: {} } as never]]]);
const page = (
  anchor: Parameters<typeof pageOfPlace>[0],
  known: Partial<Parameters<typeof pageOfPlace>[1]> = {},
) => pageOfPlace(anchor, { findings: [], sheets: NONE, yearIsOpen: true, ...known });

describe("the page of a place", () => {
  it.each([
    ["ledger", "entry"],
    ["indicators", "entry"],
    ["records", "year/records"],
    ["progress", "year/records"],
    ["payments", "year/money"],
    ["adjustments", "year/money"],
    ["target-changes", "year/targets"],
  ])("of a row of %s is %s", (sheet, expected) => {
    expect(page({ kind: "row", sheet, row: ROW })).toBe(expected);
  });

  it("of a finding is that of the sheet in which it was found", () => {
    const key = `performance/any|${ROW}||`;
    expect(page({ kind: "finding", key }, { findings: [{ key, sheet: "payments" }] })).toBe("year/money");
    expect(page({ kind: "finding", key }, { findings: [{ key }] })).toBe("entry");
  });

  it("of a finding that is gone is where its row still stands", () => {
    const anchor = { kind: "finding", key: `any|${ROW}|amount_yuan|` } as const;
    expect(page(anchor, { sheets: holding("payments") })).toBe("year/money");
    expect(page(anchor, { sheets: holding("ledger") })).toBe("entry");
  });

  it("of a finding whose row is not among the budget's is in the year, once that has begun", () => {
    const anchor = { kind: "finding", key: `any|${ROW}||` } as const;
    expect(page(anchor)).toBe("year/records");
    expect(page(anchor, { yearIsOpen: false })).toBe("entry");
    expect(page({ kind: "finding", key: "any|||of the whole" })).toBe("entry");
  });

  it("of what is printed is the preview", () => {
    expect(page({ kind: "figure", key: "total" })).toBe("preview");
    expect(page({ kind: "sentence", section: "overview", index: 0 })).toBe("preview");
    expect(page({ kind: "budget" })).toBe("review");
  });
});
