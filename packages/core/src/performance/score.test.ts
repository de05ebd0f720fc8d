import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OperatorId } from "../budget/terms.ts";
import { compare, decimalRatio, NOTHING, type Ratio, ratio, ratioText } from "./ratio.ts";
import { gradeOf, type Scored, scoreExecution, scoreIndicator } from "./score.ts";
import { statedValue } from "./value.ts";

const RULES = {
  qualitative: { reached: [100, 80], partly: [80, 60], missed: [60, 0] },
  grades: [
    { name: "优", from: 90 },
    { name: "良", from: 80 },
    { name: "中", from: 60 },
    { name: "差", from: 0 },
  ],
} as const;

function value(text: string, unit = ""): Ratio {
  const read = statedValue(text, unit);
  if (read === undefined) throw new Error(text);
  return read;
}

function scored(operator: OperatorId, target: string, actual: string | undefined, unit = "人次"): Scored {
  return {
    weight: value("10"),
    operator,
    measureUnit: unit,
    target: value(target, unit),
    ...(actual === undefined ? {} : { actual: value(actual, unit) }),
  };
}

const points = (of: Scored) => ratioText(scoreIndicator(of, RULES).points, 4);

describe("scoring an indicator", () => {
  it.each([
    ["≥", "600", "612", "10", "above the target, never above the weight"],
    ["≥", "600", "570", "9.5", "570/600 × 10"],
    ["≥", "95", "0", "0", "nothing done scores nothing (E07)"],
    ["≤", "60", "48", "10", "below a limit"],
    ["≤", "60", "80", "7.5", "60/80 × 10"],
    ["=", "2", "1", "5", "one of two"],
    ["=", "2", "3", "10", "more than was promised earns no more"],
    ["≤", "0", "0", "10", "a limit of nothing is kept"],
    ["≤", "0", "1", "0", "a limit of nothing is broken"],
    ["=", "0", "0", "10", "no accidents"],
    ["=", "0", "2", "0", "accidents"],
  ] as const)("%s%s with %s is %s: %s", (operator, target, actual, expected, _) => {
    expect(points(scored(operator, target, actual))).toBe(expected);
  });

  it("scores nothing where nothing was reported, and says so", () => {
    const score = scoreIndicator(scored("≥", "600", undefined), RULES);
    expect(score).toMatchObject({ outcome: "missing", points: NOTHING });
    expect(score.arithmetic).toContain("未填报");
  });

  it("prints the arithmetic that people can redo", () => {
    expect(scoreIndicator(scored("≥", "95", "93", "%"), RULES).arithmetic).toBe(
      "min(1, 93 ÷ 95) × 10 ≈ 9.7895",
    );
  });

  it.each([
    ["reached", undefined, "10"],
    ["reached", "85", "8.5"],
    ["partly", undefined, "6"],
    ["partly", "95", "8"],
    ["missed", undefined, "0"],
    ["missed", "30", "3"],
  ] as const)("keeps a qualitative target %s at %s%% within its band", (achievement, share, expected) => {
    const of: Scored = {
      weight: value("10"),
      operator: "定性",
      measureUnit: "",
      achievement,
      ...(share === undefined ? {} : { share: value(share) }),
    };
    expect(points(of)).toBe(expected);
  });
});

const decimal = fc
  .record({ whole: fc.nat(100_000), cents: fc.integer({ min: 0, max: 99 }) })
  .map(({ whole, cents }) => `${whole}.${String(cents).padStart(2, "0")}`);
const positive = decimal.filter((text) => Number(text) > 0);
const numeric = fc.constantFrom<OperatorId>("≥", "≤", "=", ">", "<");

describe("any score", () => {
  it("is from nothing to the weight", () => {
    fc.assert(
      fc.property(numeric, decimal, decimal, (operator, target, actual) => {
        const { points: given } = scoreIndicator(scored(operator, target, actual), RULES);
        return compare(given, NOTHING) >= 0 && compare(given, value("10")) <= 0;
      }),
    );
  });

  it("never falls when an indicator gets better", () => {
    fc.assert(
      fc.property(numeric, positive, decimal, decimal, (operator, target, a, b) => {
        const [less, more] = [a, b].sort((x, y) => Number(x) - Number(y)) as [string, string];
        const [worse, better] = operator === "≤" || operator === "<" ? [more, less] : [less, more];
        const score = (actual: string) => scoreIndicator(scored(operator, target, actual), RULES).points;
        return compare(score(worse), score(better)) <= 0;
      }),
    );
  });

  it("is full where the target is met, and only then for a target of counts above nothing", () => {
    fc.assert(
      fc.property(positive, decimal, (target, actual) => {
        const score = scoreIndicator(scored("≥", target, actual), RULES);
        const isFull = compare(score.points, value("10")) === 0;
        return isFull === Number(actual) >= Number(target);
      }),
    );
  });

  it("does not depend on the unit in which the same value is written", () => {
    fc.assert(
      fc.property(fc.nat(9_000_000), fc.integer({ min: 1, max: 9_000_000 }), (actual, target) => {
        const small = scored("≥", String(target), String(actual), "元");
        const large: Scored = {
          ...small,
          measureUnit: "万元",
          target: value((target / 10_000).toFixed(4), "万元"),
          actual: value(`${actual}元`, "万元"),
        };
        const [a, b] = [scoreIndicator(small, RULES), scoreIndicator(large, RULES)];
        return compare(a.points, b.points) === 0 && a.outcome === b.outcome;
      }),
    );
  });

  it("is exact: thirds add up again", () => {
    const third = scoreIndicator(scored("≥", "3", "1"), RULES).points;
    expect(compare({ ...third, numerator: third.numerator * 3n }, value("10"))).toBe(0);
  });
});

describe("execution", () => {
  const full = ratio(10n);

  it("scores its share of the adjusted budget, at most all of its points", () => {
    const score = scoreExecution({ executed: 8_450_00n, adjusted: 10_000_00n }, full);
    expect(score.arithmetic).toBe("min(1, 84.5%) × 10 = 8.45");
    expect(ratioText(scoreExecution({ executed: 12n, adjusted: 10n }, full).points ?? NOTHING)).toBe("10");
  });

  it("divides by no budget of nothing, and says so", () => {
    const score = scoreExecution({ executed: 0n, adjusted: 0n }, full);
    expect(score.points).toBeUndefined();
    expect(score.arithmetic).toContain("为 0");
  });

  it("is bounded and monotone, paid-back money included", () => {
    const amount = fc.bigInt(-1_000_000n, 10_000_000n);
    fc.assert(
      fc.property(amount, amount, fc.bigInt(1n, 9_000_000n), (a, b, adjusted) => {
        const score = (executed: bigint) => scoreExecution({ executed, adjusted }, full).points ?? NOTHING;
        const [less, more] = a < b ? [a, b] : [b, a];
        const bounded = compare(score(more), full) <= 0 && compare(score(less), NOTHING) >= 0;
        return bounded && compare(score(less), score(more)) <= 0;
      }),
    );
  });
});

it.each([
  ["90", "优"],
  ["89.999", "良"],
  ["80", "良"],
  ["79.99", "中"],
  ["60", "中"],
  ["59.9999", "差"],
  ["0", "差"],
])("grades %s as %s, on exact points", (total, grade) => {
  expect(gradeOf(decimalRatio(total) ?? NOTHING, ratio(100n), RULES)).toBe(grade);
});
