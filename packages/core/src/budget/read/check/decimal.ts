/** Decimals after the point that are compared; more are cut. */
const SCALE = 6;

/** Decimal text as a whole number of millionths; undefined for anything that is no decimal. */
export function toScaled(text: string): bigint | undefined {
  const match = /^(-?\d+)(?:\.(\d+))?$/u.exec(text.replaceAll(",", ""));
  if (match === null) return undefined;
  const [, whole = "", fraction = ""] = match;
  return BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, "0"));
}

/** The reverse of toScaled, without needless zeros. */
export function fromScaled(value: bigint): string {
  const digits = value.toString().padStart(SCALE + 1, "0");
  return `${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`.replace(/\.?0+$/u, "");
}

/** Whether a target or a value is a number, alone or with a percent sign. */
export function isNumber(text: string): boolean {
  return toScaled(text.normalize("NFKC").replace(/\s*[%‰]$/u, "")) !== undefined;
}
