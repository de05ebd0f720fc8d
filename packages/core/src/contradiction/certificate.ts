import { type LinearTerm, rangeOf, type System } from "./system.ts";

/**
 * Why identities cannot all hold: each times its multiplier, added up, gives a sum of figures that would have to
 * be nil but, within the rounding of what is printed, cannot be (Farkas' lemma).
 */
export interface Certificate {
  readonly multipliers: readonly { readonly identity: number; readonly multiplier: bigint }[];
}

export interface Combination {
  /** The figures that are left in the sum. */
  readonly terms: readonly LinearTerm[];
  /** How far the sum stays from nil at least, in 10^-12 yuan; nil or less proves nothing. */
  readonly gap: bigint;
  /** The sum of the figures as printed. */
  readonly printed: bigint;
}

/** Adds up what a certificate says to add up, in whole numbers and without any solver. */
export function combine({ variables, identities }: System, { multipliers }: Certificate): Combination {
  const sums = new Map<number, bigint>();
  for (const { identity, multiplier } of multipliers)
    for (const { variable, coefficient } of identities[identity]?.terms ?? [])
      sums.set(variable, (sums.get(variable) ?? 0n) + multiplier * coefficient);
  const terms = [...sums]
    .filter(([, coefficient]) => coefficient !== 0n)
    .map(([variable, coefficient]) => ({ variable, coefficient }));
  const { low, high } = rangeOf(terms, variables);
  const printed = terms.reduce(
    (sum, { variable, coefficient }) => sum + coefficient * (variables[variable]?.printed ?? 0n),
    0n,
  );
  return { terms, gap: low > 0n ? low : -high, printed };
}

/**
 * Whether the proof stands even if any of the figures was cut off instead of rounded: then its true value may lie a
 * whole printed unit further from nil.
 */
export function standsIfCutOff({ variables, identities }: System, certificate: Certificate): boolean {
  const wide = variables.map((variable) => {
    const { printed, low, high } = variable;
    return {
      ...variable,
      low: printed <= 0n ? 2n * low - printed : low,
      high: printed >= 0n ? 2n * high - printed : high,
    };
  });
  return combine({ variables: wide, identities }, certificate).gap > 0n;
}

/** Whether a certificate proves that the identities which it uses contradict each other. */
export function verifyCertificate(system: System, certificate: Certificate): boolean {
  const { multipliers } = certificate;
  const known = multipliers.every(
    ({ identity, multiplier }) => multiplier !== 0n && system.identities[identity] !== undefined,
  );
  return known && multipliers.length > 0 && combine(system, certificate).gap > 0n;
}
