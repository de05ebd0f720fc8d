import type {
  Asset,
  Budget,
  Indicator,
  Note,
  PriorItem,
  PriorLine,
  Procurement,
  Project,
  Reason,
  Revenue,
  SocialInsuranceAmount,
} from "../budget.ts";
import type { RevenueItemId } from "../terms.ts";
import type { DirectionId, IndicatorKindId } from "../year-terms.ts";
import { subjectOf } from "./interpret.ts";
import {
  amountOf,
  choiceOf,
  chosen,
  numberOf,
  optional,
  type RecordSet,
  type SheetRecord,
  textOf,
} from "./record.ts";

/** The sheets beside department, units and ledger. */
export function assembleDetails(set: RecordSet): Omit<Budget, "department" | "units" | "lines"> {
  return {
    revenues: set("revenues").records.map(toRevenue),
    priorLines: set("prior-year").records.map(toPriorLine),
    priorItems: set("prior-year-other").records.map(toPriorItem),
    projects: set("projects").records.map(toProject),
    indicators: set("indicators").records.map(toIndicator),
    procurements: set("procurement").records.map(toProcurement),
    assets: set("assets").records.map(toAsset),
    socialInsurance: set("social-insurance").records.map(toSocialInsurance),
    reasons: set("reasons").records.map(toReason),
    notes: set("notes").records.map(toNote),
  };
}

function toRevenue(record: SheetRecord): Revenue {
  const item = choiceOf<RevenueItemId>(record, "item");
  return {
    unit: textOf(record, "unit"),
    fund: choiceOf(record, "fund"),
    item,
    ...optional(record, "counterparty", "counterparty"),
    ...optional(record, "functional", "functional"),
    carryOver: item === "carry-over-out" && textOf(record, "carry_over") === "yes",
    amount: amountOf(record, "amount_yuan"),
  };
}

function toPriorLine(record: SheetRecord): PriorLine {
  return {
    year: numberOf(record, "year"),
    ...optional(record, "unit", "unit"),
    fund: choiceOf(record, "fund"),
    functional: textOf(record, "functional"),
    kind: choiceOf(record, "kind"),
    amount: amountOf(record, "amount_yuan"),
  };
}

function toPriorItem(record: SheetRecord): PriorItem {
  return {
    year: numberOf(record, "year"),
    ...optional(record, "unit", "unit"),
    item: choiceOf(record, "item"),
    amount: amountOf(record, "amount_yuan"),
  };
}

function toProject(record: SheetRecord): Project {
  return {
    name: textOf(record, "project"),
    rank: choiceOf(record, "rank"),
    compiledBy: textOf(record, "compiled_by"),
    supervisedBy: textOf(record, "supervised_by"),
    summary: textOf(record, "summary"),
    basis: textOf(record, "basis"),
    goal: textOf(record, "goal"),
    townSubsidy: amountOf(record, "town_subsidy_yuan"),
  };
}

function toIndicator(record: SheetRecord): Indicator {
  return {
    ...optional(record, "project", "project"),
    ...optional(record, "budget_unit", "unit"),
    name: textOf(record, "indicator"),
    weight: textOf(record, "weight"),
    measureUnit: textOf(record, "measure_unit"),
    operator: choiceOf(record, "operator"),
    target: textOf(record, "target"),
    core: textOf(record, "core") === "yes",
    ...chosen<"kind", IndicatorKindId>(record, "kind", "kind"),
    ...chosen<"direction", DirectionId>(record, "direction", "direction"),
  };
}

function toProcurement(record: SheetRecord): Procurement {
  return {
    unit: textOf(record, "unit"),
    class: choiceOf(record, "class"),
    name: textOf(record, "name"),
    ...optional(record, "quantity", "quantity"),
    ...optional(record, "measure_unit", "measureUnit"),
    fund: choiceOf(record, "fund"),
    amount: amountOf(record, "amount_yuan"),
    smallBusiness: amountOf(record, "small_business_yuan"),
  };
}

function toAsset(record: SheetRecord): Asset {
  return {
    ...optional(record, "unit", "unit"),
    item: choiceOf(record, "item"),
    held: numberOf(record, "held"),
    planned: numberOf(record, "planned"),
  };
}

function toSocialInsurance(record: SheetRecord): SocialInsuranceAmount {
  return {
    side: choiceOf(record, "side"),
    fund: choiceOf(record, "fund"),
    amount: amountOf(record, "amount_yuan"),
  };
}

function toReason(record: SheetRecord): Reason {
  return {
    ...optional(record, "unit", "unit"),
    subject: subjectOf(record) ?? "",
    ...optional(record, "reason", "reason"),
    ...optional(record, "use", "use"),
  };
}

function toNote(record: SheetRecord): Note {
  return {
    ...optional(record, "unit", "unit"),
    ...optional(record, "table", "table"),
    text: textOf(record, "note"),
  };
}
