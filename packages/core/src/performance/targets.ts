import type { Budget, Indicator } from "../budget/budget.ts";
import { fold } from "../budget/terms.ts";
import type { IndicatorReference, PerformanceYear } from "../budget/year.ts";

/** An indicator with its target in force on a date, beside the one that was approved with the budget. */
export interface TargetInForce {
  readonly approved: Indicator;
  readonly current: Indicator;
}

/** The indicators of a project, or of the whole, with the changes approved up to the date. */
export function targetsInForce(
  budget: Budget,
  { targetChanges }: Pick<PerformanceYear, "targetChanges">,
  project: string | undefined,
  until: string,
): readonly TargetInForce[] {
  return budget.indicators
    .filter((indicator) => indicator.project === project)
    .map((approved) => {
      const own = { indicator: approved.name, ...(project === undefined ? {} : { project }) };
      const changes = targetChanges
        .filter((change) => change.date <= until && refersTo(change, own))
        .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
      const operator = changes.findLast((change) => change.operator !== undefined)?.operator;
      const target = changes.findLast((change) => change.target !== undefined)?.target;
      const current = {
        ...approved,
        operator: operator ?? approved.operator,
        target: target ?? approved.target,
      };
      return { approved, current };
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
