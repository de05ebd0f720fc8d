import type { UnitTypeId } from "../budget/terms.ts";
import { ECONOMIC_CROSSWALK } from "./generated/economic-crosswalk.ts";

/** Where a pair comes from: a published table, agreement with real packs, or memory. */
export type CrosswalkStatus = "sourced" | "consistent" | "recalled" | "recalled-low";

/** The government economic code that a departmental economic code becomes in one kind of unit. */
export interface CrosswalkPair {
  readonly governmentEconomic: string;
  readonly status: CrosswalkStatus;
}

interface CrosswalkRow {
  readonly organ: string;
  readonly institution: string;
  readonly status: CrosswalkStatus;
}

/**
 * The government economic code of a departmental one (经济分类对照关系): administrative and civil-service units
 * spend under the organs' codes, other institutions under the subsidies to institutions. Undefined: no such pair.
 */
export function crosswalk(departmentEconomic: string, unitType: UnitTypeId): CrosswalkPair | undefined {
  parsed ??= parseRows();
  const row = parsed.get(departmentEconomic);
  if (row === undefined) return undefined;
  const governmentEconomic = spendsAsOrgan(unitType) ? row.organ : row.institution;
  return governmentEconomic === "" ? undefined : { governmentEconomic, status: row.status };
}

/** Whether a contradiction with the pair may be called an error. */
export function isSourced(pair: CrosswalkPair): boolean {
  return pair.status === "sourced" || pair.status === "consistent";
}

/** Whether a unit's expenditure falls under the organs' government economic codes (501–504). */
export function spendsAsOrgan(unitType: UnitTypeId): boolean {
  return unitType === "administrative" || unitType === "civil-service";
}

let parsed: ReadonlyMap<string, CrosswalkRow> | undefined;

function parseRows(): ReadonlyMap<string, CrosswalkRow> {
  const rows = ECONOMIC_CROSSWALK.trimEnd().split("\n");
  return new Map(
    rows.map((line) => {
      const [code = "", organ = "", institution = "", status = ""] = line.split("\t");
      return [code, { organ, institution, status: status as CrosswalkStatus }];
    }),
  );
}
