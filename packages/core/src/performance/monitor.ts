import { type Book, openBook } from "../book/book.ts";
import { projectsOf } from "../book/count.ts";
import type { Budget, Indicator, Project } from "../budget/budget.ts";
import type { PerformanceYear, Progress } from "../budget/year.ts";
import type { IndicatorKindId } from "../budget/year-terms.ts";
import type { Profile } from "../profile/profile.ts";
import { type Actual, type ActualContext, actualOf } from "./actual.ts";
import { type Execution, executionOf } from "./execution.ts";
import { kindOf } from "./indicator.ts";
import { demandOf, executionLight, indicatorLight, type LightReading } from "./light.ts";
import { refersTo, type TargetInForce, targetsInForce } from "./targets.ts";
import { statedValue } from "./value.ts";

/** One round of dual monitoring (绩效运行监控): budget and targets as they stand on a date. */
export interface Monitoring {
  /** ISO date. */
  readonly date: string;
  /** Whether the date is one of the place's rounds: on other days lights are shown and nothing must be said of them. */
  readonly isRound: boolean;
  /** The whole body first, then each project. */
  readonly scopes: readonly MonitoredScope[];
  /** Measures promised in any round that are overdue on the date. */
  readonly overdue: readonly OverdueMeasure[];
}

export interface MonitoredScope {
  /** Absent: the body as a whole. */
  readonly project?: Project;
  readonly execution: Execution;
  readonly reading: LightReading;
  readonly said?: Progress;
  /** What must still be said of the execution. */
  readonly missing: readonly Answer[];
  readonly indicators: readonly MonitoredIndicator[];
}

export interface MonitoredIndicator extends TargetInForce {
  readonly kind: IndicatorKindId;
  /** Whether the kind was inferred from the name. */
  readonly inferred: boolean;
  readonly actual: Actual;
  readonly reading: LightReading;
  readonly said?: Progress;
  readonly missing: readonly Answer[];
}

/** What a light demands: columns of the monitoring sheet. */
export type Answer = "reason" | "forecast" | "measure" | "actual";

export interface OverdueMeasure {
  readonly said: Progress;
  readonly measure: string;
  readonly due: string;
}

/** Monitors a budget's year on a date. The body is the whole department unless another book is given. */
export function monitor(
  budget: Budget,
  year: PerformanceYear,
  profile: Profile,
  date: string,
  book: Book = openBook(budget),
): Monitoring {
  const isRound = roundsOf(budget, profile).includes(date);
  const context: Context = { budget, year, settings: profile.performance, until: date, isRound };
  const scope = (project?: Project) => monitorScope(book, context, project);
  return { date, isRound, scopes: [scope(), ...projectsOf(book).map(scope)], overdue: overdueOn(year, date) };
}

/** Days (ISO) on which the place monitors in the budget's year. */
export function roundsOf({ department }: Pick<Budget, "department">, { performance }: Profile): string[] {
  return performance.monitoring.rounds.map((day) => `${department.year}-${day}`);
}

interface Context extends ActualContext {
  readonly isRound: boolean;
}

function monitorScope(book: Book, context: Context, project?: Project): MonitoredScope {
  const { budget, year, settings, until, isRound } = context;
  const execution = executionOf(book, year, until, project?.name);
  const month = Number(until.slice(5, 7));
  const reading = executionLight({ ...execution, month }, settings.monitoring);
  const said = year.progress.find(
    (each) => each.date === until && each.project === project?.name && each.indicator === undefined,
  );
  return {
    ...(project === undefined ? {} : { project }),
    execution,
    reading,
    ...(said === undefined ? {} : { said }),
    missing: isRound ? missingOf(demandOf(reading, "≥"), said) : [],
    indicators: targetsInForce(budget, year, project?.name, until).map((target) =>
      monitorIndicator(target, context),
    ),
  };
}

function monitorIndicator(target: TargetInForce, context: Context): MonitoredIndicator {
  const { current } = target;
  const { year, settings, until, isRound } = context;
  const said = year.progress.find((each) => each.date === until && refersTo(each, referenceOf(current)));
  const actual = actualOf(current, said, context);
  const { kind, inferred } = kindOf(current);
  const reading = indicatorLight(
    { kind, month: Number(until.slice(5, 7)), ...valuesOf(current, actual) },
    settings.monitoring,
  );
  const isUnsaid = reading.light === "none" && actual.source === "none" && actual.duty === undefined;
  return {
    ...target,
    kind,
    inferred,
    actual,
    reading,
    ...(said === undefined ? {} : { said }),
    missing: isRound
      ? [...(isUnsaid ? (["actual"] as const) : []), ...missingOf(demandOf(reading, current.operator), said)]
      : [],
  };
}

/** The names by which others refer to an indicator. */
export function referenceOf({ project, name }: Indicator) {
  return { indicator: name, ...(project === undefined ? {} : { project }) };
}

/** Target and actual as the scoring and the lights take them. */
export function valuesOf(indicator: Indicator, { value, achievement }: Actual) {
  const target =
    indicator.operator === "定性" ? undefined : statedValue(indicator.target, indicator.measureUnit);
  const { operator, measureUnit, direction } = indicator;
  return {
    operator,
    measureUnit,
    ...(direction === undefined ? {} : { direction }),
    ...(target === undefined ? {} : { target }),
    ...(value === undefined ? {} : { actual: value }),
    ...(achievement === undefined ? {} : { achievement }),
  };
}

function missingOf(demand: ReturnType<typeof demandOf>, said: Progress | undefined): readonly Answer[] {
  if (demand === "nothing") return [];
  const wanted = demand === "reason" ? (["reason"] as const) : (["reason", "forecast", "measure"] as const);
  return wanted.filter((answer) => said?.[answer] === undefined);
}

function overdueOn({ progress }: PerformanceYear, date: string): readonly OverdueMeasure[] {
  return progress.flatMap((said) => {
    const { measure, measureDue, measureDone } = said;
    if (measure === undefined || measureDue === undefined || measureDue >= date) return [];
    if (measureDone !== undefined && measureDone <= date) return [];
    return [{ said, measure, due: measureDue }];
  });
}
