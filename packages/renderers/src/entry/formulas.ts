import { spendsAsOrgan, UNIT_TYPES } from "@mingzhang/core";
import { cellAddress, type DefinedName } from "../workbook/index.ts";
import { CROSSWALK_NAMES } from "./lists.ts";
import { columnPosition, columnReference, type SheetPlan } from "./plan.ts";

/** The names by which other sheets refer to units and projects; the lists end with the last key entered. */
export function keyNames(units: SheetPlan, projects: SheetPlan): readonly DefinedName[] {
  return [
    { name: "unitIds", refersTo: columnReference(units, "unit") },
    { name: "unitTypes", refersTo: columnReference(units, "type") },
    { name: "unitKeys", refersTo: filledPart(columnReference(units, "unit")) },
    { name: "projectKeys", refersTo: filledPart(columnReference(projects, "project")) },
  ];
}

/** A list with blanks would let a drop-down accept anything. */
function filledPart(range: string): string {
  const [sheet = "", cells = ""] = splitReference(range);
  const first = `${sheet}!${cells.split(":")[0]}`;
  return `OFFSET(${first},0,0,MAX(1,COUNTA(${range})),1)`;
}

function splitReference(range: string): readonly string[] {
  const at = range.lastIndexOf("!");
  return [range.slice(0, at), range.slice(at + 1)];
}

/**
 * The government economic code of a ledger row by its departmental code and the type of its unit, as the crosswalk
 * says; an empty text where it says nothing. Typing over it is allowed.
 */
export function governmentEconomicFormula(ledger: SheetPlan, row: number): string {
  const unit = `$${cellAddress(row, columnPosition(ledger.schema, "unit"))}`;
  const department = `$${cellAddress(row, columnPosition(ledger.schema, "department_economic"))}`;
  const type = `INDEX(unitTypes,MATCH(${unit},unitIds,0))`;
  const organs = UNIT_TYPES.filter(({ id }) => spendsAsOrgan(id)).map(({ zh }) => `${type}="${zh}"`);
  const position = `MATCH(LEFT(${department}&"",5),${CROSSWALK_NAMES.department},0)`;
  const entry = (column: string) => `INDEX(${column},${position})&""`;
  const choice = `IF(OR(${organs.join(",")}),${entry(CROSSWALK_NAMES.organ)},${entry(CROSSWALK_NAMES.institution)})`;
  return `IF(OR(${unit}="",${department}=""),"",IFERROR(${choice},""))`;
}
