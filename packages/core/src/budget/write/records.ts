import { type Fen, formatYuan, ZERO } from "../../money/fen.ts";
import type { Budget, BudgetLine, Department, Procurement, Project, Revenue, Unit } from "../budget.ts";

/** A record as texts by column id, choices by their ids. A blank is undefined. */
export type TextRecord = Readonly<Record<string, string | undefined>>;

/** The records of a budget by sheet id: the reverse of reading them. */
export function recordsOf(budget: Budget): Readonly<Record<string, readonly TextRecord[]>> {
  return {
    department: [departmentRecord(budget.department)],
    units: budget.units.map(unitRecord),
    ledger: budget.lines.map(lineRecord),
    revenues: budget.revenues.map(revenueRecord),
    projects: budget.projects.map(projectRecord),
    procurement: budget.procurements.map(procurementRecord),
    "prior-year": budget.priorLines.map(({ year, amount, ...line }) => ({
      ...line,
      year: String(year),
      amount_yuan: formatYuan(amount),
    })),
    "prior-year-other": budget.priorItems.map(({ year, unit, item, amount }) => ({
      year: String(year),
      unit,
      item,
      amount_yuan: formatYuan(amount),
    })),
    indicators: budget.indicators.map(({ name, unit, measureUnit, core, ...indicator }) => ({
      ...indicator,
      indicator: name,
      measure_unit: measureUnit,
      core: core ? "yes" : "no",
      budget_unit: unit,
    })),
    assets: budget.assets.map(({ unit, item, held, planned }) => ({
      unit,
      item,
      held: String(held),
      planned: String(planned),
    })),
    "social-insurance": budget.socialInsurance.map(({ side, fund, amount }) => ({
      side,
      fund,
      amount_yuan: formatYuan(amount),
    })),
    reasons: budget.reasons.map(({ unit, subject, reason, use }) => ({ unit, subject, reason, use })),
    notes: budget.notes.map(({ unit, table, text }) => ({ unit, table, note: text })),
  };
}

function departmentRecord(department: Department): TextRecord {
  return {
    year: String(department.year),
    region: department.region,
    profile: department.profile,
    name: department.name,
    code: department.code,
    mandate: department.mandate.join("\n"),
    structure: department.structure.join("\n"),
    overall_goal: department.overallGoal,
    operating_uses: department.operatingUses,
    assets_as_of: department.assetsAsOf,
    approval_date: department.approvalDate,
    publication_date: department.publicationDate,
    contact: department.contact,
    telephone: department.telephone,
  };
}

function unitRecord({ id, name, code, type, mandate, structure, overallGoal }: Unit): TextRecord {
  return {
    unit: id,
    name,
    code,
    type,
    mandate: mandate.join("\n"),
    structure: structure.join("\n"),
    overall_goal: overallGoal,
  };
}

function lineRecord(line: BudgetLine): TextRecord {
  return {
    year: String(line.year),
    unit: line.unit,
    fund: line.fund,
    carry_over: yesOrBlank(line.carryOver),
    functional: line.functional,
    kind: line.kind,
    project: line.project,
    department_economic: line.departmentEconomic,
    government_economic: line.governmentEconomic,
    procurement: line.procurement,
    counterparty: line.counterparty,
    amount_yuan: formatYuan(line.amount),
  };
}

function revenueRecord({
  unit,
  fund,
  item,
  counterparty,
  functional,
  carryOver,
  amount,
}: Revenue): TextRecord {
  const carry_over = yesOrBlank(carryOver);
  return { unit, fund, item, counterparty, functional, carry_over, amount_yuan: formatYuan(amount) };
}

function projectRecord(project: Project): TextRecord {
  return {
    project: project.name,
    rank: project.rank,
    compiled_by: project.compiledBy,
    supervised_by: project.supervisedBy,
    summary: project.summary,
    basis: project.basis,
    goal: project.goal,
    town_subsidy_yuan: yuanOrBlank(project.townSubsidy),
  };
}

function procurementRecord(procurement: Procurement): TextRecord {
  return {
    unit: procurement.unit,
    class: procurement.class,
    name: procurement.name,
    quantity: procurement.quantity,
    measure_unit: procurement.measureUnit,
    fund: procurement.fund,
    amount_yuan: formatYuan(procurement.amount),
    small_business_yuan: yuanOrBlank(procurement.smallBusiness),
  };
}

function yesOrBlank(value: boolean): string | undefined {
  return value ? "yes" : undefined;
}

function yuanOrBlank(amount: Fen): string | undefined {
  return amount === ZERO ? undefined : formatYuan(amount);
}
