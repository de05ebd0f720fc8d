import type { Cell, Grid } from "@mingzhang/core";
import { expect, test } from "vitest";
import { CELL_PADDING, fitColumns } from "./columns.ts";
import { slotsOf } from "./slots.ts";
import { width } from "./text-width.ts";

const TOTAL = 14000;

function fit(rows: readonly (readonly Cell[])[], widths: readonly number[], headerRows = 0) {
  const columns = widths.map((value, index) => ({ id: `c${index}`, width: value, align: "left" as const }));
  const grid: Grid = {
    type: "grid",
    id: "g",
    caption: "表",
    columns,
    headerRows,
    rows,
    below: [],
    orientation: "landscape",
  };
  return fitColumns(grid, slotsOf(grid), TOTAL);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test("a table with room has the largest font and the widths asked for", () => {
  const { size, widths } = fit([[{ text: "甲" }, { text: "1.00" }]], [3, 1]);
  expect(size).toBe(21);
  expect(widths).toEqual([10500, 3500]);
});

test("the font shrinks until no figure breaks over two lines", () => {
  const figure = "12345678.90";
  const { size, widths } = fit([Array.from({ length: 20 }, () => ({ text: figure }))], Array(20).fill(1));
  expect(size).toBeLessThan(21);
  for (const column of widths)
    expect(column - 2 * CELL_PADDING).toBeGreaterThanOrEqual(width(figure) * size * 10);
});

test("a narrow column is widened to its figure at the cost of the others", () => {
  const { widths } = fit([[{ text: "12345678.90" }, { text: "说明" }]], [1, 99]);
  expect(widths[0]).toBeGreaterThan(width("12345678.90") * 210);
  expect(sum(widths)).toBe(TOTAL);
});

test("widths add up to the table's even where nothing fits at the smallest font", () => {
  const { size, widths } = fit(
    [Array.from({ length: 60 }, () => ({ text: "123456789012.34" }))],
    Array(60).fill(1),
  );
  expect(size).toBe(10);
  expect(sum(widths)).toBe(TOTAL);
  expect(Math.min(...widths)).toBeGreaterThan(0);
});
