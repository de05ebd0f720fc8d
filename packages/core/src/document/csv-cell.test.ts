import fc from "fast-check";
import { expect, it } from "vitest";
import { fromCsvCell, toCsvCell } from "./csv-cell.ts";

const FORMULAS = [
  "=1+1",
  "+a",
  "-2项",
  "@SUM(A1)",
  "\tx",
  "\r=1",
  "-1+cmd|' /C calc'!A0",
  "＝1",
  "＠x",
  "'=1",
  "--1",
];
const HARMLESS = ["-2.50", "+3%", "-1,234.5", "-", "=", "@", "1-2", "a=b", "'s", "—", "", "≥95", "项目=1"];

it("puts an apostrophe before what a spreadsheet would work out, and before nothing else", () => {
  expect(FORMULAS.map(toCsvCell)).toEqual(FORMULAS.map((text) => `'${text}`));
  expect(HARMLESS.map(toCsvCell)).toEqual(HARMLESS);
});

it("gives every text back as it was", () => {
  const unit = fc.constantFrom("=", "+", "-", "@", "'", "1", ".", ",", "%", "\t", "\n", "＝", "预", '"');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit }), fc.string()), (text) => {
      expect(fromCsvCell(toCsvCell(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
