import type { Cell, SumTerm } from "@mingzhang/core";
import { expect, test } from "vitest";
import { placeCells } from "./placing.ts";
import { liveTotals } from "./sums.ts";

const figure = (text: string, sum?: readonly SumTerm[]): Cell => ({
  text,
  ...(text !== "" && text !== "—" && { number: { value: text, decimals: 2 } }),
  ...(sum && { sum }),
});
const at = (row: number, column: number, sign: 1 | -1 = 1): SumTerm => ({ row, column, sign });
const formulasOf = (rows: Cell[][], top = 0) =>
  Object.fromEntries([...liveTotals(placeCells({ rows }), top)].map(([at, { formula }]) => [at, formula]));

test("neighbours down a column are one range, in the rows of the sheet", () => {
  const rows = [[figure("0.30", [at(1, 0), at(2, 0)])], [figure("0.10")], [figure("0.20")]];
  expect(formulasOf(rows, 4)).toEqual({ "0,0": "ROUND(SUM(A6:A7),2)" });
});

test("neighbours along a row are one range", () => {
  const rows = [[figure("6", [at(0, 1), at(0, 2), at(0, 3)]), figure("1"), figure("2"), figure("3")]];
  expect(formulasOf(rows)).toEqual({ "0,0": "SUM(B1:D1)" });
});

test("a few parts apart are added, and subtracted parts follow", () => {
  const parts = [figure("5.00"), figure(""), figure("2.50"), figure(""), figure("1.00")];
  const rows = [[figure("6.50", [at(0, 1), at(0, 3), at(0, 5, -1)]), ...parts]];
  expect(formulasOf(rows)).toEqual({ "0,0": "ROUND(B1+D1-F1,2)" });
  expect(formulasOf([[figure("-5.00", [at(0, 1, -1)]), ...parts]])).toEqual({ "0,0": "-B1" });
});

test("a part that is a dash counts as nothing and cannot break the total", () => {
  const rows = [[figure("1.00", [at(0, 1), at(0, 3)]), figure("1.00"), figure(""), figure("—")]];
  expect(formulasOf(rows)).toEqual({ "0,0": "ROUND(SUM(B1,D1),2)" });
});

test("a whole total of fractions is rounded to what is printed", () => {
  expect(formulasOf([[figure("3", [at(0, 1), at(0, 2)]), figure("1.1"), figure("1.9")]])).toEqual({
    "0,0": "ROUND(SUM(B1:C1),0)",
  });
});

test("a total whose parts do not give what is printed stays a value", () => {
  expect(formulasOf([[figure("0.31", [at(0, 1), at(0, 2)]), figure("0.10"), figure("0.20")]])).toEqual({});
});

test("a part outside the grid, or under a span, leaves a value", () => {
  expect(formulasOf([[figure("1.00", [at(0, 9)])]])).toEqual({});
  expect(formulasOf([[{ ...figure("0.00", [at(0, 1)]), colSpan: 2 }]])).toEqual({});
});

test("totals that depend on themselves stay values", () => {
  expect(formulasOf([[figure("0.00", [at(0, 0)])]])).toEqual({});
  expect(formulasOf([[figure("1.00", [at(0, 1)]), figure("1.00", [at(0, 0)])]])).toEqual({});
});

test("a total of totals is live whatever their order", () => {
  const rows = [[figure("3.00", [at(0, 1)]), figure("3.00", [at(0, 2)]), figure("3.00")]];
  expect(formulasOf(rows)).toEqual({ "0,0": "B1", "0,1": "C1" });
});

test("a formula too long for a spreadsheet leaves a value", () => {
  const parts = Array.from({ length: 4000 }, (_, index) => [figure(index % 2 === 0 ? "1.00" : "")]);
  const terms = parts.flatMap((_, index) => (index % 2 === 0 ? [at(index + 1, 0)] : []));
  expect(formulasOf([[figure("2000.00", terms)], ...parts])).toEqual({});
});
