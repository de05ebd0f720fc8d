import { fault, type Report } from "../fault/fault.ts";
import { type SheetRecord, textOf } from "../record.ts";
import { areComplete, type Check, usable } from "./check.ts";
import { fromScaled, isNumber, toScaled } from "./decimal.ts";
import { formsOf, ownerOf } from "./goal/owner.ts";

/** Targets are numbers unless the indicator is qualitative; the weights of a set add up to the profile's total. */
export const checkIndicators: Check = (set, { weights }, report) => {
  const indicators = usable(set, "indicators");
  for (const indicator of indicators) {
    checkTarget(indicator, report);
    const [project, unit] = [textOf(indicator, "project"), textOf(indicator, "budget_unit")];
    if (project !== "" && unit !== "")
      report(fault("indicator-of-two-forms", indicator.spot("budget_unit"), { project, unit }));
  }
  if (weights === undefined || !areComplete(set, "indicators")) return;
  for (const { owner, records } of formsOf(indicators)) {
    const sum = records.reduce((total, record) => total + (toScaled(textOf(record, "weight")) ?? 0n), 0n);
    const expected = String(owner.project === "" ? weights.overall : weights.project);
    const [first] = records;
    if (first === undefined || sum === toScaled(expected)) continue;
    const data = { ...ownerOf(owner), sum: fromScaled(sum), expected };
    report(fault("weights-sum", first.spot("weight"), data, { printed: data.sum, expected }));
  }
};

function checkTarget(indicator: SheetRecord, report: Report): void {
  const operator = textOf(indicator, "operator");
  const target = textOf(indicator, "target");
  if (operator === "定性" || isNumber(target)) return;
  report(fault("target-not-a-number", indicator.spot("target"), { operator, target }));
}
