import type { Indicator } from "../budget/budget.ts";
import { fold, type OperatorId } from "../budget/terms.ts";
import type { IndicatorKindId } from "../budget/year-terms.ts";
import { INDICATOR_LIBRARY } from "./generated/indicator-library.ts";
import { type ProjectTypeId, projectTypeOf } from "./project-type.ts";

/** An indicator that published budgets commonly use, with its usual unit and operator. */
export interface LibraryIndicator {
  readonly type: ProjectTypeId;
  readonly name: string;
  readonly kind: IndicatorKindId;
  readonly operator: OperatorId;
  readonly measureUnit: string;
}

/** The library by type, the most used first; from published packs (`catalogues/indicator-library.csv`). */
export const LIBRARY: readonly LibraryIndicator[] = INDICATOR_LIBRARY.trim()
  .split("\n")
  .map((line) => {
    const [type, name = "", kind, operator, measureUnit = ""] = line.split("\t");
    return {
      type: type as ProjectTypeId,
      name,
      kind: kind as IndicatorKindId,
      operator: operator as OperatorId,
      measureUnit,
    };
  });

/** What to offer for a project by its name: its type's indicators, then the general ones, without those it has. */
export function offeredIndicators(
  projectName: string,
  existing: readonly Pick<Indicator, "name">[],
): readonly LibraryIndicator[] {
  const type = projectTypeOf(projectName);
  const taken = new Set(existing.map(({ name }) => fold(name)));
  const ranked = [type, "general"].flatMap((wanted) => LIBRARY.filter((each) => each.type === wanted));
  return ranked.filter(({ name }) => {
    const isNew = !taken.has(fold(name));
    taken.add(fold(name));
    return isNew;
  });
}
