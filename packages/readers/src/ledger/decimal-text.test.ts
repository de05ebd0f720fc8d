import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalText } from "./decimal-text.ts";

test.each([
  [5049, "5049"],
  [12.3, "12.3"],
  [0.1 + 0.2, "0.3"],
  [1.005 * 1000, "1005"],
  [-0, "0"],
  [-0.01, "-0.01"],
  [1e21, "1000000000000000000000"],
  [1.5e-7, "0.00000015"],
  [2013601, "2013601"],
  [1234567890123456, "1234567890123460"],
])("%d is %s", (value, text) => {
  expect(decimalText(value)).toBe(text);
});

test("what is no number has no text", () => {
  expect([Number.NaN, Number.POSITIVE_INFINITY].map(decimalText)).toEqual([undefined, undefined]);
});

test("an amount in fen, divided by 100 as a spreadsheet stores it, comes back to the fen", () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (fen) => {
      const text = decimalText(fen / 100) ?? "";
      expect(text).toMatch(/^-?\d+(\.\d{1,2})?$/);
      expect(Math.round(Number(text) * 100)).toBe(fen === 0 ? 0 : fen);
    }),
  );
});
