import type { OperatorId } from "../../../terms.ts";
import { type SheetRecord, textOf } from "../../record.ts";

/** What a row of the indicators sheet states, as the budget will have it. */
export function statedIndicator(record: SheetRecord) {
  return {
    name: textOf(record, "indicator"),
    operator: textOf(record, "operator") as OperatorId,
    target: textOf(record, "target"),
    measureUnit: textOf(record, "measure_unit"),
  };
}
