import type { Indicator } from "./budget.ts";

/** Whose form of targets: a project's, a unit's as a whole, or with neither the department's as a whole. */
export interface FormOwner {
  readonly project?: string | undefined;
  readonly unit?: string | undefined;
}

/** The indicators of one form, in the order of the sheet. */
export function indicatorsOf(indicators: readonly Indicator[], owner: FormOwner): readonly Indicator[] {
  return indicators.filter(({ project, unit }) => project === owner.project && unit === owner.unit);
}
