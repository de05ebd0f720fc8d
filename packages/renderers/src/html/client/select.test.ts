import { expect, it } from "vitest";
import { knownFigures, pageData } from "../figures.ts";
import { lineValue, selectLines } from "./select.ts";

const inspection = {
  figures: {},
  lines: {
    columns: [
      { id: "source", label: "来源" },
      { id: "function", label: "功能", prefix: true },
      { id: "amount", label: "金额" },
    ],
    rows: [
      ["a", "2080501", "1"],
      ["a", "2080505", "2"],
      ["b", "20805", "3"],
      ["a", "201", "2"],
    ],
  },
};
const columns = pageData(inspection, knownFigures(inspection)).lines;

it("selects the lines that every named column accepts", () => {
  expect(selectLines(columns, { source: ["a"], function: ["20805"] })).toEqual([0, 1]);
});

it("matches classification codes by their beginning and everything else as a whole", () => {
  expect(selectLines(columns, { function: ["20805"] })).toEqual([0, 1, 2]);
  expect(selectLines(columns, { amount: ["1", "3", ""] })).toEqual([0, 2]);
});

it("selects all lines without a condition, and none by a column that is not there", () => {
  expect(selectLines(columns, {})).toEqual([0, 1, 2, 3]);
  expect(selectLines(columns, { project: ["x"] })).toEqual([]);
});

it("keeps each line's own values", () => {
  expect([0, 1, 2, 3].map((line) => columns.map((column) => lineValue(column, line)))).toEqual(
    inspection.lines.rows,
  );
});
