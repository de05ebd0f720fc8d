import { formatYuan } from "../../../money/fen.ts";
import { KINDS } from "../../terms.ts";
import { fault, type Report } from "../fault/fault.ts";
import { amountOf, type RecordSet, textOf } from "../record.ts";
import { areComplete, type Check, Sums, usable, wordOf } from "./check.ts";

/** Project expenditure names its project, other expenditure none; towns get no more than the project has. */
export const checkProjects: Check = (set, _options, report) => {
  for (const line of set("ledger").records) {
    const kindId = textOf(line, "kind");
    const project = textOf(line, "project");
    const spot = line.spot("project");
    // A project that was entered and not recognised has its own finding, and no value.
    if (kindId === "project" && project === "" && line.usable) report(fault("project-missing", spot, {}));
    if (kindId === "" || kindId === "project" || project === "") continue;
    report(fault("project-unexpected", spot, { project, kindId, kind: wordOf(KINDS, kindId) }));
  }
  checkSheet(set, report);
  checkTownSubsidies(set, report);
};

/** Lines may name projects only if there is a sheet of projects: said once, not for every line. */
function checkSheet(set: RecordSet, report: Report): void {
  const { schema, given } = set("projects");
  const line = set("ledger").records.find((record) => textOf(record, "project") !== "");
  if (given || line === undefined) return;
  report(fault("missing-sheet", { ...line.spot("project"), row: -1 }, schema));
}

function checkTownSubsidies(set: RecordSet, report: Report): void {
  if (!areComplete(set, "ledger")) return;
  const amounts = new Sums<string>();
  for (const line of usable(set, "ledger")) {
    amounts.add(textOf(line, "project"), amountOf(line, "amount_yuan"), line.spot("amount_yuan"));
  }
  for (const record of usable(set, "projects")) {
    const project = textOf(record, "project");
    const part = amountOf(record, "town_subsidy_yuan");
    if (part <= amounts.of(project)) continue;
    const data = { project, part: formatYuan(part), whole: formatYuan(amounts.of(project)) };
    report(fault("town-subsidy-exceeds", record.spot("town_subsidy_yuan"), data));
  }
}
