import { fold } from "../../../terms.ts";
import { fault } from "../../fault/fault.ts";
import { textOf } from "../../record.ts";
import { byText, type Check, usable } from "../check.ts";
import { ownerOf } from "../goal/owner.ts";

const NAMING = ["countings", "progress", "target-changes", "evaluations", "reviews"] as const;
const KNOWN_SHOWN = 8;

/** What is said of an indicator is said of one that the budget has. */
export const checkIndicatorNames: Check = (set, _options, report) => {
  const names = byText(usable(set, "indicators"), "project");
  for (const sheet of NAMING) {
    for (const record of usable(set, sheet)) {
      const name = textOf(record, "indicator");
      const project = textOf(record, "project");
      const known = (names.get(project) ?? []).map((indicator) => textOf(indicator, "indicator"));
      if (name === "" || known.some((candidate) => fold(candidate) === fold(name))) continue;
      const shown = known.slice(0, KNOWN_SHOWN).join("、") + (known.length > KNOWN_SHOWN ? "…" : "");
      report(
        fault("unknown-indicator", record.spot("indicator"), { ...ownerOf(project), name, known: shown }),
      );
    }
  }
};
