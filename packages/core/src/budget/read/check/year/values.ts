import { fault, type Report } from "../../fault/fault.ts";
import { type RecordSet, type SheetRecord, textOf } from "../../record.ts";
import { type Check, usable } from "../check.ts";
import { toScaled } from "../decimal.ts";

/** Typed values are numbers where the target is one, and scores stay within the weight. */
export const checkValues: Check = (set, { weights }, report) => {
  const key = (record: SheetRecord) =>
    JSON.stringify([textOf(record, "project"), textOf(record, "indicator")]);
  const indicators = new Map(usable(set, "indicators").map((record) => [key(record), record]));
  const counted = new Set(usable(set, "countings").map(key));
  for (const sheet of ["progress", "evaluations"]) {
    for (const record of usable(set, sheet)) {
      checkTyped(record, indicators.get(key(record)), counted.has(key(record)), report);
    }
  }
  const execution = weights === undefined ? undefined : String(weights.overall - weights.project);
  checkScores(set, (record) => scoreLimit(indicators.get(key(record)), execution), report);
};

function checkTyped(
  record: SheetRecord,
  indicator: SheetRecord | undefined,
  counted: boolean,
  report: Report,
): void {
  const [name, value] = [textOf(record, "indicator"), textOf(record, "actual")];
  if (indicator === undefined || value === "") return;
  const number = value.normalize("NFKC").replace(/\s*[%‰]$/u, "");
  if (textOf(indicator, "operator") !== "定性" && toScaled(number) === undefined) {
    report(fault("value-not-a-number", record.spot("actual"), { name, value }));
  } else if (counted) {
    report(fault("counted-and-typed", record.spot("actual"), { name, value }));
  }
}

function scoreLimit(indicator: SheetRecord | undefined, execution: string | undefined): string | undefined {
  return indicator === undefined ? execution : textOf(indicator, "weight");
}

function checkScores(
  set: RecordSet,
  limitOf: (record: SheetRecord) => string | undefined,
  report: Report,
): void {
  for (const record of usable(set, "reviews")) {
    const limit = limitOf(record);
    const score = textOf(record, "score");
    if (limit === undefined || (toScaled(score) ?? 0n) <= (toScaled(limit) ?? 0n)) continue;
    report(fault("score-exceeds-weight", record.spot("score"), { score, weight: limit }));
  }
}
