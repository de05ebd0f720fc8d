import { fault } from "../fault/fault.ts";
import { textOf } from "../record.ts";
import { type Check, usable } from "./check.ts";

/** Carry-over to the next year says what the money is for, so that expenditure can be classified whole. */
export const checkRevenues: Check = (set, _options, report) => {
  for (const revenue of usable(set, "revenues")) {
    const item = textOf(revenue, "item");
    if (item === "carry-over-out" && textOf(revenue, "functional") === "") {
      report(fault("carry-over-unclassified", revenue.spot("functional"), {}));
    }
    if (item === "current" && textOf(revenue, "carry_over") === "yes") {
      report(fault("carry-over-unused", revenue.spot("carry_over"), {}));
    }
  }
};
