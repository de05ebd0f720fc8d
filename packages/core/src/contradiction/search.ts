import type { Certificate } from "./certificate.ts";
import { certificateOf, minimalSet, type Part, partOf, solve } from "./minimal.ts";
import { ceilOf, floorOf } from "./rational.ts";
import { type Conflict, Simplex } from "./simplex.ts";
import { type LinearIdentity, rangeOf, type System } from "./system.ts";

/** A minimal contradiction: identities that cannot all be true, and the proof in the numbers of their own part. */
export interface Clash {
  readonly part: Part;
  readonly certificate: Certificate;
}

/** Thrown nowhere: an answer that takes too long to find. */
export const UNDECIDED = "undecided";
export type Undecided = typeof UNDECIDED;

/** Values that a figure may take for all that the other figures say; an end is missing where nothing bounds it. */
export interface ValueRange {
  readonly low?: bigint;
  readonly high?: bigint;
}

/** One component of a system under questions: what contradicts what if some figures are left out of account. */
export class Search {
  /** Identities that contradict their own figures, without any other identity. */
  readonly broken: readonly number[];
  readonly identitiesOf: ReadonlyMap<number, readonly number[]>;
  private readonly simplex: Simplex;
  private readonly freed = new Set<number>();

  constructor(readonly system: System) {
    this.simplex = new Simplex(system.variables, system.identities);
    this.broken = system.identities.flatMap((identity, index) => (this.breaks(identity) ? [index] : []));
    const uses = new Map<number, number[]>();
    for (const [index, { terms }] of system.identities.entries())
      for (const { variable } of terms) uses.set(variable, [...(uses.get(variable) ?? []), index]);
    this.identitiesOf = uses;
  }

  get free(): ReadonlySet<number> {
    return this.freed;
  }

  relax(variable: number): void {
    this.freed.add(variable);
    this.simplex.relax(variable);
  }

  restore(variable: number): void {
    const bounds = this.system.variables[variable];
    this.freed.delete(variable);
    if (bounds !== undefined) this.simplex.restore(variable, bounds);
  }

  /** Whether all can be true; undefined: not decided. */
  isSound(): boolean | undefined {
    return this.stillBroken().length > 0 ? false : this.simplex.solve()?.feasible;
  }

  /** Whether all can be true once one more figure may take any value. */
  settles(variable: number): boolean {
    this.relax(variable);
    const sound = this.isSound() === true;
    this.restore(variable);
    return sound;
  }

  /** What the other figures allow for one of them; call for a figure that settles. */
  rangeOf(variable: number): ValueRange {
    this.relax(variable);
    if (this.isSound() !== true) {
      this.restore(variable);
      return {};
    }
    const high = this.simplex.greatest(variable, 1);
    const low = this.simplex.greatest(variable, -1);
    this.restore(variable);
    return {
      ...(low === undefined ? {} : { low: ceilOf(low) }),
      ...(high === undefined ? {} : { high: floorOf(high) }),
    };
  }

  /** Identities of one figure that contradict by themselves, with no figure in them left out of account. */
  stillBroken(): readonly number[] {
    return this.broken.filter((index) =>
      (this.system.identities[index]?.terms ?? []).every(({ variable }) => !this.freed.has(variable)),
    );
  }

  /** A minimal contradiction, an identity by itself if there is one; undefined where all can be true. */
  clash(): Clash | Undecided | undefined {
    const [first] = this.stillBroken();
    if (first !== undefined) return this.clashOf([first]);
    const verdict = this.simplex.solve();
    if (verdict === undefined) return UNDECIDED;
    if (verdict.feasible) return undefined;
    return this.leastOf(verdict.conflict, [...this.system.identities.keys()]);
  }

  /** A minimal contradiction among identities in which every figure counts. */
  ownClash(): Clash | Undecided | undefined {
    if (this.freed.size === 0 || this.stillBroken().length > 0) return this.clash();
    const whole = this.system.identities.flatMap(({ terms }, index) =>
      terms.some(({ variable }) => this.freed.has(variable)) ? [] : [index],
    );
    const verdict = solve(partOf(this.system, whole), this.freed);
    if (verdict === undefined) return UNDECIDED;
    return verdict.feasible ? undefined : this.leastOf(verdict.conflict, whole);
  }

  /** The minimal set of a conflict, whose identities are numbered as in the list. */
  private leastOf(conflict: Conflict, numbers: readonly number[]): Clash | Undecided {
    const used = certificateOf(conflict).multipliers.flatMap(({ identity }) => numbers[identity] ?? []);
    const minimal = minimalSet(this.system, used, this.freed);
    return minimal === undefined ? UNDECIDED : this.clashOf(minimal);
  }

  private clashOf(identities: readonly number[]): Clash | Undecided {
    const part = partOf(this.system, identities);
    const verdict = solve(part, this.freed);
    if (verdict === undefined || verdict.feasible) return UNDECIDED;
    return { part, certificate: certificateOf(verdict.conflict) };
  }

  private breaks({ terms }: LinearIdentity): boolean {
    const { low, high } = rangeOf(terms, this.system.variables);
    return low > 0n || high < 0n;
  }
}
