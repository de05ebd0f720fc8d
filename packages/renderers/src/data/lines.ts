import { type Disclosure, formatYuan, nameOf } from "@mingzhang/core";

/** The columns of lines.csv, as in the ledger, with the names of the codes. */
export const LINE_FIELDS = [
  "year",
  "unit",
  "fund",
  "carry_over",
  "functional",
  "functional_name",
  "kind",
  "project",
  "department_economic",
  "department_economic_name",
  "government_economic",
  "government_economic_name",
  "procurement",
  "amount_yuan",
] as const;

export type LineRecord = Readonly<Record<(typeof LINE_FIELDS)[number], string>>;

/** The body's lines with exact yuan; internal transfers of a department are eliminated. */
export function lineRecords({ book }: Disclosure): readonly LineRecord[] {
  const unitName = new Map(book.budget.units.map((unit) => [unit.id, unit.name]));
  return book.lines.map((line) => ({
    year: String(line.year),
    unit: unitName.get(line.unit) ?? line.unit,
    fund: line.fund,
    carry_over: line.carryOver ? "yes" : "no",
    functional: line.functional,
    functional_name: nameOf("functional", line.functional, line.year) ?? "",
    kind: line.kind,
    project: line.project ?? "",
    department_economic: line.departmentEconomic,
    department_economic_name: nameOf("department-economic", line.departmentEconomic, line.year) ?? "",
    government_economic: line.governmentEconomic,
    government_economic_name: nameOf("government-economic", line.governmentEconomic, line.year) ?? "",
    procurement: line.procurement ?? "",
    amount_yuan: formatYuan(line.amount),
  }));
}
