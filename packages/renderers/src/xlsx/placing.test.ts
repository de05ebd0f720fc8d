import type { Cell } from "@mingzhang/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { placeCells } from "./placing.ts";

test("cells beside a row span move to the next free column", () => {
  const rows: Cell[][] = [
    [
      { text: "a", rowSpan: 2 },
      { text: "b", colSpan: 2 },
    ],
    [{ text: "c" }, { text: "d" }],
  ];
  expect(placeCells({ rows }).map(({ cell, row, column }) => `${cell.text}${row}${column}`)).toEqual([
    "a00",
    "b01",
    "c11",
    "d12",
  ]);
});

test("an absurd span is cut to what a sheet can hold", () => {
  expect(placeCells({ rows: [[{ text: "a", colSpan: 1e12 }]] })[0]?.columnSpan).toBe(16_384);
});

test("whatever spans say, no two cells overlap and none leaves the grid", () => {
  const cell = fc.record({
    text: fc.constant("x"),
    colSpan: fc.nat({ max: 4 }),
    rowSpan: fc.nat({ max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), (rows) => {
      const taken = new Set<string>();
      const placed = placeCells({ rows });
      expect(placed).toHaveLength(rows.flat().length);
      for (const { row, column, rowSpan, columnSpan } of placed) {
        expect(row + rowSpan).toBeLessThanOrEqual(rows.length);
        for (let r = row; r < row + rowSpan; r++) {
          for (let c = column; c < column + columnSpan; c++) {
            expect(taken.has(`${r},${c}`)).toBe(false);
            taken.add(`${r},${c}`);
          }
        }
      }
    }),
  );
});
