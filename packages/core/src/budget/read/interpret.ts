import { crosswalk } from "../../catalogue/crosswalk.ts";
import { findTerm, REASON_SUBJECTS, type UnitTypeId } from "../terms.ts";
import { choiceOf, type RecordSet, type SheetRecord, textOf } from "./record.ts";

/** The type of each unit by its key; units with a faulty type are left out, of two with one key the first counts. */
export function unitTypes(set: RecordSet): ReadonlyMap<string, UnitTypeId> {
  const types = new Map<string, UnitTypeId>();
  for (const record of set("units").records) {
    const unit = textOf(record, "unit");
    const isKnown = unit !== "" && record.values.type !== undefined;
    if (isKnown && !types.has(unit)) types.set(unit, choiceOf<UnitTypeId>(record, "type"));
  }
  return types;
}

/** The government economic code of a line: as entered, else by the crosswalk; undefined where neither says. */
export function governmentEconomicOf(
  line: SheetRecord,
  types: ReadonlyMap<string, UnitTypeId>,
): string | undefined {
  const entered = textOf(line, "government_economic");
  const type = types.get(textOf(line, "unit"));
  if (entered !== "" || type === undefined) return entered;
  return crosswalk(textOf(line, "department_economic"), type)?.governmentEconomic;
}

/** A reason's subject by id: one of the choices, or a functional code; undefined for anything else. */
export function subjectOf(reason: SheetRecord): string | undefined {
  const text = textOf(reason, "subject").normalize("NFKC");
  return findTerm(REASON_SUBJECTS, text)?.id ?? /^2\d{2}(?:\d{2}){0,2}$/u.exec(text)?.[0];
}
