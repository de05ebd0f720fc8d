import { fineValue } from "../money/compare.ts";
import { divideHalfUp, type Figure, figureText, trimmedFigureText } from "../money/figure.ts";
import type { PrintedFigure } from "../rules/identity.ts";
import { evidenceOf, exactValue, usableIdentities } from "./evidence.ts";
import { ceilOf, floorOf, fraction } from "./rational.ts";
import type { Search, ValueRange } from "./search.ts";
import { type Slip, slipOf } from "./slip.ts";
import type { Surroundings } from "./surroundings.ts";

/** One figure that, printed otherwise, would settle a contradiction and whatever follows from it. */
export interface Correction extends ValueRange {
  readonly figure: PrintedFigure;
  /** What it should print, and how that looks. */
  readonly value: Figure;
  readonly text: string;
  readonly slip: Slip;
  /** How many identities, contradictory by themselves, it settles. */
  readonly settles: number;
  /** How many identities of the figure hold as printed. */
  readonly confirming: number;
  /** Whether no other printed value lies in the range. */
  readonly unique: boolean;
  /** The lowest and the highest printed value in the range, where there are several. */
  readonly between?: readonly [string, string];
}

/** More printed values in a range are not tried one by one. */
const MOST_VALUES = 40n;

/** How a figure would have to be corrected for all others to be true; undefined where its correction settles nothing. */
export function correctionOf(
  search: Search,
  variable: number,
  surroundings: Surroundings,
): Correction | undefined {
  const own = search.system.variables[variable];
  if (own === undefined || !search.settles(variable)) return undefined;
  const range = search.rangeOf(variable);
  const { figure } = own;
  const chosen = chooseValue(search, variable, range, surroundings);
  if (chosen === undefined) return undefined;
  const { against, confirming } = evidenceOf(search, variable);
  return { figure, ...range, ...chosen, settles: Math.max(against, 1), confirming };
}

type Chosen = Pick<Correction, "value" | "text" | "slip" | "unique" | "between">;

/** What explains itself most: exact sums, then a slip of the hand, then the middle of the range. */
function chooseValue(
  search: Search,
  variable: number,
  range: ValueRange,
  surroundings: Surroundings,
): Chosen | undefined {
  const own = search.system.variables[variable];
  if (own === undefined) return undefined;
  const { figure: printed } = own;
  const decimals = surroundings.decimalsOf(printed);
  const grid: Figure = { unit: printed.figure.unit, decimals, scaled: 1n };
  const quantum = fineValue(grid);
  const fits = exactFits(search, variable, quantum);
  const neighbours = surroundings.neighboursOf(printed);
  const values = valuesIn(range, quantum, [...fits.keys()]);
  const middle = middleOf(range);
  const ranked = values.map((scaled) => {
    const value = { ...grid, scaled };
    const slip = slipOf(printed.figure, value, neighbours);
    const score = 2 * (fits.get(scaled) ?? 0) + BONUS[slip];
    const off = middle === undefined ? 0n : magnitude(2n * scaled * quantum - middle);
    return { value, slip, score, off };
  });
  ranked.sort((a, b) => b.score - a.score || sign(a.off - b.off) || sign(a.value.scaled - b.value.scaled));
  const [best] = ranked;
  if (best === undefined) return undefined;
  const show = (scaled: bigint) => textOf({ ...grid, scaled }, printed, surroundings);
  const ends = endsOf(range, quantum);
  const unique = ends !== undefined && ends[1] <= ends[0];
  return {
    value: best.value,
    text: show(best.value.scaled),
    slip: best.slip,
    unique,
    ...(ends === undefined || unique ? {} : { between: [show(ends[0]), show(ends[1])] as const }),
  };
}

/** How much a slip speaks for a value, an exact sum being 2. */
const BONUS: Readonly<Record<Slip, number>> = {
  unit: 3,
  point: 3,
  sign: 3,
  swapped: 3,
  digit: 1,
  neighbour: 0,
  unexplained: 0,
};

/** Printed values that make identities hold exactly with all other figures as printed, and how many. */
function exactFits(search: Search, variable: number, quantum: bigint): ReadonlyMap<bigint, number> {
  const fits = new Map<bigint, number>();
  for (const identity of usableIdentities(search, variable)) {
    const value = exactValue(identity, variable, search.system.variables);
    if (value === undefined) continue;
    const scaled = divideHalfUp(value, quantum);
    fits.set(scaled, (fits.get(scaled) ?? 0) + 1);
  }
  return fits;
}

/** Printed values whose rounding meets the range: those within it, or else the nearest. */
function valuesIn(range: ValueRange, quantum: bigint, fits: readonly bigint[]): readonly bigint[] {
  const { low, high } = range;
  const meets = (scaled: bigint) =>
    (low === undefined || 2n * scaled * quantum + quantum >= 2n * low) &&
    (high === undefined || 2n * scaled * quantum - quantum <= 2n * high);
  const values = new Set(fits.filter(meets));
  const ends = endsOf(range, quantum);
  if (ends !== undefined && ends[1] - ends[0] <= MOST_VALUES)
    for (let scaled = ends[0]; scaled <= ends[1]; scaled++) values.add(scaled);
  if (values.size === 0 && low !== undefined && high !== undefined)
    values.add(divideHalfUp(low + high, 2n * quantum));
  return [...values];
}

/** The first and the last printed value in a range. */
function endsOf({ low, high }: ValueRange, quantum: bigint): readonly [bigint, bigint] | undefined {
  if (low === undefined || high === undefined) return undefined;
  return [ceilOf(fraction(low, quantum)), floorOf(fraction(high, quantum))];
}

/** Twice the middle of a range. */
function middleOf({ low, high }: ValueRange): bigint | undefined {
  return low === undefined || high === undefined ? undefined : low + high;
}

function textOf(value: Figure, printed: PrintedFigure, surroundings: Surroundings): string {
  const grouping = printed.text.includes(",");
  const isCell = surroundings.factOf(printed)?.source.kind === "cell";
  const isFull = isCell || printed.figure.decimals >= value.decimals;
  return isFull ? figureText(value, grouping) : trimmedFigureText(value, grouping);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function sign(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}
