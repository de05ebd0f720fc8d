/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const NIL: Rational = { n: 0n, d: 1n };

export function whole(value: bigint): Rational {
  return { n: value, d: 1n };
}

export function fraction(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 1n) return { n: numerator, d: 1n };
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { n: numerator / divisor, d: denominator / divisor };
}

export function plus(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n };
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function times(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n };
  return fraction(a.n * b.n, a.d * b.d);
}

export function minus(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

export function over(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.d, a.d * b.n);
}

/** Negative, nil or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): bigint {
  return a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
}

export function floorOf({ n, d }: Rational): bigint {
  return n < 0n && n % d !== 0n ? n / d - 1n : n / d;
}

export function ceilOf(a: Rational): bigint {
  return -floorOf(minus(a));
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
