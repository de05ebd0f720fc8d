import type { Project } from "../budget/budget.ts";
import type { Evaluation, Review } from "../budget/year.ts";
import type { IndicatorKindId, ReviewLevelId } from "../budget/year-terms.ts";
import type { Actual } from "./actual.ts";
import type { Execution } from "./execution.ts";
import type { Ratio } from "./ratio.ts";
import type { ExecutionScore, Score } from "./score.ts";
import type { TargetInForce } from "./targets.ts";

/** The self-evaluation (绩效自评) of a year: the whole body first, then each project. */
export interface SelfEvaluation {
  readonly forms: readonly EvaluatedForm[];
}

export interface EvaluatedForm {
  /** Absent: the body as a whole. */
  readonly project?: Project;
  readonly execution: Execution;
  /** Absent where the profile gives execution no points (the body as a whole). */
  readonly executionScore?: EvaluatedExecution;
  readonly indicators: readonly EvaluatedIndicator[];
  readonly said?: Evaluation;
  readonly total: Total;
  /** Totals with the scores that each reviewer gave instead; absent where none was given. */
  readonly reviewed: Readonly<Partial<Record<ReviewLevelId, Total>>>;
  readonly concerns: readonly Concern[];
}

export interface EvaluatedExecution extends ExecutionScore, Printed, Reviewed {
  readonly full: Ratio;
}

export interface EvaluatedIndicator extends TargetInForce, Printed, Reviewed {
  readonly kind: IndicatorKindId;
  readonly inferred: boolean;
  readonly weight: Ratio;
  readonly actual: Actual;
  readonly score: Score;
  readonly said?: Evaluation;
  /** Not met, or above an exact target, and no reason given. */
  readonly lacksReason: boolean;
}

export interface Printed {
  /** Two decimals, so that the printed scores of a form add up to its printed total. */
  readonly printed: Ratio;
}

export interface Reviewed {
  readonly reviews: Readonly<Partial<Record<ReviewLevelId, Review>>>;
}

export interface Total extends Printed {
  /** Exact: the grade is judged by it. */
  readonly points: Ratio;
  /** What the points are out of: 100, or less where there was no budget to execute. */
  readonly full: Ratio;
  readonly grade?: string;
  readonly arithmetic: string;
}

/** What a reader should look at (E06, E08). */
export interface Concern {
  readonly kind:
    | "disagreement"
    | "no-budget"
    | "unspent"
    | "low-execution"
    | "unexplained-adjustment"
    | "missing-actual"
    | "lacks-reason";
  readonly level: "red" | "yellow";
  /** Chinese sentence. */
  readonly text: string;
}

/** A part of a form before its printing is decided, which takes all parts together. */
export type Unprinted<Part extends Printed> = Omit<Part, keyof Printed>;

/** A form before its totals. */
export interface ScoredForm extends Pick<EvaluatedForm, "execution" | "said"> {
  readonly indicators: readonly Unprinted<EvaluatedIndicator>[];
  readonly executionScore?: Unprinted<EvaluatedExecution>;
}
