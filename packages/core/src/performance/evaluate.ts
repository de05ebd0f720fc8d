import { type Book, openBook } from "../book/book.ts";
import { projectsOf } from "../book/count.ts";
import type { Budget, Project } from "../budget/budget.ts";
import type { PerformanceYear, Review } from "../budget/year.ts";
import type { ReviewLevelId } from "../budget/year-terms.ts";
import type { Profile } from "../profile/profile.ts";
import { type ActualContext, actualOf } from "./actual.ts";
import { concernsOf } from "./concerns.ts";
import type { EvaluatedForm, EvaluatedIndicator, SelfEvaluation, Unprinted } from "./evaluation.ts";
import { type Execution, executionOf } from "./execution.ts";
import { kindOf } from "./indicator.ts";
import { referenceOf, valuesOf } from "./monitor.ts";
import { compare, decimalRatio, NOTHING, type Ratio, ratio } from "./ratio.ts";
import { scoreExecution, scoreIndicator } from "./score.ts";
import { endOf, refersTo, type TargetInForce, targetsInForce } from "./targets.ts";
import { totalsOf } from "./totals.ts";
import { unexplainedAdjustments } from "./unexplained.ts";

/** Evaluates the year. The body is the whole department unless another book is given. */
export function evaluate(
  budget: Budget,
  year: PerformanceYear,
  profile: Profile,
  book: Book = openBook(budget),
): SelfEvaluation {
  const context: ActualContext = {
    budget,
    year,
    settings: profile.performance,
    until: endOf(budget),
  };
  const form = (project?: Project) => evaluateForm(book, context, profile, project);
  return { forms: [form(), ...projectsOf(book).map(form)] };
}

function evaluateForm(
  book: Book,
  context: ActualContext,
  profile: Profile,
  project?: Project,
): EvaluatedForm {
  const { budget, year, until } = context;
  const execution = executionOf(book, year, until, project?.name);
  const points = 100 - (project === undefined ? profile.weights.overall : profile.weights.project);
  const indicators = targetsInForce(budget, year, project?.name, until).map((target) =>
    evaluateIndicator(target, context),
  );
  const executionScore =
    points === 0 ? undefined : evaluateExecution(execution, ratio(BigInt(points)), year, project?.name);
  const said = year.evaluations.find(
    (each) => each.project === project?.name && each.indicator === undefined,
  );
  const scored = {
    execution,
    indicators,
    ...(executionScore === undefined ? {} : { executionScore }),
    ...(said === undefined ? {} : { said }),
  };
  return {
    ...(project === undefined ? {} : { project }),
    ...(said === undefined ? {} : { said }),
    execution,
    ...totalsOf(scored, profile.performance.evaluation),
    concerns: concernsOf(
      scored,
      profile.performance.evaluation,
      project === undefined ? [] : unexplainedAdjustments(year, project.name, until),
    ),
  };
}

function evaluateExecution(
  execution: Execution,
  full: Ratio,
  { reviews }: PerformanceYear,
  project: string | undefined,
) {
  const own = reviews.filter((review) => review.project === project && review.indicator === undefined);
  return { ...scoreExecution(execution, full), full, reviews: byLevel(own) };
}

function evaluateIndicator(target: TargetInForce, context: ActualContext): Unprinted<EvaluatedIndicator> {
  const { current } = target;
  const { year, settings } = context;
  const reference = referenceOf(current);
  const said = year.evaluations.find((each) => refersTo(each, reference));
  const actual = actualOf(current, said, context);
  const { kind, inferred } = kindOf(current);
  const weight = decimalRatio(current.weight) ?? NOTHING;
  const values = valuesOf(current, actual);
  const share = said?.share === undefined ? undefined : decimalRatio(said.share);
  const score = scoreIndicator(
    { weight, ...values, ...(share === undefined ? {} : { share }) },
    settings.evaluation,
  );
  const exceeds =
    current.operator === "=" &&
    values.target !== undefined &&
    values.actual !== undefined &&
    compare(values.actual, values.target) > 0;
  return {
    ...target,
    kind,
    inferred,
    weight,
    actual,
    score,
    ...(said === undefined ? {} : { said }),
    lacksReason: (score.outcome !== "met" || exceeds) && said?.reason === undefined,
    reviews: byLevel(year.reviews.filter((review) => refersTo(review, reference))),
  };
}

function byLevel(reviews: readonly Review[]): Readonly<Partial<Record<ReviewLevelId, Review>>> {
  return Object.fromEntries(reviews.map((review) => [review.level, review]));
}
