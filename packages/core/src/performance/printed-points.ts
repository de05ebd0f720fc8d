import { divideHalfUp } from "../money/figure.ts";
import { compare, type Ratio, ratio, sum } from "./ratio.ts";

const SCALE = 100n;

/** Two decimals at most. */
export interface PrintedPoints {
  readonly parts: readonly Ratio[];
  readonly total: Ratio;
}

/**
 * Scores and their total as printed, with two decimals, so that the printed parts add up to the printed total: each
 * part is its exact score rounded down or up, and those with the largest remainders go up. The printed total stays on
 * the exact total's side of every bound (the least totals of the grades): 89.996 is not printed as 90 beside a 良.
 */
export function printPoints(parts: readonly Ratio[], bounds: readonly Ratio[]): PrintedPoints {
  const exact = sum(parts);
  const total = printedTotal(exact, bounds);
  const scaled = parts.map((part) => part.numerator * SCALE);
  const floors = parts.map((part, index) => floorOf(scaled[index] ?? 0n, part.denominator));
  let left = total - floors.reduce((a, b) => a + b, 0n);
  const order = parts
    .map((part, index) => ({
      index,
      remainder: ratio((scaled[index] ?? 0n) - (floors[index] ?? 0n) * part.denominator, part.denominator),
    }))
    .filter(({ remainder }) => remainder.numerator > 0n)
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index);
  const raised = new Set<number>();
  for (const { index } of order) {
    if (left <= 0n) break;
    raised.add(index);
    left -= 1n;
  }
  return {
    parts: floors.map((floor, index) => ratio(floor + (raised.has(index) ? 1n : 0n), SCALE)),
    total: ratio(total, SCALE),
  };
}

function printedTotal(exact: Ratio, bounds: readonly Ratio[]): bigint {
  const rounded = divideHalfUp(exact.numerator * SCALE, exact.denominator);
  const crosses = bounds.some(
    (bound) => compare(exact, bound) < 0 && compare(ratio(rounded, SCALE), bound) >= 0,
  );
  return crosses ? rounded - 1n : rounded;
}

function floorOf(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}
