import { formatScaled } from "../money/fen.ts";
import { divideHalfUp } from "../money/figure.ts";

/** An exact fraction in lowest terms; the denominator is positive. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const NOTHING: Ratio = { numerator: 0n, denominator: 1n };
export const ONE: Ratio = { numerator: 1n, denominator: 1n };

/** The denominator must not be zero: whoever divides says first what nothing means. */
export function ratio(numerator: bigint, denominator = 1n): Ratio {
  if (denominator === 0n) throw new RangeError("a ratio to nothing");
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = gcd(numerator < 0n ? -numerator : numerator, denominator * sign);
  return { numerator: (numerator * sign) / divisor, denominator: (denominator * sign) / divisor };
}

/** Reads "-12.50"; undefined for anything that is no plain decimal. */
export function decimalRatio(text: string): Ratio | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  return ratio(BigInt(sign + whole + fraction), 10n ** BigInt(fraction.length));
}

export function add(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, { ...b, numerator: -b.numerator });
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The divisor must not be zero. */
export function divide(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative where a is the smaller one, zero where they are equal. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function smaller(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) <= 0 ? a : b;
}

export function larger(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b;
}

export function sum(ratios: Iterable<Ratio>): Ratio {
  let total = NOTHING;
  for (const each of ratios) total = add(total, each);
  return total;
}

/** As printed, half away from zero, with at most so many decimals and no needless zeros: "19.5". */
export function ratioText(value: Ratio, decimals = 2): string {
  const scaled = divideHalfUp(value.numerator * 10n ** BigInt(decimals), value.denominator);
  const text = formatScaled(scaled, decimals);
  return decimals === 0 ? text : text.replace(/\.?0+$/u, "");
}

/** As a percentage: "97.5%". */
export function percentText(value: Ratio, decimals = 2): string {
  return `${ratioText(multiply(value, ratio(100n)), decimals)}%`;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
