import { compare, fraction, minus, NIL, over, plus, type Rational, times, whole } from "./rational.ts";
import type { LinearIdentity, Variable } from "./system.ts";

/** Multipliers of identities that contradict each other, by the identity's index. */
export type Conflict = ReadonlyMap<number, Rational>;
export type Verdict = { readonly feasible: true } | { readonly feasible: false; readonly conflict: Conflict };

interface Bounds {
  low?: Rational;
  high?: Rational;
}

/** Pivots of cheap choice before the rule that never cycles (the smallest index) takes over. */
const FREE_PIVOTS = 2000;
/** More than any pack needs; a system that takes more is left undecided. */
const MOST_PIVOTS = 20_000;

/**
 * Linear identities over bounded figures, decided in exact fractions: the general simplex method of Dutertre and
 * de Moura (2006). It starts from the printed figures, so that it works on the identities only that do not hold as
 * printed, and a row that cannot be repaired is itself the proof. Bounds may change between questions.
 */
export class Simplex {
  private readonly bounds: Bounds[];
  private readonly values: Rational[];
  /** Basic variable → its row: the nonbasic variables that it is a sum of. */
  private readonly rows = new Map<number, Map<number, Rational>>();
  /** Nonbasic variable → the basic ones that it stands in. */
  private readonly columns = new Map<number, Set<number>>();
  private readonly violated = new Set<number>();
  /** Slack variables, one an identity, follow the figures. */
  private readonly first: number;
  private pivots = 0;

  constructor(variables: readonly Variable[], identities: readonly LinearIdentity[]) {
    this.first = variables.length;
    this.bounds = variables.map(({ low, high }) => ({ low: whole(low), high: whole(high) }));
    this.values = variables.map(({ printed }) => whole(printed));
    for (const [index, { terms }] of identities.entries()) {
      const slack = this.first + index;
      const row = new Map(terms.map(({ variable, coefficient }) => [variable, whole(coefficient)]));
      this.bounds.push({ low: NIL, high: NIL });
      this.values.push(this.sumOf(row));
      this.rows.set(slack, row);
      for (const variable of row.keys()) this.columnOf(variable).add(slack);
      this.note(slack);
    }
  }

  /** Lets a figure take any value, or only its printed ones again. */
  relax(variable: number): void {
    this.bounds[variable] = {};
    this.violated.delete(variable);
  }

  restore(variable: number, { low, high }: { readonly low: bigint; readonly high: bigint }): void {
    this.bounds[variable] = { low: whole(low), high: whole(high) };
    if (this.rows.has(variable)) this.note(variable);
    else this.move(variable, this.nearest(variable));
  }

  /** Whether all identities can hold; undefined where deciding takes too long. */
  solve(): Verdict | undefined {
    for (const end = this.pivots + MOST_PIVOTS, start = this.pivots; this.pivots < end; ) {
      const basic = this.leaving();
      if (basic === undefined) return { feasible: true };
      const bound = this.nearest(basic);
      const rises = compare(bound, this.value(basic)) > 0n;
      const entering = this.entering(basic, rises, this.pivots - start < FREE_PIVOTS);
      if (entering === undefined) return { feasible: false, conflict: this.conflictOf(basic) };
      const step = over(plus(bound, minus(this.value(basic))), this.coefficient(basic, entering));
      this.move(entering, plus(this.value(entering), step));
      this.pivot(basic, entering);
    }
    return undefined;
  }

  /** The greatest value (of the negative: the least) that a figure can take; call where all identities can hold. */
  greatest(variable: number, sign: 1 | -1): Rational | undefined {
    for (const end = this.pivots + MOST_PIVOTS; this.pivots < end; this.pivots++) {
      const entering = this.rows.has(variable)
        ? this.improving(variable, sign)
        : { variable, rises: sign > 0 };
      if (entering === undefined) return this.value(variable);
      const limit = this.limitOf(entering.variable, entering.rises);
      if (limit === undefined) return undefined;
      const step = entering.rises ? limit.step : minus(limit.step);
      this.move(entering.variable, plus(this.value(entering.variable), step));
      if (limit.basic === undefined) {
        if (entering.variable === variable) return this.value(variable);
      } else this.pivot(limit.basic, entering.variable);
    }
    return undefined;
  }

  /** The figures' values at the last answer: where all identities can hold, values with which they do. */
  get point(): readonly Rational[] {
    return this.values.slice(0, this.first);
  }

  private value(variable: number): Rational {
    return this.values[variable] ?? NIL;
  }

  private columnOf(variable: number): Set<number> {
    const column = this.columns.get(variable) ?? new Set();
    this.columns.set(variable, column);
    return column;
  }

  private rowOf(basic: number): Map<number, Rational> {
    return this.rows.get(basic) ?? new Map();
  }

  private coefficient(basic: number, nonbasic: number): Rational {
    return this.rowOf(basic).get(nonbasic) ?? NIL;
  }

  private sumOf(row: ReadonlyMap<number, Rational>): Rational {
    let sum = NIL;
    for (const [variable, coefficient] of row) sum = plus(sum, times(coefficient, this.value(variable)));
    return sum;
  }

