import type { Budget, Indicator } from "../budget/budget.ts";
import { indicatorsOf } from "../budget/form-indicators.ts";
import { fold } from "../budget/terms.ts";
import type { IndicatorReference, PerformanceYear, TargetChange } from "../budget/year.ts";

/** An indicator with its target in force on a date, beside the one that was approved with the budget. */
export interface TargetInForce {
  readonly approved: Indicator;
  readonly current: Indicator;
  /** What made the current one of the approved one, by date. */
  readonly changes: readonly TargetChange[];
}

/** The indicators of a project, or of the department as a whole, with the changes approved up to the date. */
export function targetsInForce(
  budget: Budget,
  { targetChanges }: Pick<PerformanceYear, "targetChanges">,
  project: string | undefined,
  until: string,
): readonly TargetInForce[] {
  return indicatorsOf(budget.indicators, { project }).map((approved) => {
    const own = referenceTo(project, approved.name);
    const changes = targetChanges
      .filter((change) => change.date <= until && refersTo(change, own))
      .sort(byDate);
    const operator = changes.findLast((change) => change.operator !== undefined)?.operator;
    const target = changes.findLast((change) => change.target !== undefined)?.target;
    const current = {
      ...approved,
      operator: operator ?? approved.operator,
      target: target ?? approved.target,
    };
    return { approved, current, changes };
  });
}

/** Whether something is said of this indicator; names are compared as people see them. */
export function refersTo(
  said: { readonly project?: string; readonly indicator?: string },
  { project, indicator }: IndicatorReference,
): boolean {
  return said.project === project && said.indicator !== undefined && fold(said.indicator) === fold(indicator);
}

/** The last day of the budget year. */
export function endOf(budget: Budget): string {
  return `${budget.department.year}-12-31`;
}

/** A change of targets with the indicator before and after it; both absent where it states that the targets stay. */
export interface ChangedTarget {
  readonly change: TargetChange;
  readonly before?: Indicator;
  readonly after?: Indicator;
}

/** Every change of the year in the order of its dates, each against what the earlier ones had made of the target. */
export function changedTargets(
  { indicators }: Pick<Budget, "indicators">,
  { targetChanges }: Pick<PerformanceYear, "targetChanges">,
): readonly ChangedTarget[] {
  const inForce = new Map<Indicator, Indicator>(indicators.map((indicator) => [indicator, indicator]));
  return [...targetChanges].sort(byDate).map((change) => {
    const approved = indicatorsOf(indicators, { project: change.project }).find(({ name }) =>
      refersTo(change, referenceTo(change.project, name)),
    );
    const before = approved === undefined ? undefined : inForce.get(approved);
    if (approved === undefined || before === undefined) return { change };
    const after = {
      ...before,
      operator: change.operator ?? before.operator,
      target: change.target ?? before.target,
    };
    inForce.set(approved, after);
    return { change, before, after };
  });
}

function byDate(a: TargetChange, b: TargetChange): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

function referenceTo(project: string | undefined, name: string): IndicatorReference {
  return { indicator: name, ...(project === undefined ? {} : { project }) };
}
