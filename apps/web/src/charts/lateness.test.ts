import fc from "fast-check";
import { expect, it } from "vitest";
import { latenessOf } from "./lateness.ts";

const late = (...days: readonly number[]) => ({
  clocks: days.map((daysLate) => ({
    kind: "publish" as const,
    start: "2023-02-01",
    due: "2023-02-21",
    met: null,
    daysLate,
    basis: { zh: "", en: "" },
  })),
});

it("counts by the slowest clock; nobody without a clock is late", () => {
  const counted = latenessOf([late(), late(0), late(0, 5), late(6), late(61), late(365)]);
  expect(counted.map(({ from, to, bodies }) => [from, to, bodies])).toEqual([
    [0, 0, 2],
    [1, 5, 1],
    [6, 10, 1],
    [11, 20, 0],
    [21, 60, 0],
    [61, undefined, 2],
  ]);
});

it("counts everybody once", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400)), (days) => {
      const counted = latenessOf(days.map((one) => late(one)));
      expect(counted.reduce((sum, { bodies }) => sum + bodies, 0)).toBe(days.length);
    }),
  );
});
