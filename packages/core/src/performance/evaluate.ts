import { type Book, openBook } from "../book/book.ts";
import { projectsOf } from "../book/count.ts";
import type { Budget, Project } from "../budget/budget.ts";
import type { Evaluation, PerformanceYear, Review } from "../budget/year.ts";
import type { IndicatorKindId, ReviewLevelId } from "../budget/year-terms.ts";
import type { Profile } from "../profile/profile.ts";
import { type Actual, type ActualContext, actualOf } from "./actual.ts";
import { type Execution, executionOf, unspentOf } from "./execution.ts";
import { kindOf } from "./indicator.ts";
import { referenceOf, valuesOf } from "./monitor.ts";
import {
  add,
  compare,
  decimalRatio,
  divide,
  NOTHING,
  type Ratio,
  ratio,
  ratioText,
  subtract,
  sum,
} from "./ratio.ts";
import { type ExecutionScore, gradeOf, type Score, scoreExecution, scoreIndicator } from "./score.ts";
import { endOf, refersTo, type TargetInForce, targetsInForce } from "./targets.ts";

/** The self-evaluation (绩效自评) of a year: the whole body first, then each project. */
export interface SelfEvaluation {
  readonly forms: readonly EvaluatedForm[];
}

export interface EvaluatedForm {
  /** Absent: the body as a whole. */
  readonly project?: Project;
  readonly execution: Execution;
  /** Absent where the profile gives execution no points (the body as a whole). */
  readonly executionScore?: ExecutionScore & { readonly full: Ratio } & Reviewed;
  readonly indicators: readonly EvaluatedIndicator[];
  readonly said?: Evaluation;
  readonly total: Total;
  /** Totals with the scores that each reviewer gave instead; absent where none was given. */
  readonly reviewed: Readonly<Partial<Record<ReviewLevelId, Total>>>;
  readonly concerns: readonly Concern[];
}

export interface EvaluatedIndicator extends TargetInForce, Reviewed {
  readonly kind: IndicatorKindId;
  readonly inferred: boolean;
  readonly weight: Ratio;
  readonly actual: Actual;
  readonly score: Score;
  readonly said?: Evaluation;
  /** Not met, or above an exact target, and no reason given. */
  readonly lacksReason: boolean;
}

interface Reviewed {
  readonly reviews: Readonly<Partial<Record<ReviewLevelId, Review>>>;
}

export interface Total {
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
    | "missing-actual"
    | "lacks-reason";
  readonly level: "red" | "yellow";
  /** Chinese sentence. */
  readonly text: string;
}

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
  const draft = { execution, indicators, ...(executionScore === undefined ? {} : { executionScore }) };
  return {
    ...(project === undefined ? {} : { project }),
    ...draft,
    ...(said === undefined ? {} : { said }),
    total: totalOf(draft, profile),
    reviewed: reviewedTotals(draft, profile),
    concerns: concernsOf(draft, said, profile),
  };
}

type Draft = Pick<EvaluatedForm, "execution" | "indicators" | "executionScore">;

function evaluateExecution(
  execution: Execution,
  full: Ratio,
  { reviews }: PerformanceYear,
  project: string | undefined,
) {
  const own = reviews.filter((review) => review.project === project && review.indicator === undefined);
  return { ...scoreExecution(execution, full), full, reviews: byLevel(own) };
}

function evaluateIndicator(target: TargetInForce, context: ActualContext): EvaluatedIndicator {
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

/** The score of an indicator or of the execution as a reviewer has it: his own, else the body's. */
function scoreAt(level: ReviewLevelId | undefined, own: Ratio, { reviews }: Reviewed): Ratio {
  const given = level === undefined ? undefined : reviews[level];
  return given === undefined ? own : (decimalRatio(given.score) ?? own);
}

function totalOf({ indicators, executionScore }: Draft, profile: Profile, level?: ReviewLevelId): Total {
  const scored = sum(indicators.map((each) => scoreAt(level, each.score.points, each)));
  const weights = sum(indicators.map(({ weight }) => weight));
  const executed = executionScore?.points;
  const terms = [`指标 ${ratioText(scored)}`];
  let [points, full] = [scored, weights];
  if (executionScore !== undefined && executed !== undefined) {
    const own = scoreAt(level, executed, executionScore);
    points = add(points, own);
    full = add(full, executionScore.full);
    terms.push(`执行率 ${ratioText(own)}`);
  }
  const grade = gradeOf(points, full, profile.performance.evaluation);
  const outOf = compare(full, ratio(100n)) === 0 ? "" : `（满分 ${ratioText(full)}）`;
  return {
    points,
    full,
    ...(grade === undefined ? {} : { grade }),
    arithmetic: `${terms.join(" + ")} = ${ratioText(points)}${outOf}`,
  };
}

function reviewedTotals(draft: Draft, profile: Profile): EvaluatedForm["reviewed"] {
  const given = [...draft.indicators, ...(draft.executionScore === undefined ? [] : [draft.executionScore])];
  const levels: readonly ReviewLevelId[] = ["department", "bureau"];
  return Object.fromEntries(
    levels
      .filter((level) => given.some(({ reviews }) => reviews[level] !== undefined))
      .map((level) => [level, totalOf(draft, profile, level)]),
  );
}

function concernsOf(
  { execution, indicators, executionScore }: Draft,
  said: Evaluation | undefined,
  { performance: { evaluation } }: Profile,
): readonly Concern[] {
  const concerns: Concern[] = [];
  const point = (kind: Concern["kind"], level: Concern["level"], text: string) =>
    void concerns.push({ kind, level, text });
  const hundredth = (percent: number) => ratio(BigInt(percent), 100n);
  if (execution.adjusted <= 0n) {
    point("no-budget", "yellow", "全年预算数（调整后）为 0，没有可执行的预算。");
  } else {
    const rate = ratio(execution.executed, execution.adjusted);
    const unspent = ratio(unspentOf(execution), execution.adjusted);
    const weights = sum(indicators.map(({ weight }) => weight));
    const share = divideOrNothing(sum(indicators.map(({ score }) => score.points)), weights);
    const gap = divideOrNothing(subtract(share, rate), share);
    if (executionScore !== undefined && compare(gap, hundredth(evaluation.disagreement)) > 0) {
      point("disagreement", "red", `指标得分率 ${percent(share)}，预算执行率 ${percent(rate)}，两者不相称。`);
    }
    if (compare(unspent, hundredth(evaluation.unspent)) > 0) {
      point("unspent", "yellow", `未执行的预算占 ${percent(unspent)}。`);
    }
    if (compare(rate, hundredth(evaluation.executionReason)) < 0 && said?.reason === undefined) {
      point("low-execution", "yellow", `预算执行率 ${percent(rate)}，未写原因。`);
    }
  }
  for (const { current, score, lacksReason } of indicators) {
    if (score.outcome === "missing")
      point("missing-actual", "red", `“${current.name}”没有完成值，按 0 分计。`);
    else if (lacksReason) point("lacks-reason", "yellow", `“${current.name}”偏离目标，未写原因。`);
  }
  return concerns;
}

function divideOrNothing(part: Ratio, whole: Ratio): Ratio {
  return whole.numerator === 0n ? NOTHING : divide(part, whole);
}

function percent(value: Ratio): string {
  return `${ratioText({ ...value, numerator: value.numerator * 100n })}%`;
}
