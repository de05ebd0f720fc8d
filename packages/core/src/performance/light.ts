import type { OperatorId } from "../budget/terms.ts";
import type { AchievementId, DirectionId, IndicatorKindId } from "../budget/year-terms.ts";
import { directionOf, meets } from "./indicator.ts";
import { compare, divide, multiply, NOTHING, ONE, type Ratio, ratio } from "./ratio.ts";
import type { PerformanceSettings } from "./settings.ts";
import { isShare } from "./value.ts";

/** 红、黄、绿、蓝; "none": nothing to judge by, which is never green. */
export type Light = "red" | "yellow" | "green" | "blue" | "none";

export interface LightReading {
  readonly light: Light;
  /** Against what is due by now; absent where a range decides, or nothing is due. */
  readonly progress?: Ratio;
  /** Against the whole year (M06). */
  readonly completion?: Ratio;
}

type Thresholds = PerformanceSettings["monitoring"];

/**
 * Execution against the months elapsed (M01). Without a budget nothing is divided: money spent all the same is red,
 * otherwise there is nothing to judge.
 */
export function executionLight(
  {
    executed,
    adjusted,
    month,
  }: { readonly executed: bigint; readonly adjusted: bigint; readonly month: number },
  { execution }: Pick<Thresholds, "execution">,
): LightReading {
  if (adjusted <= 0n) return { light: executed > 0n ? "red" : "none" };
  const completion = ratio(executed, adjusted);
  const progress = divide(completion, ratio(BigInt(month), 12n));
  return { light: byProgress(progress, execution), progress, completion };
}

/** What a light is judged by. Values are in base units. */
export interface Observed {
  readonly kind: IndicatorKindId;
  readonly operator: OperatorId;
  readonly direction?: DirectionId;
  readonly measureUnit: string;
  readonly target?: Ratio;
  readonly actual?: Ratio;
  readonly achievement?: AchievementId;
  /** From 1 to 12. */
  readonly month: number;
}

const ACHIEVEMENT_LIGHTS = { reached: "green", partly: "yellow", missed: "red" } as const;

/**
 * The light of an indicator (M02, M03). Counts of output, outcome and satisfaction that grow towards their target are
 * held against the share of it that is due by the month; shares (%) do not grow over a year and are held against the
 * whole target (decision 0015). Limits, quality, timeliness and cost are met or not.
 */
export function indicatorLight(
  observed: Observed,
  { indicator }: Pick<Thresholds, "indicator">,
): LightReading {
  const { operator, target, actual, achievement, month } = observed;
  if (operator === "定性")
    return { light: achievement === undefined ? "none" : ACHIEVEMENT_LIGHTS[achievement] };
  if (target === undefined || actual === undefined) return { light: "none" };
  const isMet = meets(operator, compare(actual, target));
  if (compare(target, NOTHING) === 0) return { light: isMet ? "green" : "red" };
  const completion = divide(actual, target);
  if (!isGrowing(observed)) return { light: isMet ? "green" : "red", completion };
  const due = isShare(observed.measureUnit) ? target : multiply(target, ratio(BigInt(month), 12n));
  const progress = divide(actual, due);
  return { light: byProgress(progress, indicator), progress, completion };
}

function isGrowing(observed: Observed): boolean {
  const { kind } = observed;
  const counts = kind === "output/quantity" || kind === "satisfaction" || kind.startsWith("outcome/");
  return counts && directionOf(observed) === "more";
}

function byProgress(
  progress: Ratio,
  { red, green, blue }: { readonly red: number; readonly green: number; readonly blue?: number },
): Light {
  const reaches = (percent: number) => compare(progress, ratio(BigInt(percent), 100n)) >= 0;
  if (blue !== undefined && reaches(blue)) return "blue";
  if (reaches(green)) return "green";
  return reaches(red) ? "yellow" : "red";
}

/**
 * What must be said of a light: red and yellow demand a reason, a forecast and a measure (M04); what goes beyond an
 * exact target, or far beyond any, a reason (M05).
 */
export function demandOf(
  { light, completion }: LightReading,
  operator: OperatorId,
): "answer" | "reason" | "nothing" {
  if (light === "red" || light === "yellow") return "answer";
  const exceeds = operator === "=" && completion !== undefined && compare(completion, ONE) > 0;
  return exceeds || light === "blue" ? "reason" : "nothing";
}
