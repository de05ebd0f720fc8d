import { combine } from "./certificate.ts";
import { evidenceOf } from "./evidence.ts";
import { type Clash, type Search, UNDECIDED, type Undecided } from "./search.ts";

/** More wrong figures than these in one component say that something else is wrong with it. */
const MOST_WRONG = 60;

/**
 * Figures that, left out of account, let all others be true: as few as are found by taking, contradiction by
 * contradiction, the one figure that settles everything or else the one that most identities speak against. They
 * are left out of account in the search.
 */
export function findWrongFigures(search: Search): readonly number[] | Undecided {
  const wrong: number[] = [];
  for (;;) {
    const clash = search.clash();
    if (clash === UNDECIDED || wrong.length > MOST_WRONG) return UNDECIDED;
    if (clash === undefined) return withoutNeedless(search, wrong);
    const suspects = suspectsOf(search, clash);
    const single = inAllBroken(search, suspects).find((variable) => search.settles(variable));
    const next = single ?? mostDoubtful(search, suspects);
    if (next === undefined) return UNDECIDED;
    search.relax(next);
    wrong.push(next);
  }
}

/** The figures that are left in the sum of a contradiction's identities: one of them must be wrong. */
export function suspectsOf({ system }: Search, { part, certificate }: Clash): readonly number[] {
  const left = new Set(combine(part, certificate).terms.map(({ variable }) => part.figuresOf[variable]));
  return system.variables.flatMap((_, index) => (left.has(index) ? [index] : []));
}

/** A figure that settles everything stands in every identity that contradicts by itself. */
export function inAllBroken(search: Search, suspects: readonly number[]): readonly number[] {
  const broken = search
    .stillBroken()
    .map((index) => new Set(search.system.identities[index]?.terms.map(({ variable }) => variable)));
  return suspects.filter((variable) => broken.every((figures) => figures.has(variable)));
}

function mostDoubtful(search: Search, suspects: readonly number[]): number | undefined {
  const weighed = suspects.map((variable) => ({ variable, ...evidenceOf(search, variable) }));
  weighed.sort(
    (a, b) =>
      b.agreeing - b.confirming - (a.agreeing - a.confirming) ||
      b.agreeing - a.agreeing ||
      a.variable - b.variable,
  );
  return weighed[0]?.variable;
}

/** Figures that need not be wrong once later ones are. */
function withoutNeedless(search: Search, wrong: readonly number[]): readonly number[] {
  return wrong.filter((variable) => {
    search.restore(variable);
    if (search.isSound() === true) return false;
    search.relax(variable);
    return true;
  });
}
