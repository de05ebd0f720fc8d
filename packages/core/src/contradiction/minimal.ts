import type { Certificate } from "./certificate.ts";
import { greatestCommonDivisor } from "./rational.ts";
import { type Conflict, Simplex } from "./simplex.ts";
import type { System } from "./system.ts";

/** Some identities of a system with the figures that they speak of, numbered anew from 0. */
export interface Part extends System {
  /** The figures' and the identities' numbers in the whole system. */
  readonly figuresOf: readonly number[];
  readonly identitiesOf: readonly number[];
}

export function partOf({ variables, identities }: System, chosen: readonly number[]): Part {
  const numbers = new Map<number, number>();
  const own = chosen.flatMap((index) => identities[index] ?? []);
  const remapped = own.map(({ rule, terms }) => ({
    rule,
    terms: terms.map(({ variable, coefficient }) => {
      const number = numbers.get(variable) ?? numbers.size;
      numbers.set(variable, number);
      return { variable: number, coefficient };
    }),
  }));
  const figuresOf = [...numbers.keys()];
  return {
    variables: figuresOf.flatMap((index) => variables[index] ?? []),
    identities: remapped,
    figuresOf,
    identitiesOf: chosen,
  };
}

/** The parts of a system that share no figure. */
export function componentsOf(system: System): readonly Part[] {
  const parents = system.variables.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  for (const { terms } of system.identities)
    for (const { variable } of terms) parents[find(variable)] = find(terms[0]?.variable ?? variable);
  const members = new Map<number, number[]>();
  for (const [index, { terms }] of system.identities.entries()) {
    const root = find(terms[0]?.variable ?? 0);
    members.set(root, [...(members.get(root) ?? []), index]);
  }
  return [...members.values()].map((identities) => partOf(system, identities));
}

/** Whether the figures' true values can satisfy a system where some of them may take any value. */
export function solve(part: Part, free: ReadonlySet<number>) {
  const simplex = new Simplex(part.variables, part.identities);
  for (const [own, variable] of part.figuresOf.entries()) if (free.has(variable)) simplex.relax(own);
  return simplex.solve();
}

/**
 * Leaves out of contradictory identities whatever the contradiction does not need (a deletion filter): without any
 * one of those that remain the others can all be true. Undefined where it cannot be decided.
 */
export function minimalSet(
  system: System,
  identities: readonly number[],
  free: ReadonlySet<number> = new Set(),
): readonly number[] | undefined {
  let kept = identities;
  for (const identity of identities) {
    if (kept.length === 1) break;
    const others = kept.filter((other) => other !== identity);
    const verdict = solve(partOf(system, others), free);
    if (verdict === undefined) return undefined;
    if (!verdict.feasible) kept = others;
  }
  return kept;
}

/** The proof of a conflict in whole numbers without a common factor, the first multiplier positive. */
export function certificateOf(conflict: Conflict): Certificate {
  const entries = [...conflict].filter(([, { n }]) => n !== 0n).sort(([a], [b]) => a - b);
  let denominator = 1n;
  for (const [, { d }] of entries) denominator = (denominator / greatestCommonDivisor(denominator, d)) * d;
  const whole = entries.map(([identity, { n, d }]) => ({ identity, multiplier: n * (denominator / d) }));
  const divisor = whole.reduce((common, { multiplier }) => greatestCommonDivisor(common, multiplier), 0n);
  const sign = (whole[0]?.multiplier ?? 1n) < 0n ? -1n : 1n;
  return {
    multipliers: whole.map(({ identity, multiplier }) => ({
      identity,
      multiplier: (multiplier / divisor) * sign,
    })),
  };
}
