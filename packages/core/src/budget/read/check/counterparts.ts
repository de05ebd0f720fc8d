import { crosswalk, isSourced, spendsAsOrgan } from "../../../catalogue/crosswalk.ts";
import { UNIT_TYPES, type UnitTypeId } from "../../terms.ts";
import { fault, type Report } from "../fault/fault.ts";
import { governmentEconomicOf, unitTypes } from "../interpret.ts";
import { type SheetRecord, textOf } from "../record.ts";
import { type Check, wordOf } from "./check.ts";

/** Each line has a government economic code that suits its departmental one and the type of its unit. */
export const checkCounterparts: Check = (set, _options, report) => {
  const types = unitTypes(set);
  for (const line of set("ledger").records) {
    const type = types.get(textOf(line, "unit"));
    const departmentEconomic = textOf(line, "department_economic");
    if (type === undefined || departmentEconomic === "") continue;
    const given = textOf(line, "government_economic");
    const data = { departmentEconomic, type: wordOf(UNIT_TYPES, type) };
    if (given !== "") checkGiven(line, type, { given, ...data }, report);
    else if (line.usable && governmentEconomicOf(line, types) === undefined) {
      report(fault("counterpart-unknown", line.spot("government_economic"), data));
    }
  }
};

function checkGiven(
  line: SheetRecord,
  type: UnitTypeId,
  data: { readonly given: string; readonly departmentEconomic: string; readonly type: string },
  report: Report,
): void {
  const pair = crosswalk(data.departmentEconomic, type);
  const expected = pair?.governmentEconomic ?? codesOfOtherUnits(type, data.given);
  if (expected === undefined || expected === data.given) return;
  const rule = pair !== undefined && isSourced(pair) ? "counterpart-differs" : "counterpart-doubtful";
  const figures = { printed: data.given, expected };
  report(fault(rule, line.spot("government_economic"), { ...data, expected }, figures));
}

/** Without a pair only the class tells: organs spend under 501–504, other institutions under 505 and 506. */
function codesOfOtherUnits(type: UnitTypeId, given: string): string | undefined {
  const isOrganCode = /^50[1-4]/u.test(given);
  const isInstitutionCode = /^50[56]/u.test(given);
  if (spendsAsOrgan(type)) return isInstitutionCode ? "501–504" : undefined;
  return isOrganCode ? "505、506" : undefined;
}
