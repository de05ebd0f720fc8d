import { type Fen, fen, formatScaled } from "./fen.ts";

/** Units in which figures are printed; 亿元 ("yi-yuan") only in the sentences of others. */
export type UnitOfFigure = "yuan" | "wan-yuan" | "yi-yuan" | "percent" | "count";

/** Of an amount: how many fen one unit is. */
export const FEN_PER_UNIT = { yuan: 100n, "wan-yuan": 1_000_000n } as const;

/** How an amount is printed: its unit and its number of decimals. */
export interface AmountFormat {
  readonly unit: "yuan" | "wan-yuan";
  readonly decimals: number;
}

/**
 * A printed decimal with its unit. It stands for an interval of half a printed unit each side of
 * `scaled` × 10^-decimals units.
 */
export interface Figure {
  readonly unit: UnitOfFigure;
  readonly decimals: number;
  /** The printed digits as an integer: 300.32 with two decimals is 30032. */
  readonly scaled: bigint;
}

/** The printed text without unit, with all decimals: "1300.32"; amounts with thousands separators if asked. */
export function figureText(figure: Figure, grouping = false): string {
  const text = formatScaled(figure.scaled, figure.decimals);
  const isAmount = figure.unit === "yuan" || figure.unit === "wan-yuan";
  return grouping && isAmount ? text.replace(/(?<!\.\d*)\d(?=(?:\d{3})+(?!\d))/g, "$&,") : text;
}

/** The printed text with trailing zeros dropped, as sentences write it: 6.20 → "6.2", 6.00 → "6". */
export function trimmedFigureText(figure: Figure, grouping = false): string {
  const text = figureText(figure, grouping);
  return figure.decimals === 0 ? text : text.replace(/\.?0+$/, "");
}

/** Conventional rounding (四舍五入, half away from zero) of an amount to its printed unit. */
export function roundAmount(amount: Fen, format: AmountFormat): Figure {
  const quantum = FEN_PER_UNIT[format.unit];
  const scale = 10n ** BigInt(format.decimals);
  return { unit: format.unit, decimals: format.decimals, scaled: divideHalfUp(amount * scale, quantum) };
}

/** The exact amount that a figure would state if nothing had been rounded. Needs a unit of money. */
export function figureAmount(figure: Figure & AmountFormat): Fen {
  return fen(divideHalfUp(figure.scaled * FEN_PER_UNIT[figure.unit], 10n ** BigInt(figure.decimals)));
}

/**
 * A ratio as a percentage figure, half away from zero. Undefined when the base is nil: growth on nothing and
 * shares of nothing have no value.
 */
export function percentage(part: bigint, base: bigint, decimals: number): Figure | undefined {
  if (base === 0n) return undefined;
  return { unit: "percent", decimals, scaled: divideHalfUp(part * 100n * 10n ** BigInt(decimals), base) };
}

export function countFigure(count: number): Figure {
  return { unit: "count", decimals: 0, scaled: BigInt(count) };
}

/** Integer division rounding half away from zero. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * n + d) / (2n * d);
  return negative ? -quotient : quotient;
}
