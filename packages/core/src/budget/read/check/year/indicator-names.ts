import { fault } from "../../fault/fault.ts";
import { indicatorFinder } from "../../indicator-finder.ts";
import { textOf } from "../../record.ts";
import { type Check, usable } from "../check.ts";
import { formsOf, ownerOf, recordsOf, WHOLE } from "../goal/owner.ts";

const NAMING = ["countings", "progress", "target-changes", "evaluations", "reviews"] as const;
const KNOWN_SHOWN = 8;

/** What is said of an indicator is said of one that the budget has. */
export const checkIndicatorNames: Check = (set, _options, report) => {
  const find = indicatorFinder(set);
  const forms = formsOf(set("indicators").records);
  for (const sheet of NAMING) {
    for (const record of usable(set, sheet)) {
      const name = textOf(record, "indicator");
      const project = textOf(record, "project");
      if (name === "" || find(project, name) !== undefined) continue;
      const owner = { ...WHOLE, project };
      const known = recordsOf(forms, owner).map((indicator) => textOf(indicator, "indicator"));
      const shown = known.slice(0, KNOWN_SHOWN).join("、") + (known.length > KNOWN_SHOWN ? "…" : "");
      const data = { ...ownerOf(owner), name, known: shown === "" ? "无" : shown };
      report(fault("unknown-indicator", record.spot("indicator"), data));
    }
  }
};
