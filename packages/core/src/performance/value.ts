import { decimalRatio, multiply, type Ratio, ratio, ratioText } from "./ratio.ts";

/** What a unit of measure stands for: "万人次" is ten thousand of 人次, "%" a hundredth of one. */
interface Unit {
  readonly base: string;
  readonly factor: Ratio;
}

const PARTS: Readonly<Record<string, Ratio>> = {
  "%": ratio(1n, 100n),
  "‰": ratio(1n, 1000n),
};
const MULTIPLES: readonly (readonly [prefix: string, factor: Ratio])[] = [
  ["亿", ratio(100_000_000n)],
  ["万", ratio(10_000n)],
  ["千", ratio(1000n)],
  ["百", ratio(100n)],
];

/**
 * The value that a text states for an indicator, in the base unit of its unit of measure (%: as a fraction of one),
 * so that 0.5 with the unit 万元 and 5000元 are the same. A unit written in the text counts before the indicator's.
 * Undefined where the text states no number, or one in a unit that the indicator's cannot be compared with.
 */
export function statedValue(text: string, measureUnit: string): Ratio | undefined {
  const match = /^(-?\d+(?:,\d{3})*(?:\.\d+)?)(\D*)$/u.exec(text.normalize("NFKC").replace(/\s+/gu, ""));
  if (match === null) return undefined;
  const [, number = "", suffix = ""] = match;
  const written = decimalRatio(number.replaceAll(",", ""));
  if (written === undefined) return undefined;
  const own = unitOf(measureUnit);
  const given = suffix === "" ? own : unitOf(suffix);
  if (own.base !== "" && given.base !== own.base) return undefined;
  return multiply(written, given.factor);
}

/** A value in base units as the indicator's unit prints it, without the unit: "97.5". */
export function valueText(value: Ratio, measureUnit: string, decimals = 2): string {
  const { factor } = unitOf(measureUnit);
  const inUnit = ratio(value.numerator * factor.denominator, value.denominator * factor.numerator);
  return ratioText(inUnit, decimals);
}

/** Whether the unit is one of shares, which do not grow over a year as counts do. */
export function isShare(measureUnit: string): boolean {
  return measureUnit.normalize("NFKC").trim() in PARTS;
}

function unitOf(text: string): Unit {
  const unit = text.normalize("NFKC").trim();
  const part = PARTS[unit];
  if (part !== undefined) return { base: "share", factor: part };
  for (const [prefix, factor] of MULTIPLES) {
    if (unit.startsWith(prefix) && unit.length > prefix.length) {
      return { base: unit.slice(prefix.length), factor };
    }
  }
  return { base: unit, factor: ratio(1n) };
}
