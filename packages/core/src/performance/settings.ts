import type { AchievementId } from "../budget/year-terms.ts";

/** How a place monitors and evaluates (`profiles/<id>.json`): what the Ministry leaves to it. Shares in percent. */
export interface PerformanceSettings {
  /** "flat": name, weight, unit, operator, target, core; "tree": with the levels 一级, 二级, 三级指标. */
  readonly form: "flat" | "tree";
  readonly monitoring: {
    /** Month and day of the rounds, e.g. "07-31". */
    readonly rounds: readonly string[];
    /** Execution against the months elapsed: below `red` red, below `green` yellow. */
    readonly execution: { readonly red: number; readonly green: number };
    /** Progress against the share of the target that is due: likewise, and from `blue` on blue. */
    readonly indicator: { readonly red: number; readonly green: number; readonly blue: number };
  };
  readonly evaluation: {
    /** From the best down: the least share of the full score. */
    readonly grades: readonly { readonly name: string; readonly from: number }[];
    /** Of a qualitative target, the most and the least share of its weight by how far it was reached. */
    readonly qualitative: Readonly<Record<AchievementId, readonly [most: number, least: number]>>;
    /** Execution below this demands a reason. */
    readonly executionReason: number;
    /** Indicator scores that exceed execution by more than this share disagree with it. */
    readonly disagreement: number;
    /** A budget left unspent by more than this share is pointed out. */
    readonly unspent: number;
  };
  /** Calendar days from the approval of a three-public reallocation to its filing. */
  readonly filingDays: number;
}
