import { fault, type Report } from "../fault/fault.ts";
import { type SheetRecord, textOf } from "../record.ts";
import { areComplete, type Check, usable } from "./check.ts";
import { fromScaled, isNumber, toScaled } from "./decimal.ts";
import { ownerOf } from "./goal/owner.ts";

/** Targets are numbers unless the indicator is qualitative; the weights of a set add up to the profile's total. */
export const checkIndicators: Check = (set, { weights }, report) => {
  const indicators = usable(set, "indicators");
  for (const indicator of indicators) checkTarget(indicator, report);
  if (weights === undefined || !areComplete(set, "indicators")) return;
  const sums = new Map<string, { sum: bigint; readonly first: SheetRecord }>();
  for (const indicator of indicators) {
    const project = textOf(indicator, "project");
    const entry = sums.get(project) ?? { sum: 0n, first: indicator };
    entry.sum += toScaled(textOf(indicator, "weight")) ?? 0n;
    sums.set(project, entry);
  }
  for (const [project, { sum, first }] of sums) {
    const expected = String(project === "" ? weights.overall : weights.project);
    if (sum === toScaled(expected)) continue;
    const data = { ...ownerOf(project), sum: fromScaled(sum), expected };
    report(fault("weights-sum", first.spot("weight"), data, { printed: data.sum, expected }));
  }
};

function checkTarget(indicator: SheetRecord, report: Report): void {
  const operator = textOf(indicator, "operator");
  const target = textOf(indicator, "target");
  if (operator === "定性" || isNumber(target)) return;
  report(fault("target-not-a-number", indicator.spot("target"), { operator, target }));
}
