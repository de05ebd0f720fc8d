import type { Budget, Indicator } from "../budget/budget.ts";
import type { Counting, PerformanceYear } from "../budget/year.ts";
import type { AchievementId } from "../budget/year-terms.ts";
import { type Counted, countRecords, countsRecords } from "./counting.ts";
import { countDuty, type Duty } from "./duties.ts";
import { compare, ONE, type Ratio } from "./ratio.ts";
import type { PerformanceSettings } from "./settings.ts";
import { refersTo } from "./targets.ts";
import { statedValue } from "./value.ts";

/** The actual value of an indicator up to a date, and where it comes from. */
export interface Actual {
  /** "counted" from the register, "duty" from the body's own records, "typed" by hand, "none" said. */
  readonly source: "counted" | "duty" | "typed" | "none";
  /** In base units. */
  readonly value?: Ratio;
  readonly achievement?: AchievementId;
  /** How it is counted; it may yet have been typed where the counting gave no value. */
  readonly counting?: Counting;
  readonly counted?: Counted;
  readonly duty?: Duty;
}

export interface ActualContext {
  readonly budget: Budget;
  readonly year: PerformanceYear;
  readonly settings: PerformanceSettings;
  /** ISO date. */
  readonly until: string;
}

/** What was typed of an indicator: in a round of monitoring, or at the year's end. */
export interface Typed {
  readonly actual?: string;
  readonly achievement?: AchievementId;
}

/** Counted where the body says how; typed otherwise. A counting that gives no value falls back on what was typed. */
export function actualOf(indicator: Indicator, typed: Typed | undefined, context: ActualContext): Actual {
  const own = {
    indicator: indicator.name,
    ...(indicator.project === undefined ? {} : { project: indicator.project }),
  };
  const counting = context.year.countings.find((each) => refersTo(each, own));
  if (counting === undefined) return typedActual(indicator, typed);
  const { budget, year, until } = context;
  if (!countsRecords(counting.method)) {
    const duty = countDuty(counting.method, {
      ...context,
      budgetYear: budget.department.year,
      projects: budget.projects.map(({ name }) => name),
    });
    if (duty.value === undefined) return { ...typedActual(indicator, typed), counting, duty };
    return { source: "duty", value: duty.value, achievement: achievementOf(duty.value), counting, duty };
  }
  const from = `${budget.department.year}-01-01`;
  const { measureUnit } = indicator;
  const counted = countRecords({ ...counting, method: counting.method }, year, { from, until, measureUnit });
  if (counted.value === undefined) return { ...typedActual(indicator, typed), counting, counted };
  return { source: "counted", value: counted.value, counting, counted };
}

/** A duty done in every case reaches a qualitative target, one done in none misses it. */
function achievementOf(value: Ratio): AchievementId {
  if (compare(value, ONE) >= 0) return "reached";
  return value.numerator > 0n ? "partly" : "missed";
}

function typedActual({ measureUnit }: Indicator, typed: Typed | undefined): Actual {
  const value = typed?.actual === undefined ? undefined : statedValue(typed.actual, measureUnit);
  const achievement = typed?.achievement;
  if (value === undefined && achievement === undefined) return { source: "none" };
  return {
    source: "typed",
    ...(value === undefined ? {} : { value }),
    ...(achievement === undefined ? {} : { achievement }),
  };
}
