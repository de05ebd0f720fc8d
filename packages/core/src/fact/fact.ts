import type { Mark } from "../book/mark.ts";
import { type Measure, measureKey } from "../measure/measure.ts";
import type { Fen } from "../money/fen.ts";
import type { AmountFormat } from "../money/figure.ts";

/** What a printed figure states: an amount, a comparison of two amounts, or a count. */
export type Quantity =
  | { readonly kind: "amount"; readonly measure: Measure }
  | { readonly kind: "change"; readonly measure: Measure; readonly base: Measure }
  | { readonly kind: "growth"; readonly measure: Measure; readonly base: Measure }
  | { readonly kind: "count"; readonly measure: Measure };

export interface FactFormat extends AmountFormat {
  /** Decimals of a percentage. */
  readonly percentDecimals: number;
  /** Whether amounts are printed with thousands separators. */
  readonly grouping?: boolean;
}

/** One printed figure: what it measures, its exact value, and every place that prints it. */
export interface Fact {
  /** Short and stable within a disclosure: "f1", "f2", … in order of first mention. */
  readonly id: string;
  readonly quantity: Quantity;
  readonly format: FactFormat;
  /** Exact value: of an amount its fen, of a change the signed difference, of a count the number. */
  readonly exact: bigint;
  /** Growth only: the exact base in fen. */
  readonly base?: Fen;
  /** Which entries it sums, with the same meaning of the exact value: see `book/mark.ts`. Counts have none. */
  readonly mark?: Mark;
  /** Whether the ledger states anything for it; a blank is not a zero. */
  readonly stated: boolean;
}

/** The canonical text of a quantity as printed: equal keys are one figure. */
export function quantityKey(quantity: Quantity, format: FactFormat): string {
  const unit = quantity.kind === "growth" ? `%${format.percentDecimals}` : `${format.unit}${format.decimals}`;
  const base = "base" in quantity ? `|${measureKey(quantity.base)}` : "";
  return `${quantity.kind}@${unit}|${measureKey(quantity.measure)}${base}`;
}
