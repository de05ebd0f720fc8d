import { divideHalfUp, type Figure } from "../money/figure.ts";

/** How a hand or a spreadsheet may have made one figure of another; from the least to the most likely chance. */
export const SLIPS = ["unit", "point", "sign", "swapped", "digit", "neighbour", "unexplained"] as const;
export type Slip = (typeof SLIPS)[number];

/** How far a point is thought to move. */
const MOST_PLACES = 3;
const UNIT_FACTOR = 10_000n;
/** Of a figure with fewer digits anything would be a multiple. */
const LEAST_DIGITS = 10n;

/** How the printed figure may have come of the right one (of the same unit); neighbours are what stands beside it. */
export function slipOf(printed: Figure, right: Figure, neighbours: readonly Figure[]): Slip {
  if (printed.scaled !== 0n && right.scaled !== 0n) {
    if (isTimes(printed, right, UNIT_FACTOR)) return "unit";
    for (let places = 1; places <= MOST_PLACES; places++)
      if (isTimes(printed, right, 10n ** BigInt(places))) return "point";
    const [a, b] = atSameDecimals(printed, right);
    if (a === -b) return "sign";
  }
  const kind = digitSlip(printed, right);
  if (kind !== undefined) return kind;
  return neighbours.some((other) => isSame(other, printed)) ? "neighbour" : "unexplained";
}

/** Whether one is the other times a factor, up to the rounding of what is printed shorter. */
function isTimes(a: Figure, b: Figure, factor: bigint): boolean {
  return isMultiple(a, b, factor) || isMultiple(b, a, factor);
}

function isMultiple(large: Figure, small: Figure, factor: bigint): boolean {
  const scaled =
    large.decimals >= small.decimals
      ? divideHalfUp(large.scaled, factor * 10n ** BigInt(large.decimals - small.decimals))
      : divideHalfUp(large.scaled * 10n ** BigInt(small.decimals - large.decimals), factor);
  const remains = scaled >= LEAST_DIGITS || scaled <= -LEAST_DIGITS;
  return remains && scaled === small.scaled;
}

function isSame(a: Figure, b: Figure): boolean {
  const [x, y] = atSameDecimals(a, b);
  return a.unit === b.unit && x === y && x !== 0n;
}

function atSameDecimals(a: Figure, b: Figure): readonly [bigint, bigint] {
  const decimals = Math.max(a.decimals, b.decimals);
  return [a.scaled * 10n ** BigInt(decimals - a.decimals), b.scaled * 10n ** BigInt(decimals - b.decimals)];
}

function digitSlip(printed: Figure, right: Figure): "swapped" | "digit" | undefined {
  const [p, r] = atSameDecimals(printed, right);
  if (p < 0n !== r < 0n && p !== 0n && r !== 0n) return undefined;
  const [a, b] = [p, r].map((value) => (value < 0n ? -value : value).toString());
  if (a === undefined || b === undefined) return undefined;
  const length = Math.max(a.length, b.length);
  const [x, y] = [a.padStart(length, "0"), b.padStart(length, "0")];
  const apart = [...x].flatMap((digit, index) => (digit === y[index] ? [] : [index]));
  const [first, second] = apart;
  if (first === undefined) return undefined;
  if (apart.length === 1) return "digit";
  const swapped =
    apart.length === 2 && second === first + 1 && x[first] === y[second] && x[second] === y[first];
  return swapped ? "swapped" : undefined;
}