  /** The value within the bounds that is nearest to the present one. */
  private nearest(variable: number): Rational {
    const { low, high } = this.bounds[variable] ?? {};
    const value = this.value(variable);
    if (low !== undefined && compare(value, low) < 0n) return low;
    return high !== undefined && compare(value, high) > 0n ? high : value;
  }

  private note(basic: number): void {
    if (compare(this.nearest(basic), this.value(basic)) === 0n) this.violated.delete(basic);
    else this.violated.add(basic);
  }

  /** Sets a nonbasic variable, and with it the basic ones that it stands in. */
  private move(variable: number, value: Rational): void {
    const step = plus(value, minus(this.value(variable)));
    if (step.n === 0n) return;
    this.values[variable] = value;
    for (const basic of this.columnOf(variable)) {
      this.values[basic] = plus(this.value(basic), times(this.coefficient(basic, variable), step));
      this.note(basic);
    }
  }

  private leaving(): number | undefined {
    let least: number | undefined;
    for (const basic of this.violated) if (least === undefined || basic < least) least = basic;
    return least;
  }

  private entering(basic: number, rises: boolean, free: boolean): number | undefined {
    let best: number | undefined;
    let bestSize = Number.POSITIVE_INFINITY;
    for (const [variable, { n }] of this.rowOf(basic)) {
      if (!this.canMove(variable, n > 0n === rises)) continue;
      const size = free ? this.columnOf(variable).size : 0;
      if (best === undefined || size < bestSize || (size === bestSize && variable < best)) {
        best = variable;
        bestSize = size;
      }
    }
    return best;
  }

  private canMove(variable: number, rises: boolean): boolean {
    const { low, high } = this.bounds[variable] ?? {};
    const bound = rises ? high : low;
    return bound === undefined || compare(this.value(variable), bound) !== 0n;
  }

  /** The first variable of a row whose move lets the row's own grow (or shrink). */
  private improving(basic: number, sign: 1 | -1): { variable: number; rises: boolean } | undefined {
    let best: { variable: number; rises: boolean } | undefined;
    for (const [variable, { n }] of this.rowOf(basic)) {
      const rises = n > 0n === sign > 0;
      if (this.canMove(variable, rises) && (best === undefined || variable < best.variable))
        best = { variable, rises };
    }
    return best;
  }

  /** How far a nonbasic variable can go, and the basic one that stops it (none: its own bound). */
  private limitOf(variable: number, rises: boolean): { step: Rational; basic?: number } | undefined {
    const { low, high } = this.bounds[variable] ?? {};
    const own = rises ? high : low;
    let limit: { step: Rational; basic?: number } | undefined =
      own === undefined ? undefined : { step: distance(own, this.value(variable)) };
    for (const basic of [...this.columnOf(variable)].sort((a, b) => a - b)) {
      const coefficient = this.coefficient(basic, variable);
      const bounds = this.bounds[basic] ?? {};
      const bound = coefficient.n > 0n === rises ? bounds.high : bounds.low;
      if (bound === undefined) continue;
      const room = over(distance(bound, this.value(basic)), magnitude(coefficient));
      if (limit === undefined || compare(room, limit.step) < 0n) limit = { step: room, basic };
    }
    return limit;
  }

  /** A row that cannot be repaired: what it says of the slack variables are the multipliers. */
  private conflictOf(basic: number): Conflict {
    const multipliers = new Map<number, Rational>();
    if (basic >= this.first) multipliers.set(basic - this.first, whole(1n));
    for (const [variable, coefficient] of this.rowOf(basic))
      if (variable >= this.first) multipliers.set(variable - this.first, minus(coefficient));
    return multipliers;
  }

  /** Exchanges a basic and a nonbasic variable. */
  private pivot(basic: number, entering: number): void {
    this.pivots++;
    const row = this.rowOf(basic);
    const lead = this.coefficient(basic, entering);
    this.rows.delete(basic);
    for (const variable of row.keys()) this.columnOf(variable).delete(basic);
    row.delete(entering);
    const solved = new Map<number, Rational>([[basic, fraction(lead.d, lead.n)]]);
    for (const [variable, coefficient] of row) solved.set(variable, minus(over(coefficient, lead)));
    const users = this.columnOf(entering);
    this.columns.delete(entering);
    for (const user of users) this.substitute(user, entering, solved);
    this.rows.set(entering, solved);
    for (const variable of solved.keys()) this.columnOf(variable).add(entering);
    this.violated.delete(basic);
    this.note(entering);
  }

  private substitute(user: number, entering: number, solved: ReadonlyMap<number, Rational>): void {
    const row = this.rowOf(user);
    const factor = row.get(entering) ?? NIL;
    row.delete(entering);
    for (const [variable, coefficient] of solved) {
      const sum = plus(row.get(variable) ?? NIL, times(factor, coefficient));
      if (sum.n === 0n) {
        row.delete(variable);
        this.columnOf(variable).delete(user);
      } else {
        row.set(variable, sum);
        this.columnOf(variable).add(user);
      }
    }
  }
}

function magnitude(value: Rational): Rational {
  return value.n < 0n ? minus(value) : value;
}

function distance(a: Rational, b: Rational): Rational {
  return magnitude(plus(a, minus(b)));
}
