import { REASON_SUBJECTS } from "../../terms.ts";
import { fault } from "../fault/fault.ts";
import { subjectOf } from "../interpret.ts";
import { textOf } from "../record.ts";
import { type Check, usable } from "./check.ts";

/** A reason is given for one of the listed subjects or for a functional code. */
export const checkSubjects: Check = (set, _options, report) => {
  for (const reason of usable(set, "reasons")) {
    if (subjectOf(reason) !== undefined) continue;
    const words = REASON_SUBJECTS.map(({ zh }) => zh).join("、");
    const ids = REASON_SUBJECTS.map(({ id }) => id).join(", ");
    report(fault("unknown-subject", reason.spot("subject"), { text: textOf(reason, "subject"), words, ids }));
  }
};
