import { REVIEW_LEVELS, type ReviewLevelId } from "../budget/year-terms.ts";
import type { EvaluatedForm, Reviewed, ScoredForm, Total } from "./evaluation.ts";
import { printPoints } from "./printed-points.ts";
import { add, compare, decimalRatio, multiply, NOTHING, type Ratio, ratio, ratioText, sum } from "./ratio.ts";
import { gradeOf } from "./score.ts";
import type { PerformanceSettings } from "./settings.ts";

type Settings = PerformanceSettings["evaluation"];
type Totals = Pick<EvaluatedForm, "indicators" | "executionScore" | "total" | "reviewed">;

/** Adds a form's scores up, decides how they are printed, and adds them up again as each reviewer has them. */
export function totalsOf({ indicators, executionScore }: ScoredForm, settings: Settings): Totals {
  const executed = executionScore?.points;
  const points = [
    ...indicators.map(({ score }) => score.points),
    ...(executed === undefined ? [] : [executed]),
  ];
  const full = add(
    sum(indicators.map(({ weight }) => weight)),
    executed === undefined || executionScore === undefined ? NOTHING : executionScore.full,
  );
  const { parts, total } = printPoints(points, boundsOf(full, settings));
  const printed = {
    indicators: indicators.map((each, index) => ({ ...each, printed: parts[index] ?? NOTHING })),
    ...(executionScore === undefined
      ? {}
      : { executionScore: { ...executionScore, printed: parts[indicators.length] ?? NOTHING } }),
  };
  return {
    ...printed,
    total: {
      ...graded(sum(points), full, settings),
      printed: total,
      arithmetic: arithmeticOf(printed, total, full),
    },
    reviewed: reviewedTotals(printed, full, settings),
  };
}

type PrintedForm = Pick<EvaluatedForm, "indicators" | "executionScore">;

/** The totals of those who gave any score of their own; where they gave none the body's printed score stands. */
function reviewedTotals(
  { indicators, executionScore }: PrintedForm,
  full: Ratio,
  settings: Settings,
): EvaluatedForm["reviewed"] {
  const executed = executionScore?.points === undefined ? [] : [executionScore];
  const scored = [...indicators, ...executed];
  const levels = REVIEW_LEVELS.map(({ id }) => id).filter((level) =>
    scored.some(({ reviews }) => reviews[level] !== undefined),
  );
  return Object.fromEntries(
    levels.map((level) => {
      const reviewed = {
        indicators: indicators.map((each) => ({ ...each, printed: givenBy(level, each) })),
        ...(executionScore === undefined
          ? {}
          : { executionScore: { ...executionScore, printed: givenBy(level, executionScore) } }),
      };
      const points = sum(scored.map((each) => givenBy(level, each)));
      const printed = printPoints([points], boundsOf(full, settings)).total;
      const arithmetic = arithmeticOf(reviewed, printed, full);
      return [level, { ...graded(points, full, settings), printed, arithmetic }];
    }),
  );
}

function givenBy(level: ReviewLevelId, { reviews, printed }: Reviewed & { readonly printed: Ratio }): Ratio {
  return decimalRatio(reviews[level]?.score ?? "") ?? printed;
}

/** The least points of each grade. */
function boundsOf(full: Ratio, { grades }: Settings): readonly Ratio[] {
  return grades.map(({ from }) => multiply(full, ratio(BigInt(from), 100n)));
}

function graded(points: Ratio, full: Ratio, settings: Settings): Pick<Total, "points" | "full" | "grade"> {
  const grade = gradeOf(points, full, settings);
  return { points, full, ...(grade === undefined ? {} : { grade }) };
}

function arithmeticOf({ indicators, executionScore }: PrintedForm, total: Ratio, full: Ratio): string {
  const terms = [`指标 ${ratioText(sum(indicators.map(({ printed }) => printed)))}`];
  if (executionScore?.points !== undefined) terms.push(`执行率 ${ratioText(executionScore.printed)}`);
  const outOf = compare(full, ratio(100n)) === 0 ? "" : `（满分 ${ratioText(full)}）`;
  return `${terms.join(" + ")} = ${ratioText(total)}${outOf}`;
}
