import type { Place } from "../document/document.ts";
import type { Figure } from "../money/figure.ts";

/** A figure of a published pack that an identity speaks of: a fact, or an amount of a form. */
export interface PrintedFigure {
  /** Unique in its pack. */
  readonly id: string;
  readonly figure: Figure;
  /** As printed, without unit. */
  readonly text: string;
  readonly place?: Place;
  /** The pack that prints it, where it is not the one that is checked: "prior", or a unit's. */
  readonly pack?: string;
  /** What it is in words, where neither a cell nor its sentence says so. */
  readonly name?: string;
}

interface IdentityTerm {
  readonly figure: PrintedFigure;
  readonly coefficient: 1 | -1;
}

/**
 * What a rule compared: the true values behind these printed figures, with their coefficients, add up to nil. A
 * rule states an identity only where it is sure that it must hold: all identities of a pack together are the
 * system that is searched for contradictions.
 */
export interface Identity {
  readonly terms: readonly IdentityTerm[];
}

/** The total is the sum of its signed parts. */
export function sumIdentity(
  total: PrintedFigure,
  parts: readonly { readonly fact: PrintedFigure; readonly sign: 1 | -1 }[],
): Identity {
  return {
    terms: [
      { figure: total, coefficient: 1 },
      ...parts.map(({ fact, sign }) => ({
        figure: fact,
        coefficient: sign === 1 ? (-1 as const) : (1 as const),
      })),
    ],
  };
}

/** Both print the same quantity. */
export function sameIdentity(a: PrintedFigure, b: PrintedFigure): Identity {
  return sumIdentity(a, [{ fact: b, sign: 1 }]);
}
