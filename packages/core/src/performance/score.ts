import type { OperatorId } from "../budget/terms.ts";
import type { AchievementId, DirectionId } from "../budget/year-terms.ts";
import { directionOf, meets } from "./indicator.ts";
import {
  compare,
  decimalRatio,
  divide,
  larger,
  multiply,
  NOTHING,
  ONE,
  percentText,
  type Ratio,
  ratio,
  ratioText,
  smaller,
} from "./ratio.ts";
import type { PerformanceSettings } from "./settings.ts";
import { valueText } from "./value.ts";

/** What a score is computed from. Values are in base units (see `statedValue`). */
export interface Scored {
  readonly weight: Ratio;
  readonly operator: OperatorId;
  readonly direction?: DirectionId;
  readonly measureUnit: string;
  /** Absent for 定性. */
  readonly target?: Ratio;
  readonly actual?: Ratio;
  readonly achievement?: AchievementId;
  /** Of 定性: percent of the weight. */
  readonly share?: Ratio;
}

export interface Score {
  /** Exact; from zero to the weight. */
  readonly points: Ratio;
  /** How far it goes: met, in part, not at all, or nothing reported (which scores nothing). */
  readonly outcome: "met" | "partly" | "missed" | "missing";
  /** The arithmetic to redo, with up to four decimals, e.g. "min(1, 93 ÷ 95) × 10 ≈ 9.7895". */
  readonly arithmetic: string;
}

/**
 * The score of an indicator (E03, E04, E07 of the rules for self-evaluation): its share of the target times its weight,
 * never above the weight. Upwards actual ÷ target, downwards target ÷ actual. A target of nothing is met or not.
 */
export function scoreIndicator(
  scored: Scored,
  { qualitative }: Pick<PerformanceSettings["evaluation"], "qualitative">,
): Score {
  if (scored.operator === "定性") return scoreQualitative(scored, qualitative);
  const { weight, target, actual, operator } = scored;
  if (target === undefined || actual === undefined) {
    return { points: NOTHING, outcome: "missing", arithmetic: "未填报完成值，0 分" };
  }
  const isMet = meets(operator, compare(actual, target));
  const share = shareOf(scored, target, actual, isMet);
  const points = multiply(share.value, weight);
  const outcome = isMet ? "met" : compare(points, NOTHING) > 0 ? "partly" : "missed";
  return { points, outcome, arithmetic: `${share.text} × ${ratioText(weight)} ${resultText(points)}` };
}

interface Share {
  readonly value: Ratio;
  readonly text: string;
}

function shareOf(scored: Scored, target: Ratio, actual: Ratio, isMet: boolean): Share {
  const [a, t] = [valueText(actual, scored.measureUnit), valueText(target, scored.measureUnit)];
  const [above, below] = directionOf(scored) === "more" ? [actual, target] : [target, actual];
  if (compare(target, NOTHING) <= 0) return { value: isMet ? ONE : NOTHING, text: isMet ? "1" : "0" };
  if (directionOf(scored) === "more") {
    const value = smaller(ONE, larger(NOTHING, divide(above, below)));
    return { value, text: `min(1, ${a} ÷ ${t})` };
  }
  if (compare(actual, target) <= 0) return { value: ONE, text: `min(1, ${t} ÷ ${a})` };
  return { value: divide(above, below), text: `min(1, ${t} ÷ ${a})` };
}

/** Within the band of its grade; unstated, the most of the best grade and the least of the others. */
function scoreQualitative(
  { weight, achievement, share }: Scored,
  qualitative: PerformanceSettings["evaluation"]["qualitative"],
): Score {
  if (achievement === undefined) {
    return { points: NOTHING, outcome: "missing", arithmetic: "未填报完成情况，0 分" };
  }
  const [most, least] = qualitative[achievement].map((percent) => ratio(BigInt(percent), 100n)) as [
    Ratio,
    Ratio,
  ];
  const unstated = achievement === "reached" ? most : least;
  const stated = share === undefined ? unstated : divide(share, ratio(100n));
  const value = larger(least, smaller(most, stated));
  const points = multiply(value, weight);
  const arithmetic = `${percentText(value)} × ${ratioText(weight)} ${resultText(points)}`;
  const outcome = { reached: "met", partly: "partly", missed: "missed" } as const;
  return { points, outcome: outcome[achievement], arithmetic };
}

export interface ExecutionScore {
  /** Absent where there was no budget: nothing is divided by it. */
  readonly points?: Ratio;
  readonly rate?: Ratio;
  readonly arithmetic: string;
}

/** Execution scores its share of the adjusted budget (E01), at most all its points. */
export function scoreExecution(
  { executed, adjusted }: { readonly executed: bigint; readonly adjusted: bigint },
  points: Ratio,
): ExecutionScore {
  if (adjusted <= 0n) return { arithmetic: "全年预算数（调整后）为 0，不计执行率得分" };
  const rate = ratio(executed, adjusted);
  const scored = multiply(smaller(ONE, larger(NOTHING, rate)), points);
  return {
    points: scored,
    rate,
    arithmetic: `min(1, ${percentText(rate)}) × ${ratioText(points)} ${resultText(scored)}`,
  };
}

/** The grade of a total by its share of the full score (E02); undefined only where no grade begins at 0. */
export function gradeOf(
  total: Ratio,
  full: Ratio,
  { grades }: Pick<PerformanceSettings["evaluation"], "grades">,
): string | undefined {
  if (full.numerator === 0n) return undefined;
  const percent = multiply(divide(total, full), ratio(100n));
  return grades.find(({ from }) => compare(percent, ratio(BigInt(from))) >= 0)?.name;
}

/** "= 9.5", or "≈ 9.7895" where four decimals do not say it all. */
function resultText(value: Ratio): string {
  const text = ratioText(value, 4);
  const isExact = compare(decimalRatio(text) ?? NOTHING, value) === 0;
  return `${isExact ? "=" : "≈"} ${text}`;
}
