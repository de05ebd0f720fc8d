import type { Fact } from "../fact/fact.ts";
import { type AmountFormat, divideHalfUp, FEN_PER_UNIT } from "../money/figure.ts";

/** A fact of one body's disclosure. */
export interface BodyFact {
  readonly body: string;
  readonly fact: Fact;
}

/** One figure to decide: the exact amount that one or more facts print, at one precision. */
export interface RoundingFigure {
  /** The amount rounded down, in printed units. */
  readonly floor: bigint;
  /** What is left above the floor, in parts of `parts`. */
  readonly rest: bigint;
  readonly parts: bigint;
  /** What conventional rounding prints, in printed units. */
  readonly conventional: bigint;
  /** What a difference from conventional rounding counts: nothing where it only stands behind printed figures. */
  weight: 0 | 1;
  /** Where it may not be decided: the value that it has. */
  pinned?: bigint;
  readonly facts: BodyFact[];
}

/**
 * The classes of identities, from the first to be given up to the last, where not all can hold: a department and
 * its units in different packs; ties between tables; changes on last year; totals in sentences; totals across and
 * down a table.
 */
export const IDENTITY_CLASSES = ["units", "tie", "change", "sentence", "columns", "rows"] as const;
export type IdentityClass = (typeof IDENTITY_CLASSES)[number];

/** A sum that must hold among figures as printed: total − parts = 0. */
export interface RoundingIdentity {
  readonly class: IdentityClass;
  readonly total: BodyFact;
  readonly parts: readonly SignedFact[];
  /** The same over figures, each figure once and none with coefficient nil. */
  readonly terms: readonly { readonly figure: number; readonly coefficient: number }[];
}

export interface SignedFact extends BodyFact {
  readonly sign: 1 | -1;
}

/** The figures of one or more packs and the sums that must hold among them. */
export class RoundingSystem {
  readonly figures: RoundingFigure[] = [];
  readonly identities: RoundingIdentity[] = [];
  private readonly byQuantity = new Map<string, number>();
  private readonly byFact = new Map<string, number>();
  private readonly known = new Map<string, number>();

  /**
   * Takes in a fact, with the value that it must have if it is fixed. Facts of a body that sum the same entries at
   * the same precision are one figure.
   */
  add(body: string, fact: Fact, printed: boolean, fixed: bigint | undefined): void {
    const format = amountFormatOf(fact);
    if (format === undefined || fact.mark === undefined) return;
    const key = `${body}|${format.unit}${format.decimals}|${fact.mark}|${fixed ?? ""}`;
    let index = this.byQuantity.get(key);
    if (index === undefined) {
      index = this.figures.push(figureOf(fact.exact, format)) - 1;
      this.byQuantity.set(key, index);
    }
    const figure = this.figures[index];
    if (figure === undefined) return;
    figure.facts.push({ body, fact });
    if (printed) figure.weight = 1;
    if (fixed !== undefined) figure.pinned = fixed;
    this.byFact.set(factKey(body, fact), index);
  }

  indexOf({ body, fact }: BodyFact): number | undefined {
    return this.byFact.get(factKey(body, fact));
  }

  /**
   * States that a total is the sum of its parts. Left out where that is not so of the exact amounts, where it holds
   * whatever is printed, and where the figures have different precisions.
   */
  sum(type: IdentityClass, total: BodyFact, parts: readonly SignedFact[]): void {
    if (total.fact.exact !== parts.reduce((sum, { fact, sign }) => sum + BigInt(sign) * fact.exact, 0n))
      return;
    const coefficients = new Map<number, number>();
    const all: readonly SignedFact[] = [{ ...total, sign: -1 }, ...parts];
    const format = amountFormatOf(total.fact);
    for (const term of all) {
      const index = this.indexOf(term);
      const own = amountFormatOf(term.fact);
      if (index === undefined || own?.unit !== format?.unit || own?.decimals !== format?.decimals) return;
      coefficients.set(index, (coefficients.get(index) ?? 0) + term.sign);
    }
    const terms = [...coefficients]
      .filter(([, coefficient]) => coefficient !== 0)
      .sort(([a], [b]) => a - b)
      .map(([figure, coefficient]) => ({ figure, coefficient }));
    if (terms.length > 0) this.keep({ class: type, total, parts, terms });
  }

  /** Of equal identities the class that is given up last is kept. */
  private keep(identity: RoundingIdentity): void {
    const key = keyOf(identity.terms);
    const known = this.known.get(key);
    if (known === undefined) {
      this.known.set(key, this.identities.push(identity) - 1);
      return;
    }
    const other = this.identities[known];
    if (other === undefined || strength(other.class) >= strength(identity.class)) return;
    this.identities[known] = identity;
  }
}

export function strength(type: IdentityClass): number {
  return IDENTITY_CLASSES.indexOf(type);
}

function factKey(body: string, { id }: Fact): string {
  return `${body}\u0000${id}`;
}

function keyOf(terms: RoundingIdentity["terms"]): string {
  const sign = (terms[0]?.coefficient ?? 1) < 0 ? -1 : 1;
  return terms.map(({ figure, coefficient }) => `${figure}*${sign * coefficient}`).join("+");
}

/** How the fact is printed, where it is an amount of money. */
export function amountFormatOf({ quantity, format }: Fact): AmountFormat | undefined {
  return quantity.kind === "amount" || quantity.kind === "change" ? format : undefined;
}

function figureOf(exact: bigint, format: AmountFormat): RoundingFigure {
  const parts = FEN_PER_UNIT[format.unit];
  const scaled = exact * 10n ** BigInt(format.decimals);
  const floor = (scaled - (((scaled % parts) + parts) % parts)) / parts;
  return {
    floor,
    rest: scaled - floor * parts,
    parts,
    conventional: divideHalfUp(scaled, parts),
    weight: 0,
    facts: [],
  };
}
