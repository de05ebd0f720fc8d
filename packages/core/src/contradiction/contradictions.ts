import { type Certificate, combine, verifyCertificate } from "./certificate.ts";
import { type Correction, correctionOf } from "./correction.ts";
import { componentsOf } from "./minimal.ts";
import { type Clash, Search, UNDECIDED, type Undecided } from "./search.ts";
import { SLIPS } from "./slip.ts";
import type { Surroundings } from "./surroundings.ts";
import { figureKey, type LinearTerm, type StatedIdentity, type System, systemOf } from "./system.ts";
import { findWrongFigures, inAllBroken, suspectsOf } from "./wrong-figures.ts";

/** Printed figures that cannot all be true, with the proof and what would settle it. */
export interface Contradiction {
  /** The identities that contradict each other, none of them needless, and the figures that they speak of. */
  readonly set: System;
  /** The proof, in the numbers of the set. */
  readonly certificate: Certificate;
  /** The figures that are left when the identities are added up as the certificate says. */
  readonly sum: readonly LinearTerm[];
  /** What the sum comes to as printed, and by how much at least it misses nil whatever was rounded: 10^-12 yuan. */
  readonly printed: bigint;
  readonly gap: bigint;
  /** Single figures whose correction would settle it, the most likely first; none where no single one does. */
  readonly corrections: readonly Correction[];
  /** Whether all but the first correction are ruled out or unlikely. */
  readonly determined: boolean;
  /** How many figures must be corrected together at least, as far as was found. */
  readonly together: number;
}

export interface Contradictions {
  readonly found: readonly Contradiction[];
  /** Figures (one of each component) of which it was not decided whether they can be true. */
  readonly undecided: number;
  readonly identities: number;
  readonly figures: number;
}

/** What else speaks against figures, by their key: findings that are no identities, as growth rates. */
export type Doubts = ReadonlyMap<string, number>;

/** Decides whether everything that is stated can be true at once, and finds what contradicts what. */
export function findContradictions(
  stated: readonly StatedIdentity[],
  surroundings: Surroundings,
  doubts: Doubts = new Map(),
): Contradictions {
  const system = systemOf(stated);
  const found: Contradiction[] = [];
  let undecided = 0;
  for (const component of componentsOf(system)) {
    if (holdsAsPrinted(component)) continue;
    const here = inComponent(component, surroundings, doubts);
    if (here === UNDECIDED || !here.every(isProved)) undecided++;
    else found.push(...here);
  }
  return { found, undecided, identities: system.identities.length, figures: system.variables.length };
}

/** The last word has arithmetic that shares nothing with the search. */
function isProved({ set, certificate }: Contradiction): boolean {
  return verifyCertificate(set, certificate);
}

function holdsAsPrinted({ variables, identities }: System): boolean {
  return identities.every(
    ({ terms }) =>
      terms.reduce(
        (sum, { variable, coefficient }) => sum + coefficient * (variables[variable]?.printed ?? 0n),
        0n,
      ) === 0n,
  );
}

function inComponent(
  component: System,
  surroundings: Surroundings,
  doubts: Doubts,
): readonly Contradiction[] | Undecided {
  const search = new Search(component);
  const wrong = findWrongFigures(search);
  if (wrong === UNDECIDED) return UNDECIDED;
  const clusters = clustersOf(search, wrong);
  if (clusters === UNDECIDED) return UNDECIDED;
  const found: Contradiction[] = [];
  for (const cluster of clusters) {
    const [only, second] = cluster;
    const here =
      only !== undefined && second === undefined
        ? single(search, only, surroundings, doubts)
        : jointly(search, cluster);
    if (here === UNDECIDED) return UNDECIDED;
    found.push(...here);
  }
  return found;
}

/**
 * Which wrong figures belong together: one that contradicts nothing but by way of others that are wrong as well
 * cannot be corrected without them.
 */
