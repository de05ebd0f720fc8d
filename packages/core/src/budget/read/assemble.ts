import type { Budget, BudgetLine, Department, Unit } from "../budget.ts";
import type { UnitTypeId } from "../terms.ts";
import { assembleDetails } from "./assemble-details.ts";
import { governmentEconomicOf, unitTypes } from "./interpret.ts";
import {
  amountOf,
  choiceOf,
  linesOf,
  numberOf,
  optional,
  type RecordSet,
  type SheetRecord,
  textOf,
} from "./record.ts";

/** Makes a budget of records without errors. */
export function assemble(set: RecordSet): Budget {
  const types = unitTypes(set);
  const [department] = set("department").records;
  if (department === undefined) throw new RangeError("a budget without errors has a department");
  return {
    department: toDepartment(department),
    units: set("units").records.map(toUnit),
    lines: set("ledger").records.map((record) => toLine(record, types)),
    ...assembleDetails(set),
  };
}

function toDepartment(record: SheetRecord): Department {
  return {
    year: numberOf(record, "year"),
    region: textOf(record, "region"),
    profile: textOf(record, "profile"),
    name: textOf(record, "name"),
    ...optional(record, "code", "code"),
    mandate: linesOf(record, "mandate"),
    structure: linesOf(record, "structure"),
    ...optional(record, "overall_goal", "overallGoal"),
    ...optional(record, "operating_uses", "operatingUses"),
    ...optional(record, "assets_as_of", "assetsAsOf"),
    ...optional(record, "approval_date", "approvalDate"),
    ...optional(record, "publication_date", "publicationDate"),
    contact: textOf(record, "contact"),
    telephone: textOf(record, "telephone"),
  };
}

function toUnit(record: SheetRecord): Unit {
  return {
    id: textOf(record, "unit"),
    name: textOf(record, "name"),
    ...optional(record, "code", "code"),
    type: choiceOf(record, "type"),
    mandate: linesOf(record, "mandate"),
    structure: linesOf(record, "structure"),
    ...optional(record, "overall_goal", "overallGoal"),
  };
}

function toLine(record: SheetRecord, types: ReadonlyMap<string, UnitTypeId>): BudgetLine {
  const procurement = textOf(record, "procurement");
  const { place } = record.spot("amount_yuan");
  return {
    year: numberOf(record, "year"),
    unit: textOf(record, "unit"),
    fund: choiceOf(record, "fund"),
    carryOver: textOf(record, "carry_over") === "yes",
    functional: textOf(record, "functional"),
    kind: choiceOf(record, "kind"),
    ...optional(record, "project", "project"),
    departmentEconomic: textOf(record, "department_economic"),
    governmentEconomic: governmentEconomicOf(record, types) ?? "",
    ...(procurement === "" ? {} : { procurement: choiceOf(record, "procurement") }),
    ...optional(record, "counterparty", "counterparty"),
    amount: amountOf(record, "amount_yuan"),
    ...(place === undefined ? {} : { place }),
  };
}
