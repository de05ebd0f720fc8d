import type { Figure } from "./figure.ts";

/** What a comparison of printed figures says: as printed, within what rounding allows, or not possible. */
export type Verdict = "exact" | "rounding" | "conflict";

export interface Comparison {
  readonly verdict: Verdict;
  /** What the total would have to print, in its own unit and decimals. */
  readonly expected: Figure;
  /** Printed less expected, in the same unit. */
  readonly difference: Figure;
}

/** Fine enough that half of the last decimal of any printed amount is an integer: 10^-12 yuan. */
const YUAN = 10n ** 12n;
const SCALES = {
  yuan: YUAN,
  "wan-yuan": 10_000n * YUAN,
  "yi-yuan": 100_000_000n * YUAN,
  percent: YUAN,
  count: YUAN,
} as const;

/** The value of a figure in 10^-12 of yuan (of a percentage point, of one piece). */
export function fineValue(figure: Figure): bigint {
  return (figure.scaled * SCALES[figure.unit]) / 10n ** BigInt(figure.decimals);
}

/** Half a printed unit in the same measure: how far the true value may lie from the printed one. */
export function halfUnit(figure: Figure): bigint {
  return figure.unit === "count" ? 0n : SCALES[figure.unit] / (2n * 10n ** BigInt(figure.decimals));
}

/**
 * Compares a printed total with its printed parts by intervals (as XBRL Calculations 1.1 does): exact when they
 * add up as printed, rounding when the true values may add up, conflict when they cannot. For n parts at the
 * same precision the slack is (n + 1) / 2 printed units.
 */
export function compareSum(
  total: Figure,
  parts: readonly { readonly figure: Figure; readonly sign: 1 | -1 }[],
): Comparison {
  let sum = 0n;
  let slack = halfUnit(total);
  for (const { figure, sign } of parts) {
    sum += BigInt(sign) * fineValue(figure);
    slack += halfUnit(figure);
  }
  return comparison(total, sum, slack);
}

/** Compares two printings of the same quantity: each may be rounded to its own unit. */
export function compareSame(a: Figure, b: Figure): Comparison {
  return comparison(a, fineValue(b), halfUnit(a) + halfUnit(b));
}

function comparison(printed: Figure, expected: bigint, slack: bigint): Comparison {
  const gap = fineValue(printed) - expected;
  const verdict = gap === 0n ? "exact" : magnitude(gap) <= slack ? "rounding" : "conflict";
  return { verdict, expected: asFigure(expected, printed), difference: asFigure(gap, printed) };
}

/** A value in the unit of a printed figure, with as many decimals as it needs, at least the printed ones. */
function asFigure(value: bigint, like: Figure): Figure {
  const scale = SCALES[like.unit];
  let decimals = like.decimals;
  while (decimals < 8 && (value * 10n ** BigInt(decimals)) % scale !== 0n) decimals++;
  return { unit: like.unit, decimals, scaled: (value * 10n ** BigInt(decimals)) / scale };
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
