import {
  type Actual,
  type EvaluatedForm,
  type EvaluatedIndicator,
  type Evaluation,
  type Execution,
  evaluate,
  executionOf,
  formatYuan,
  type IndicatorKindId,
  type LightReading,
  type MonitoredIndicator,
  type MonitoredScope,
  monitor,
  type Progress,
  type Ratio,
  type Review,
  type ReviewLevelId,
  ratioText,
  roundsOf,
  type SelfEvaluation,
  summarise,
  type TargetInForce,
  type Total,
  valueText,
} from "@mingzhang/core";
import type { ReadableYear } from "./check-year.ts";
import type { EvaluationView, LIGHTS, MonitoringView, PerformanceSummary } from "./routes/year-views.ts";

/** Budget and targets on a date (ISO), as the contract shows them. */
export function monitoringView({ budget, year, profile, book }: ReadableYear, date: string): MonitoringView {
  const { scopes, overdue } = monitor(budget, year, profile, date, book);
  return {
    date,
    rounds: roundsOf(budget, profile),
    scopes: scopes.map(scopeView),
    overdue: overdue.map(({ said, measure, due }) => ({
      project: said.project ?? null,
      indicator: said.indicator ?? null,
      promised: said.date,
      measure,
      due,
    })),
  };
}

/** The self-evaluation as the contract shows it. */
export function evaluationView({ budget, year, profile, book }: ReadableYear): EvaluationView {
  const evaluation = evaluate(budget, year, profile, book);
  return { forms: evaluation.forms.map(formView), summary: summaryView(evaluation, profile) };
}

/** What the bureau's page shows of a body on each of these dates. */
export function performanceSummaries(
  readable: ReadableYear,
  dates: readonly string[],
): Readonly<Record<string, PerformanceSummary>> {
  const { budget, year, profile, book } = readable;
  const evaluation = evaluate(budget, year, profile, book);
  return Object.fromEntries(dates.map((date) => [date, performanceSummary(readable, evaluation, date)]));
}

function performanceSummary(
  readable: ReadableYear,
  evaluation: SelfEvaluation,
  date: string,
): PerformanceSummary {
  const { budget, year, profile, book } = readable;
  const { scopes, overdue } = monitor(budget, year, profile, date, book);
  const lit = litIn(scopes);
  const { projects, evaluated, grades, disagreeing } = summaryView(evaluation, profile);
  const [whole] = evaluation.forms;
  const count = (light: (typeof LIGHTS)[number]) =>
    lit.filter(({ reading }) => reading.light === light).length;
  return {
    errors: 0,
    lights: {
      red: count("red"),
      yellow: count("yellow"),
      green: count("green"),
      blue: count("blue"),
      none: count("none"),
    },
    unanswered: unansweredBy(readable, date),
    overdue: overdue.length,
    execution: executionView(executionOf(book, year, date)),
    projects,
    evaluated,
    grades,
    disagreeing: disagreeing.length,
    points: whole === undefined ? "0" : ratioText(whole.total.points),
    grade: whole?.total.grade ?? null,
  };
}

/** Lights of the last round up to a date that lack an answer, as the gate of the self-evaluation asks. */
function unansweredBy({ budget, year, profile, book }: ReadableYear, date: string): number {
  const round = roundsOf(budget, profile).findLast((day) => day <= date);
  if (round === undefined) return 0;
  const { scopes } = monitor(budget, year, profile, round, book);
  return litIn(scopes).filter(({ missing }) => missing.length > 0).length;
}

function litIn(scopes: readonly MonitoredScope[]): readonly Lit[] {
  return scopes.flatMap((scope) => [scope, ...scope.indicators]);
}

type Lit = Pick<MonitoredScope, "reading" | "said" | "missing">;

function litView({ reading, said, missing }: Lit) {
  return { ...readingView(reading), said: saidView(said), missing: [...missing] };
}

function readingView({ light, progress, completion }: LightReading) {
  return { light, progress: percent(progress), completion: percent(completion) };
}

