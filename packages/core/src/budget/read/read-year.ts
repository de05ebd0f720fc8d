import { type Finding, hasError } from "../../finding/finding.ts";
import type { Budget } from "../budget.ts";
import { BUDGET_SHEETS, ENTRY_SHEETS } from "../schema.ts";
import type { RawSheet } from "../sheet.ts";
import type { PerformanceYear } from "../year.ts";
import { assemble } from "./assemble.ts";
import { assembleYear } from "./assemble-year.ts";
import type { CheckOptions } from "./check/check.ts";
import { CHECKS } from "./check/checks.ts";
import { YEAR_CHECKS } from "./check/year/checks.ts";
import { type Fault, inOrder } from "./fault/fault.ts";
import { matchSheets } from "./match-sheets.ts";
import { readRecords } from "./read-records.ts";

export interface ReadYearResult {
  /** Absent where a finding is an error. */
  readonly budget?: Budget;
  readonly year?: PerformanceYear;
  /** Every fault of the input, in the order of sheets and rows. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a budget together with what was recorded in its year, from the sheets of one or more workbooks or CSV
 * folders. Findings are those of both.
 */
export function readYear(sheets: readonly RawSheet[], options: CheckOptions = {}): ReadYearResult {
  const faults: Fault[] = [];
  const report = (fault: Fault) => void faults.push(fault);
  const set = readRecords(ENTRY_SHEETS, matchSheets(sheets, report), report);
  for (const check of [...CHECKS, ...YEAR_CHECKS]) check(set, options, report);
  const findings = inOrder(faults);
  if (hasError(findings)) return { findings };
  return { budget: assemble(set), year: assembleYear(set), findings };
}

/** Whether any sheet of the year is among these. */
export function holdsYear(sheets: readonly RawSheet[]): boolean {
  return [...matchSheets(sheets, () => undefined).keys()].some((index) => index >= BUDGET_SHEETS.length);
}
