import { fault } from "../../fault/fault.ts";
import { textOf } from "../../record.ts";
import { type Check, usable } from "../check.ts";
import { toScaled } from "../decimal.ts";

/** Of what is due no more is reached than there is; names belong to a record. */
export const checkRecords: Check = (set, _options, report) => {
  for (const record of usable(set, "records")) {
    const [reached, due] = [textOf(record, "reached"), textOf(record, "due")];
    if ((reached === "") !== (due === "")) {
      report(fault("share-incomplete", record.spot(reached === "" ? "reached" : "due"), {}));
    } else if ((toScaled(reached) ?? 0n) > (toScaled(due) ?? 0n)) {
      report(fault("reached-exceeds-due", record.spot("reached"), { reached, due }));
    }
  }
  const numbers = new Set(set("records").records.map((record) => textOf(record, "number")));
  for (const person of usable(set, "participants")) {
    const number = textOf(person, "number");
    if (!numbers.has(number)) report(fault("record-number-unknown", person.spot("number"), { number }));
  }
};
