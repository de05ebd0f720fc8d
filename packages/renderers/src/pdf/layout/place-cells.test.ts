import type { Cell, Grid } from "@mingzhang/core";
import { expect, test } from "vitest";
import { placeCells } from "./place-cells.ts";

test("a cell goes to the first column that no span from above covers", () => {
  const grid = gridOf(3, 0, [
    [
      { text: "a", rowSpan: 2 },
      { text: "b", colSpan: 2 },
    ],
    [{ text: "c" }, { text: "d" }],
  ]);
  expect(shown(grid)).toEqual([
    ["a@0 1x2", "b@1 2x1"],
    ["c@1 1x1", "d@2 1x1"],
  ]);
});

test("a span ends at the header, at the grid and before a span from above", () => {
  const grid = gridOf(3, 1, [
    [{ text: "a", rowSpan: 9, colSpan: 9 }],
    [{ text: "b" }, { text: "c", rowSpan: 9 }, { text: "d" }],
    [{ text: "e", colSpan: 3 }, { text: "f" }],
  ]);
  expect(shown(grid)).toEqual([["a@0 3x1"], ["b@0 1x1", "c@1 1x2", "d@2 1x1"], ["e@0 1x1", "f@2 1x1"]]);
});

test("holes become blank cells and cells without room are dropped", () => {
  expect(shown(gridOf(2, 0, [[{ text: "a" }], [{ text: "b" }, { text: "c" }, { text: "d" }]]))).toEqual([
    ["a@0 1x1", "@1 1x1"],
    ["b@0 1x1", "c@1 1x1"],
  ]);
});

function shown(grid: Grid): string[][] {
  return placeCells(grid).map((row) =>
    row.map(({ cell, column, colSpan, rowSpan }) => `${cell.text}@${column} ${colSpan}x${rowSpan}`),
  );
}

function gridOf(width: number, headerRows: number, rows: Cell[][]): Grid {
  const columns = Array.from({ length: width }, (_, index) => ({
    id: `c${index}`,
    width: 1,
    align: "left" as const,
  }));
  return {
    type: "grid",
    id: "g",
    caption: "",
    columns,
    headerRows,
    rows,
    below: [],
    orientation: "portrait",
  };
}
