import {
  type Budget,
  DEPARTMENT,
  type Disclosure,
  disclosePacks,
  type Finding,
  findProfile,
  hasError,
  type Rounding,
  readBudget,
} from "@mingzhang/core";
import { type EnteredRows, type KeyedFindings, keyFindings } from "./keyed-findings.ts";
import { toRawSheets } from "./raw-sheets.ts";

export interface CheckedEntry extends KeyedFindings {
  /** Absent where the entry cannot be read. */
  readonly budget?: Budget;
  /** Absent where there is no budget or no profile. */
  readonly disclosure?: Disclosure;
}

/**
 * Reads and derives what is entered: in the browser at each keystroke with figures rounded conventionally, which is
 * quick, and on the server before a step with figures rounded as they are published. `unit` is the short name of the
 * body where it is a unit that publishes for itself.
 */
export function checkEntry(
  sheets: EnteredRows,
  unit?: string,
  rounding: Rounding = { mode: "conventional" },
): CheckedEntry {
  const profile = findProfile(profileIdOf(sheets));
  const read = readBudget(toRawSheets(sheets), profile === undefined ? {} : { weights: profile.weights });
  const findings: Finding[] = [...read.findings];
  const { budget } = read;
  if (budget === undefined || profile === undefined) {
    if (profile === undefined && !hasError(findings)) findings.push(NO_PROFILE);
    return { ...keyFindings(findings, sheets), ...(budget === undefined ? {} : { budget }) };
  }
  const [disclosure] = disclosePacks(budget, profile, rounding, [bodyOf(budget, unit)]);
  if (disclosure === undefined) return { ...keyFindings(findings, sheets), budget };
  return { ...keyFindings([...findings, ...disclosure.findings], sheets), budget, disclosure };
}

/** Which body of a budget is published: the unit, where it is one of the budget's, else the whole. */
export function bodyOf(budget: Budget, unit: string | undefined): string {
  return budget.units.find(({ id, name }) => id === unit || name === unit)?.id ?? DEPARTMENT;
}

export function profileIdOf(sheets: EnteredRows): string {
  return sheets.find(({ sheet }) => sheet === "department")?.rows[0]?.cells.profile?.trim() ?? "";
}

export const NO_PROFILE: Finding = {
  rule: "entry/profile",
  level: "error",
  message: {
    zh: "部门信息中没有公开口径，或没有这个口径。",
    en: "The department sheet names no known profile.",
  },
  remedy: { zh: "请在部门信息中选择公开口径。", en: "Choose a profile in the department sheet." },
};
