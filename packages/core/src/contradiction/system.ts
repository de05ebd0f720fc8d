import { fineValue, halfUnit } from "../money/compare.ts";
import type { Identity, PrintedFigure } from "../rules/identity.ts";

/** A printed figure whose true value lies between two bounds, in 10^-12 yuan (of one piece). */
export interface Variable {
  readonly figure: PrintedFigure;
  readonly printed: bigint;
  readonly low: bigint;
  readonly high: bigint;
}

export interface LinearTerm {
  readonly variable: number;
  readonly coefficient: bigint;
}

/** Σ coefficient × true value = 0. */
export interface LinearIdentity {
  /** The rule that states it. */
  readonly rule: string;
  readonly terms: readonly LinearTerm[];
}

/** Everything that the printed figures of a pack, or of several, must satisfy at once. */
export interface System {
  readonly variables: readonly Variable[];
  readonly identities: readonly LinearIdentity[];
}

export interface StatedIdentity {
  readonly rule: string;
  readonly identity: Identity;
}

/** Collects identities; one that says the same as an earlier one is left out. */
export function systemOf(stated: readonly StatedIdentity[]): System {
  const variables: Variable[] = [];
  const indices = new Map<string, number>();
  const indexOf = (figure: PrintedFigure) => {
    const key = figureKey(figure);
    const known = indices.get(key);
    if (known !== undefined) return named(variables, known, figure);
    indices.set(key, variables.length);
    return variables.push(variableOf(figure)) - 1;
  };
  const identities = new Map<string, LinearIdentity>();
  for (const { rule, identity } of stated) {
    const terms = collect(identity, indexOf);
    const key = keyOfTerms(terms);
    if (terms.length > 0 && !identities.has(key)) identities.set(key, { rule, terms });
  }
  return { variables, identities: [...identities.values()] };
}

/** A figure that one rule names in words keeps them though another rule does not. */
function named(variables: Variable[], index: number, figure: PrintedFigure): number {
  const known = variables[index];
  if (known !== undefined && known.figure.name === undefined && figure.name !== undefined)
    variables[index] = { ...known, figure };
  return index;
}

/** A figure among those of several packs. */
export function figureKey({ pack = "", id }: Pick<PrintedFigure, "id" | "pack">): string {
  return `${pack}|${id}`;
}

/** The lowest and the highest value that the terms can add up to. */
export function rangeOf(
  terms: readonly LinearTerm[],
  variables: readonly Variable[],
): { readonly low: bigint; readonly high: bigint } {
  let low = 0n;
  let high = 0n;
  for (const { variable, coefficient } of terms) {
    const bounds = variables[variable];
    if (bounds === undefined) continue;
    const ends = [coefficient * bounds.low, coefficient * bounds.high] as const;
    low += coefficient > 0n ? ends[0] : ends[1];
    high += coefficient > 0n ? ends[1] : ends[0];
  }
  return { low, high };
}

function variableOf(figure: PrintedFigure): Variable {
  const printed = fineValue(figure.figure);
  const half = halfUnit(figure.figure);
  return { figure, printed, low: printed - half, high: printed + half };
}

/** One term a figure, in the order of the figures; terms that cancel are left out. */
function collect({ terms }: Identity, indexOf: (figure: PrintedFigure) => number): LinearTerm[] {
  const sums = new Map<number, bigint>();
  for (const { figure, coefficient } of terms) {
    const variable = indexOf(figure);
    sums.set(variable, (sums.get(variable) ?? 0n) + BigInt(coefficient));
  }
  return [...sums]
    .filter(([, coefficient]) => coefficient !== 0n)
    .map(([variable, coefficient]) => ({ variable, coefficient }));
}

function keyOfTerms(terms: readonly LinearTerm[]): string {
  const sorted = terms.toSorted((a, b) => a.variable - b.variable);
  const sign = (sorted[0]?.coefficient ?? 1n) < 0n ? -1n : 1n;
  return sorted.map(({ variable, coefficient }) => `${variable}*${coefficient * sign}`).join(" ");
}
