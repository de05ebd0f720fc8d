import { SSF } from "@e965/xlsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toFigure } from "./figure.ts";

const figureOf = (text: string, value: string, percent = false) =>
  toFigure({ text, number: { value, decimals: 2, percent } });

test("a figure keeps its digits, and a percentage is stored as its hundredth", () => {
  expect(figureOf("300.32", "300.32")).toMatchObject({ number: "300.32", numberFormat: "0.00" });
  expect(figureOf("1,234.50", "1234.5")).toMatchObject({ number: "1234.50", numberFormat: "#,##0.00" });
  expect(figureOf("38%", "38", true)).toMatchObject({ number: "0.38", numberFormat: "0%" });
  expect(figureOf("-0.5%", "-0.5", true)).toMatchObject({ number: "-0.005", numberFormat: "0.0%" });
  expect(figureOf("38", "38", true)).toMatchObject({ number: "38", numberFormat: "0" });
});

test.each([
  ["", "0"],
  ["—", "0"],
  ["-0.00", "0"],
  ["007", "7"],
  ["6场次", "6"],
  ["1.23", "1.234"],
  ["1,23", "123"],
  ["12345678901234.56", "12345678901234.56"],
])("%j is written as text, since no number cell shows it", (text, value) => {
  expect(figureOf(text, value)).toBeUndefined();
});

test("a text without a stated number stays text", () => {
  expect(toFigure({ text: "2023" })).toBeUndefined();
});

test("every number cell shows its printed text", () => {
  const amount = fc.record({
    units: fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }),
    decimals: fc.nat({ max: 4 }),
    suffix: fc.constantFrom("", "%"),
  });
  let shown = 0;
  fc.assert(
    fc.property(amount, ({ units, decimals, suffix }) => {
      const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
      const plain = `${units < 0n ? "-" : ""}${digits.slice(0, digits.length - decimals)}${decimals ? `.${digits.slice(-decimals)}` : ""}`;
      const figure = figureOf(`${plain}${suffix}`, plain, suffix === "%");
      if (figure === undefined) return;
      shown++;
      expect(SSF.format(figure.numberFormat, Number(figure.number))).toBe(`${plain}${suffix}`);
    }),
  );
  expect(shown).toBeGreaterThan(50);
});
