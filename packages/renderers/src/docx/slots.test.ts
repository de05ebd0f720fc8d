import type { Cell, Grid } from "@mingzhang/core";
import { expect, test } from "vitest";
import { slotsOf } from "./slots.ts";

const grid = (rows: readonly (readonly Cell[])[], count: number): Grid => ({
  type: "grid",
  id: "g",
  caption: "表",
  columns: Array.from({ length: count }, (_, index) => ({ id: `c${index}`, width: 1, align: "left" })),
  headerRows: 0,
  rows,
  below: [],
  orientation: "portrait",
});

/** Each row as text: a cell's text once a column, in brackets where it comes from the row above. */
const drawn = (rows: readonly (readonly Cell[])[], count: number): string[] =>
  slotsOf(grid(rows, count)).rows.map((row) =>
    row
      .flatMap(({ cell, columnSpan, continued }) =>
        Array(columnSpan).fill(continued ? `(${cell.text})` : cell.text || "."),
      )
      .join(""),
  );

test("cells of a row stand beside a cell that reaches down from above", () => {
  const rows = [
    [
      { text: "a", rowSpan: 3 },
      { text: "b", colSpan: 2, rowSpan: 2 },
    ],
    [{ text: "c" }],
    [{ text: "d" }, { text: "e" }, { text: "f" }],
  ];
  expect(drawn(rows, 4)).toEqual(["abb.", "(a)(b)(b)c", "(a)def"]);
});

test("a span that reaches below the last row is cut", () => {
  expect(slotsOf(grid([[{ text: "a", rowSpan: 9 }]], 1)).rows[0]?.[0]?.rowSpan).toBe(1);
});

test("a span that would run into a cell from above ends before it", () => {
  expect(
    drawn([[{ text: "a" }, { text: "b", rowSpan: 2 }, { text: "c" }], [{ text: "d", colSpan: 3 }]], 3),
  ).toEqual(["abc", "d(b)."]);
});

test("a row with more cells than columns widens the table instead of losing them", () => {
  expect(drawn([[{ text: "a" }], [{ text: "b" }, { text: "c" }]], 1)).toEqual(["a.", "bc"]);
});