function clustersOf(search: Search, wrong: readonly number[]): readonly (readonly number[])[] | Undecided {
  let clusters = wrong.map((variable) => [variable]);
  for (const variable of wrong) {
    search.restore(variable);
    const clash = search.ownClash() ?? search.clash();
    search.relax(variable);
    if (clash === UNDECIDED) return UNDECIDED;
    const touched =
      clash?.part.figuresOf.filter((other) => other !== variable && search.free.has(other)) ?? [];
    const linked = new Set([variable, ...touched]);
    const [joined, apart] = partition(clusters, (cluster) => cluster.some((member) => linked.has(member)));
    clusters = [joined.flat(), ...apart];
  }
  return clusters.toSorted((a, b) => Math.min(...a) - Math.min(...b));
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

/** A contradiction that the correction of one figure settles; the most likely one is left out of account after it. */
function single(
  search: Search,
  variable: number,
  surroundings: Surroundings,
  doubts: Doubts,
): readonly Contradiction[] | Undecided {
  search.restore(variable);
  const clash = search.ownClash() ?? search.clash();
  if (clash === undefined) return [];
  if (clash === UNDECIDED) return UNDECIDED;
  const corrections = correctionsOf(search, clash, surroundings, doubts);
  const likely = corrections[0]?.figure;
  const next = search.system.variables.findIndex(({ figure }) => figure === likely);
  search.relax(next < 0 ? variable : next);
  return [contradictionOf(clash, corrections, 1)];
}

/** Contradictions that no single figure settles: several must be corrected together. */
function jointly(search: Search, cluster: readonly number[]): readonly Contradiction[] | Undecided {
  const found: Contradiction[] = [];
  for (const variable of cluster) search.restore(variable);
  for (let rest = cluster; rest.length > 0; ) {
    const clash = search.ownClash();
    if (clash === undefined) break;
    if (clash === UNDECIDED) return UNDECIDED;
    found.push(contradictionOf(clash, [], cluster.length));
    const touched = rest.filter((variable) => clash.part.figuresOf.includes(variable));
    for (const variable of touched.length > 0 ? touched : rest) search.relax(variable);
    rest = rest.filter((variable) => !search.free.has(variable));
  }
  for (const variable of cluster) search.relax(variable);
  return found;
}

function correctionsOf(
  search: Search,
  clash: Clash,
  surroundings: Surroundings,
  doubts: Doubts,
): readonly Correction[] {
  return inAllBroken(search, suspectsOf(search, clash))
    .flatMap((variable) => correctionOf(search, variable, surroundings) ?? [])
    .toSorted((a, b) => rank(a, b, doubts));
}

function contradictionOf(
  { part, certificate }: Clash,
  corrections: readonly Correction[],
  together: number,
): Contradiction {
  const { terms, gap, printed } = combine(part, certificate);
  const [first, second] = corrections;
  return {
    set: { variables: part.variables, identities: part.identities },
    certificate,
    sum: terms,
    printed,
    gap,
    corrections,
    determined: first !== undefined && (second === undefined || grade(first) < grade(second)),
    together,
  };
}

const TELLING = ["unit", "point", "sign", "swapped"];

/** Slips that hardly ever explain a figure by chance; another digit often does. */
function isTelling({ slip }: Correction): boolean {
  return TELLING.includes(slip);
}

function rank(a: Correction, b: Correction, doubts: Doubts): number {
  const doubt = ({ figure }: Correction) => doubts.get(figureKey(figure)) ?? 0;
  return (
    grade(a) - grade(b) ||
    doubt(b) - doubt(a) ||
    b.settles - a.settles ||
    a.confirming - b.confirming ||
    SLIPS.indexOf(a.slip) - SLIPS.indexOf(b.slip)
  );
}

/** 0: a telling slip; 1: what may be; 2: last year's pack, long published; 3: below nil where nothing is printed so. */
function grade(correction: Correction): number {
  const { value, figure, slip } = correction;
  if (value.scaled < 0n && figure.figure.scaled >= 0n && slip !== "sign") return 3;
  if (figure.pack === "prior") return 2;
  return isTelling(correction) ? 0 : 1;
}
