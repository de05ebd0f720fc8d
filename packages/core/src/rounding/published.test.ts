import { expect, it } from "vitest";
import type { Fact } from "../fact/fact.ts";
import { publishedFigures } from "./published.ts";

const HEADER = ["fact", "kind", "measure", "base", "description", "exact", "printed", "unit"];
const row = (measure: string, printed: string, kind = "amount") => [
  "f1",
  kind,
  measure,
  "",
  "",
  "0",
  printed,
  "wan-yuan",
];

const fact = (functional: string, decimals = 2): Fact => ({
  id: "f9",
  quantity: { kind: "amount", measure: { body: "department", year: 2022, side: "expenditure", functional } },
  format: { unit: "wan-yuan", decimals, percentDecimals: 0 },
  exact: 0n,
  stated: true,
});

it("finds last year's figure by its measure, unit and decimals", () => {
  const published = publishedFigures([
    HEADER,
    row("body=department;year=2022;side=expenditure;functional=208", "-11.90"),
    row("body=department;year=2022;side=expenditure;functional=210", "3.00", "change"),
  ]);
  expect(published?.(fact("208"), "department")).toBe(-1190n);
  expect(published?.(fact("208", 1), "department")).toBeUndefined();
  expect(published?.(fact("210"), "department")).toBeUndefined();
  expect(published?.(fact("201"), "department")).toBeUndefined();
});

it("knows a table of something else", () => {
  expect(publishedFigures([["table", "row", "printed"]])).toBeUndefined();
  expect(publishedFigures([])).toBeUndefined();
});
