/** An exact decimal: `units` tenths, hundredths … as `decimals` says. */
export interface Decimal {
  readonly units: bigint;
  readonly decimals: number;
}

/** Of plain decimal text, e.g. "-12.50"; undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, whole = "", fraction = ""] = match;
  return { units: BigInt(whole + fraction), decimals: fraction.length };
}

/** The units of a decimal when it is written with more decimals. */
function unitsAt(decimals: number, value: Decimal): bigint {
  return value.units * 10n ** BigInt(decimals - value.decimals);
}

export function add(a: Decimal, b: Decimal): Decimal {
  const decimals = Math.max(a.decimals, b.decimals);
  return { units: unitsAt(decimals, a) + unitsAt(decimals, b), decimals };
}

export function negate({ units, decimals }: Decimal): Decimal {
  return { units: -units, decimals };
}

export function equal(a: Decimal, b: Decimal): boolean {
  return add(a, negate(b)).units === 0n;
}

export function formatDecimal({ units, decimals }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? "" : `.${digits.slice(-decimals)}`;
  return `${units < 0n ? "-" : ""}${whole}${fraction}`;
}
