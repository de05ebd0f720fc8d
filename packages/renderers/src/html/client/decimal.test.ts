import { expect, it } from "vitest";
import { sumDecimals } from "./decimal.ts";

it("adds beyond the precision of floating point", () => {
  expect(sumDecimals(["9007199254740993.01", "0.1", "-0.001"])).toBe("9007199254740993.109");
});

it("leaves blanks out and reads grouped digits", () => {
  expect(sumDecimals(["", "1,000.50", " ", "-2,000.50"])).toBe("-1000.00");
});

it("gives no sum where a text is no number, or where there is none", () => {
  expect([sumDecimals(["1", "—"]), sumDecimals([""]), sumDecimals([])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
