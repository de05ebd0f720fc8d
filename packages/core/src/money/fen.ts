/** Exact money: whole fen (0.01 yuan). Never a floating point number. */
export type Fen = bigint & { readonly __unit: "fen" };

/** Brands an integer number of fen. */
export function fen(value: bigint | number): Fen {
  return BigInt(value) as Fen;
}

export const ZERO = fen(0n);

export function addFen(a: Fen, b: Fen): Fen {
  return (a + b) as Fen;
}

export function subtractFen(a: Fen, b: Fen): Fen {
  return (a - b) as Fen;
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Fen;
}

const YUAN = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2})0*)?$/;

/**
 * Reads an amount in yuan with at most two decimals ("5049", "1,234.5", "-0.01"; trailing zeros allowed).
 * Returns undefined for anything else, more than two significant decimals included.
 */
export function parseYuan(text: string): Fen | undefined {
  const match = YUAN.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = "", whole = "0", decimals = ""] = match;
  const value = BigInt(whole.replaceAll(",", "")) * 100n + BigInt(decimals.padEnd(2, "0"));
  return fen(sign === "-" ? -value : value);
}

/** Prints exact yuan with two decimals and no grouping: "5049.00". */
export function formatYuan(amount: Fen): string {
  return formatScaled(amount, 2);
}

/** Prints an integer that counts units of 10^-decimals: (118849, 2) → "1188.49". */
export function formatScaled(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const sign = value < 0n ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
