import fc from "fast-check";
import { expect, it } from "vitest";
import { printPoints } from "./printed-points.ts";
import { compare, decimalRatio, NOTHING, type Ratio, ratio, ratioText, subtract, sum } from "./ratio.ts";

const BOUNDS = [ratio(90n), ratio(80n), ratio(60n)];
const read = (text: string) => decimalRatio(text) ?? NOTHING;

it("makes three thirds of ten add up to ten", () => {
  const third = ratio(10n, 3n);
  const { parts, total } = printPoints([third, third, third], BOUNDS);
  expect([...parts, total].map((value) => ratioText(value))).toEqual(["3.34", "3.33", "3.33", "10"]);
});

it("never prints a total on the other side of a grade", () => {
  expect(ratioText(printPoints([read("89.996")], BOUNDS).total)).toBe("89.99");
  expect(ratioText(printPoints([read("90.004")], BOUNDS).total)).toBe("90");
});

const part = fc
  .record({
    weight: fc.integer({ min: 1, max: 50 }),
    actual: fc.nat(5000),
    target: fc.integer({ min: 1, max: 5000 }),
  })
  .map(
    ({ weight, actual, target }): Ratio => ratio(BigInt(weight * Math.min(actual, target)), BigInt(target)),
  );

it("prints parts that add up to the total, each less than a hundredth off its score", () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 40 }), (parts) => {
      const printed = printPoints(parts, BOUNDS);
      expect(compare(sum(printed.parts), printed.total)).toBe(0);
      for (const [index, value] of printed.parts.entries()) {
        const off = subtract(value, parts[index] ?? NOTHING);
        expect(
          compare(
            { ...off, numerator: off.numerator < 0n ? -off.numerator : off.numerator },
            ratio(1n, 100n),
          ),
        ).toBe(-1);
      }
    }),
  );
});
