const SIGNIFICANT_DIGITS = 15;
const EXPONENTIAL = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/;

/**
 * A spreadsheet number as decimal text, as a spreadsheet shows it: to 15 significant digits, so that a sum stored as
 * 0.30000000000000004 is "0.3". Undefined for what is no number (NaN, infinities).
 */
export function decimalText(value: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  const match = EXPONENTIAL.exec(value.toExponential(SIGNIFICANT_DIGITS - 1));
  if (match === null) return undefined;
  const [, sign = "", first = "", rest = "", exponent = "0"] = match;
  const plain = shift(first + rest, Number(exponent) + 1);
  return plain === "0" ? plain : sign + plain;
}

/** Puts the decimal point after `position` digits, where a negative position means leading zeros. */
function shift(digits: string, position: number): string {
  const padded = position < 1 ? "0".repeat(1 - position) + digits : digits.padEnd(position, "0");
  const point = Math.max(position, 1);
  const decimals = padded.slice(point).replace(/0+$/, "");
  const whole = padded.slice(0, point);
  return decimals === "" ? whole.replace(/^0+(?=\d)/, "") : `${whole}.${decimals}`;
}