function scopeView(scope: MonitoredScope): MonitoringView["scopes"][number] {
  return {
    project: scope.project?.name ?? null,
    execution: executionView(scope.execution),
    ...litView(scope),
    indicators: scope.indicators.map((indicator) => ({
      ...targetView(indicator),
      ...litView(indicator),
      actual: actualView(indicator),
    })),
  };
}

function targetView({
  approved,
  current,
  kind,
  inferred,
}: TargetInForce & { kind: IndicatorKindId; inferred: boolean }) {
  const { name, operator, target, measureUnit, weight } = current;
  const isChanged = operator !== approved.operator || target !== approved.target;
  return {
    name,
    kind,
    inferred,
    operator,
    target,
    measureUnit,
    weight,
    approved: isChanged ? { operator: approved.operator, target: approved.target } : null,
  };
}

function actualView({ actual, current }: Pick<MonitoredIndicator, "actual" | "current">) {
  const { source, value, achievement, counted, duty }: Actual = actual;
  return {
    source,
    value: value === undefined ? null : valueText(value, current.measureUnit),
    achievement: achievement ?? null,
    records: counted?.records.length ?? 0,
    duty: duty === undefined ? null : { done: duty.done, due: duty.due, open: [...duty.open] },
  };
}

function executionView({ original, adjusted, executed }: Execution) {
  return { original: formatYuan(original), adjusted: formatYuan(adjusted), executed: formatYuan(executed) };
}

function formView(form: EvaluatedForm): EvaluationView["forms"][number] {
  const { executionScore: score } = form;
  return {
    project: form.project?.name ?? null,
    execution: executionView(form.execution),
    executionScore:
      score === undefined
        ? null
        : {
            points: score.points === undefined ? null : ratioText(score.points),
            full: ratioText(score.full),
            rate: percent(score.rate),
            arithmetic: score.arithmetic,
            reviews: byLevel(score.reviews, reviewView),
          },
    indicators: form.indicators.map(indicatorView),
    said: saidView(form.said),
    total: totalView(form.total),
    reviewed: byLevel(form.reviewed, totalView),
    concerns: form.concerns.map((concern) => ({ ...concern })),
  };
}

function indicatorView(indicator: EvaluatedIndicator): EvaluationView["forms"][number]["indicators"][number] {
  return {
    ...targetView(indicator),
    actual: actualView(indicator),
    points: ratioText(indicator.score.points),
    outcome: indicator.score.outcome,
    arithmetic: indicator.score.arithmetic,
    said: saidView(indicator.said),
    lacksReason: indicator.lacksReason,
    reviews: byLevel(indicator.reviews, reviewView),
  };
}

function summaryView(
  evaluation: SelfEvaluation,
  profile: ReadableYear["profile"],
): EvaluationView["summary"] {
  const { projects, evaluated, coverage, grades, disagreeing } = summarise(evaluation, profile);
  return {
    projects,
    evaluated,
    coverage: percent(coverage),
    grades: grades.map((grade) => ({ ...grade })),
    disagreeing: disagreeing.map(({ project }) => project?.name ?? ""),
  };
}

function totalView({ points, full, grade, arithmetic }: Total) {
  return { points: ratioText(points), full: ratioText(full), grade: grade ?? null, arithmetic };
}

function reviewView({ score, comment }: Review) {
  return { score, comment: comment ?? "" };
}

function byLevel<Value, View>(
  values: Readonly<Partial<Record<ReviewLevelId, Value>>>,
  view: (value: Value) => View,
): Record<ReviewLevelId, View | null> {
  const of = (level: ReviewLevelId) => (values[level] === undefined ? null : view(values[level]));
  return { department: of("department"), bureau: of("bureau") };
}

function saidView(said: Progress | Evaluation | undefined): Record<string, string> | null {
  return said === undefined ? null : { ...said };
}

function percent(value: Ratio | undefined): string | null {
  return value === undefined ? null : ratioText({ ...value, numerator: value.numerator * 100n });
}
