import { fineValue, halfUnit } from "../../money/compare.ts";
import { formatScaled } from "../../money/fen.ts";
import type { Figure } from "../../money/figure.ts";

/** The values that a printed figure may stand for, in 10^-12 of its unit. */
export interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

/**
 * Half a printed unit each side, or a whole one where figures may have been cut off instead of rounded (`cut`).
 */
export function intervalOf(figure: Figure, cut = false): Interval {
  const value = fineValue(figure);
  const half = halfUnit(figure) * (cut ? 2n : 1n);
  return { low: value - half, high: value + half };
}

export function add(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

export function negative({ low, high }: Interval): Interval {
  return { low: -high, high: -low };
}

export function meet(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}

export function contains({ low, high }: Interval, value: bigint): boolean {
  return low <= value && value <= high;
}

/** 10^-12 of a percentage point. */
const PERCENT = 100n * 10n ** 12n;

/** part ÷ whole in percent; undefined where the whole may be nil. */
export function ratio(part: Interval, whole: Interval): Interval | undefined {
  if (whole.low <= 0n) return undefined;
  const corners = [part.low, part.high].flatMap((p) =>
    [whole.low, whole.high].map((w) => ({
      floor: floorDivide(p * PERCENT, w),
      ceil: -floorDivide(-p * PERCENT, w),
    })),
  );
  return { low: least(corners.map(({ floor }) => floor)), high: greatest(corners.map(({ ceil }) => ceil)) };
}

/** (now − base) ÷ base in percent. */
export function growthFromBase(now: Interval, base: Interval): Interval | undefined {
  const quotient = ratio(now, base);
  return quotient === undefined ? undefined : { low: quotient.low - PERCENT, high: quotient.high - PERCENT };
}

/** change ÷ (now − change) in percent; the change is signed. */
export function growthFromChange(now: Interval, change: Interval): Interval | undefined {
  const corners = [now.low, now.high].flatMap((n) => [change.low, change.high].map((c) => ({ n, c })));
  if (corners.some(({ n, c }) => n - c <= 0n)) return undefined;
  const values = corners.map(({ n, c }) => floorDivide(c * PERCENT, n - c));
  return { low: least(values), high: greatest(values) + 1n };
}

function least(values: readonly bigint[]): bigint {
  return values.toSorted((a, b) => (a < b ? -1 : 1))[0] ?? 0n;
}

function greatest(values: readonly bigint[]): bigint {
  return values.toSorted((a, b) => (a > b ? -1 : 1))[0] ?? 0n;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Digits behind the point of one unit in the fine measure of `compare.ts`. */
const PLACES = { yuan: 12, "wan-yuan": 16, "yi-yuan": 20, percent: 12, count: 12 } as const;

/** The middle of an interval as a figure of the unit, so rounded. */
export function middleText(
  { low, high }: Interval,
  decimals: number,
  unit: Figure["unit"] = "percent",
): string {
  const scale = 10n ** BigInt(PLACES[unit] - decimals);
  const middle = (low + high) / 2n;
  const rounded = (middle < 0n ? middle - scale / 2n : middle + scale / 2n) / scale;
  return formatScaled(rounded, decimals);
}

export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
