import type { Indicator } from "../budget/budget.ts";
import type { OperatorId } from "../budget/terms.ts";
import type { DirectionId, IndicatorKindId } from "../budget/year-terms.ts";
import { isShare } from "./value.ts";

/** Words in a name that say what an indicator measures, the telling ones first. */
const NAME_KINDS: readonly (readonly [pattern: RegExp, kind: IndicatorKindId])[] = [
  [/满意/u, "satisfaction"],
  [/及时|按时|时限|时间|期限|进度|完成日期/u, "output/timeliness"],
  [/成本|单价|费用|标准|经费支出|控制(?:数|额)/u, "output/cost"],
  [/生态|环境|节能|减排|污染/u, "benefit/ecological"],
  [/可持续|长效|机制/u, "benefit/sustained"],
  [/增收|收入|产值|税收|经济/u, "benefit/economic"],
  [/实现率|受益|提升|改善|影响|知晓|覆盖|保障|促进|稳定/u, "benefit/social"],
  [/率$|合格|准确|完好|质量|达标/u, "output/quality"],
];

/**
 * What kind of indicator it is: as entered, else inferred from its name and unit, because the flat forms that many
 * places publish do not say (decision 0015). Shares of unknown meaning count as quality, everything else as quantity.
 */
export function kindOf(indicator: Pick<Indicator, "kind" | "name" | "measureUnit" | "operator">): {
  readonly kind: IndicatorKindId;
  readonly inferred: boolean;
} {
  if (indicator.kind !== undefined) return { kind: indicator.kind, inferred: false };
  const named = NAME_KINDS.find(([pattern]) => pattern.test(indicator.name))?.[1];
  const isQuality = isShare(indicator.measureUnit) || indicator.operator === "定性";
  return { kind: named ?? (isQuality ? "output/quality" : "output/quantity"), inferred: true };
}

/** Which way it gets better: as entered, else by the operator; "=" counts upwards until it is met. */
export function directionOf(indicator: {
  readonly operator: OperatorId;
  readonly direction?: DirectionId;
}): DirectionId {
  if (indicator.direction !== undefined) return indicator.direction;
  return indicator.operator === "≤" || indicator.operator === "<" ? "less" : "more";
}

/** Whether a value meets an operator and a target; not for 定性. */
export function meets(operator: OperatorId, order: number): boolean {
  switch (operator) {
    case "≥":
      return order >= 0;
    case ">":
      return order > 0;
    case "≤":
      return order <= 0;
    case "<":
      return order < 0;
    case "=":
    case "定性":
      return order === 0;
  }
}
