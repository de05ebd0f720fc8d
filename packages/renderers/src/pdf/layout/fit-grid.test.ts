import type { Grid } from "@mingzhang/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sum } from "./column-widths.ts";
import { fitGrid, textWidth } from "./fit-grid.ts";
import { widthOf } from "./measure.ts";

/** Figures half an em wide, all else one. */
const advance = (codePoint: number) => (codePoint < 0x2000 ? 0.5 : 1);

test("no figure is wider than its cell, and the columns fill the text area", () => {
  const figures = fc.array(fc.stringMatching(/^[0-9]{1,15}\.[0-9]{2}$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(figures, fc.integer({ min: 1, max: 40 }), (row, width) => {
      const fitted = fitGrid(gridOf([row], width), advance);
      expect(sum(fitted.widths) * fitted.size).toBeCloseTo(fitted.paper.width, 6);
      for (const cell of fitted.rows.flat()) {
        const needed = widthOf(cell.cell.text, { advance, strong: false });
        expect(needed).toBeLessThanOrEqual(textWidth(cell, fitted.widths));
      }
    }),
  );
});

test("a table that fits keeps the largest size and the proportions that it asks for", () => {
  const fitted = fitGrid(gridOf([["1.00", "2.00", "3.00"]], 10), advance);
  expect(fitted.size).toBe(10.5);
  expect(new Set(fitted.widths.map((width) => width.toFixed(6))).size).toBe(1);
});

test("a table a few rows longer than a page is set a little smaller, not continued for those rows", () => {
  const pages = (count: number) => {
    const rows = Array.from({ length: count }, () => ["1.00"]);
    const { height, paper, size } = fitGrid(gridOf(rows, 10), advance);
    return { pages: Math.ceil(height / paper.height), size };
  };
  expect(pages(30)).toEqual({ pages: 1, size: 10.5 });
  expect(pages(36)).toEqual({ pages: 1, size: 10 });
  expect(pages(200).size).toBe(10.5);
});

function gridOf(rows: string[][], width: number): Grid {
  return {
    type: "grid",
    id: "g",
    caption: "",
    columns: (rows[0] ?? []).map((_, index) => ({ id: `c${index}`, width, align: "right" as const })),
    headerRows: 0,
    rows: rows.map((row) => row.map((text) => ({ text, number: { value: text, decimals: 2 } }))),
    below: [],
    orientation: "portrait",
  };
}
