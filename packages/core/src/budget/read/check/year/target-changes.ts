import { subtractFen } from "../../../../money/fen.ts";
import { fault, type Report } from "../../fault/fault.ts";
import { indicatorFinder } from "../../indicator-finder.ts";
import { amountOf, type RecordSet, textOf } from "../../record.ts";
import { type Check, Sums, usable } from "../check.ts";
import { isNumber } from "../decimal.ts";

/** A project whose budget changed has its targets adjusted, or a word on why they stay (P09); new targets are numbers. */
export const checkTargetChanges: Check = (set, _options, report) => {
  checkAnswered(set, report);
  const find = indicatorFinder(set);
  for (const change of usable(set, "target-changes")) {
    const indicator = find(textOf(change, "project"), textOf(change, "indicator"));
    const target = textOf(change, "target");
    const operator =
      textOf(change, "operator") || (indicator === undefined ? "" : textOf(indicator, "operator"));
    if (target === "" || operator === "" || operator === "定性" || isNumber(target)) continue;
    report(fault("target-not-a-number", change.spot("target"), { operator, target }));
  }
};

/** Money that moves within a project leaves its budget, and so its targets, as they were. */
function checkAnswered(set: RecordSet, report: Report): void {
  const changes = new Sums<readonly [document: string, project: string]>();
  for (const line of usable(set, "adjustments")) {
    const change = subtractFen(amountOf(line, "increase_yuan"), amountOf(line, "decrease_yuan"));
    changes.add([textOf(line, "document"), textOf(line, "project")], change, line.spot("project"));
  }
  const answered = new Set(
    set("target-changes").records.map((record) =>
      JSON.stringify([textOf(record, "document"), textOf(record, "project")]),
    ),
  );
  for (const { key, spot } of changes.keys()) {
    const [document, project] = key;
    if (project === "" || changes.of(key) === 0n || answered.has(JSON.stringify(key))) continue;
    report(fault("targets-not-adjusted", spot, { project, document }));
  }
}
