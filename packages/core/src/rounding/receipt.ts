import type { Figure } from "../money/figure.ts";
import type { BodyFact, IdentityClass, SignedFact } from "./system.ts";

/** How the figures of one disclosure were rounded so that they agree, and what could not be brought to agree. */
export interface RoundingReceipt {
  /** The figures that differ from their conventional rounding, in the order of first mention. */
  readonly differences: readonly RoundingDifference[];
  /** Sums that do not hold as printed: no rounding within one printed unit makes all of them hold. */
  readonly unmet: readonly ReceiptSum[];
  /** Whether the search was ended before it was proved that no fewer figures need to differ. */
  readonly limited: boolean;
  /** Of a department: its figures were decided again with its units', which could not add up to them otherwise. */
  readonly together?: true;
}

export interface RoundingDifference {
  /** The ids of the facts that print it: the same amount may stand for several things. */
  readonly facts: readonly string[];
  /** A growth whose base is printed as nil has no figure. */
  readonly printed?: Figure;
  readonly conventional: Figure;
  /** Sums that would not hold if this figure alone were rounded conventionally. */
  readonly requiredBy: readonly ReceiptSum[];
  /** A percentage: it is what a reader computes from the printed amounts. */
  readonly recomputed?: true;
}

/** A sum among printed figures, possibly of several bodies. */
export interface ReceiptSum {
  readonly class: IdentityClass;
  readonly total: BodyFact;
  readonly parts: readonly SignedFact[];
}
