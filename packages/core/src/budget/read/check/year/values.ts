import { fault, type Report } from "../../fault/fault.ts";
import { type IndicatorFinder, indicatorFinder } from "../../indicator-finder.ts";
import { type SheetRecord, textOf } from "../../record.ts";
import { type Check, type CheckOptions, usable } from "../check.ts";
import { isNumber, toScaled } from "../decimal.ts";

/** Typed values are numbers where the target is one, and scores stay within the weight. */
export const checkValues: Check = (set, { weights }, report) => {
  const find = indicatorFinder(set);
  const counted = new Set(usable(set, "countings").map((record) => indicatorOf(record, find)));
  for (const sheet of ["progress", "evaluations"]) {
    for (const record of usable(set, sheet)) {
      const indicator = indicatorOf(record, find);
      if (indicator !== undefined) checkTyped(record, indicator, counted.has(indicator), report);
    }
  }
  for (const record of usable(set, "reviews")) {
    const weight = weightOf(record, find, weights);
    const score = textOf(record, "score");
    if (weight === undefined || (toScaled(score) ?? 0n) <= (toScaled(weight) ?? 0n)) continue;
    report(fault("score-exceeds-weight", record.spot("score"), { score, weight }));
  }
};

function indicatorOf(record: SheetRecord, find: IndicatorFinder): SheetRecord | undefined {
  return find(textOf(record, "project"), textOf(record, "indicator"));
}

function checkTyped(record: SheetRecord, indicator: SheetRecord, isCounted: boolean, report: Report): void {
  const [name, value] = [textOf(record, "indicator"), textOf(record, "actual")];
  if (value === "") return;
  if (textOf(indicator, "operator") !== "定性" && !isNumber(value)) {
    report(fault("value-not-a-number", record.spot("actual"), { name, value }));
  } else if (isCounted) {
    report(fault("counted-and-typed", record.spot("actual"), { name, value }));
  }
}

const FULL_SCORE = 100;

/** The most that a review can give; undefined where it names nothing that has a weight. */
function weightOf(
  review: SheetRecord,
  find: IndicatorFinder,
  weights: CheckOptions["weights"],
): string | undefined {
  if (textOf(review, "indicator") === "") {
    const ofIndicators = textOf(review, "project") === "" ? weights?.overall : weights?.project;
    return ofIndicators === undefined ? undefined : String(FULL_SCORE - ofIndicators);
  }
  const indicator = indicatorOf(review, find);
  return indicator?.usable === true ? textOf(indicator, "weight") : undefined;
}
