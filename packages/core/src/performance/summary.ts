import type { Profile } from "../profile/profile.ts";
import type { EvaluatedForm, SelfEvaluation } from "./evaluation.ts";
import { type Ratio, ratio } from "./ratio.ts";

/** What the self-evaluations of a body's projects come to. */
export interface EvaluationSummary {
  readonly projects: number;
  /** Projects for which anything was said at the year's end. */
  readonly evaluated: number;
  /** Absent where there is no project. */
  readonly coverage?: Ratio;
  /** How many projects have each grade, the best first. */
  readonly grades: readonly { readonly name: string; readonly count: number }[];
  /** Projects whose score and execution disagree (E06). */
  readonly disagreeing: readonly EvaluatedForm[];
}

export function summarise({ forms }: SelfEvaluation, profile: Profile): EvaluationSummary {
  const projects = forms.filter(({ project }) => project !== undefined);
  const evaluated = projects.filter(
    ({ said, indicators }) => said !== undefined || indicators.some((each) => each.said !== undefined),
  );
  const coverage =
    projects.length === 0 ? {} : { coverage: ratio(BigInt(evaluated.length), BigInt(projects.length)) };
  return {
    projects: projects.length,
    evaluated: evaluated.length,
    ...coverage,
    grades: profile.performance.evaluation.grades.map(({ name }) => ({
      name,
      count: projects.filter(({ total }) => total.grade === name).length,
    })),
    disagreeing: projects.filter(({ concerns }) => concerns.some(({ kind }) => kind === "disagreement")),
  };
}
