import { fault } from "../../fault/fault.ts";
import { textOf } from "../../record.ts";
import { type Check, usable } from "../check.ts";

/** A project whose budget changed has its targets adjusted, or a word on why they stay (P09). */
export const checkTargetChanges: Check = (set, _options, report) => {
  const key = (document: string, project: string) => JSON.stringify([document, project]);
  const answered = new Set(
    usable(set, "target-changes").map((record) => key(textOf(record, "document"), textOf(record, "project"))),
  );
  for (const line of usable(set, "adjustments")) {
    const project = textOf(line, "project");
    const document = textOf(line, "document");
    if (project === "" || answered.has(key(document, project))) continue;
    answered.add(key(document, project));
    report(fault("targets-not-adjusted", line.spot("project"), { project, document }));
  }
};
