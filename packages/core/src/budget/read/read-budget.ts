import { type Finding, hasError } from "../../finding/finding.ts";
import type { Budget } from "../budget.ts";
import { BUDGET_SHEETS } from "../schema.ts";
import type { RawSheet } from "../sheet.ts";
import { assemble } from "./assemble.ts";
import type { CheckOptions } from "./check/check.ts";
import { CHECKS } from "./check/checks.ts";
import { type Fault, inOrder } from "./fault/fault.ts";
import { matchSheets } from "./match-sheets.ts";
import { readRecords } from "./read-records.ts";

export interface ReadBudgetResult {
  /** Absent where a finding is an error. */
  readonly budget?: Budget;
  /** Every fault of the input, in the order of sheets and rows. */
  readonly findings: readonly Finding[];
}

/** Reads a budget from the sheets of a workbook or the files of a CSV folder. See `layout.ts` for their form. */
export function readBudget(sheets: readonly RawSheet[], options: CheckOptions = {}): ReadBudgetResult {
  const faults: Fault[] = [];
  const report = (fault: Fault) => void faults.push(fault);
  const set = readRecords(BUDGET_SHEETS, matchSheets(sheets, report), report);
  for (const check of CHECKS) check(set, options, report);
  const findings = inOrder(faults);
  return hasError(findings) ? { findings } : { budget: assemble(set), findings };
}
