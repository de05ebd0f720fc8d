import {
  type Budget,
  DEPARTMENT,
  type Disclosure,
  disclosePacks,
  type Finding,
  findProfile,
  hasError,
  type Level,
  type Rounding,
  readBudget,
} from "@mingzhang/core";
import { entryOf, toRawSheets } from "./raw-sheets.ts";
import type { CheckResult } from "./routes/budgets.ts";
import type { Row } from "./routes/entry.ts";

type Sheets = readonly { readonly sheet: string; readonly rows: readonly Pick<Row, "id" | "cells">[] }[];
export type KeyedFinding = CheckResult["findings"][number];

export interface CheckedEntry {
  readonly findings: readonly KeyedFinding[];
  readonly counts: CheckResult["counts"];
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
  sheets: Sheets,
  unit?: string,
  rounding: Rounding = { mode: "conventional" },
): CheckedEntry {
  const profile = findProfile(profileIdOf(sheets));
  const read = readBudget(toRawSheets(sheets), profile === undefined ? {} : { weights: profile.weights });
  const findings: Finding[] = [...read.findings];
  const { budget } = read;
  if (budget === undefined || profile === undefined) {
    if (profile === undefined && !hasError(findings)) findings.push(NO_PROFILE);
    return result(findings, sheets, budget === undefined ? {} : { budget });
  }
  const [disclosure] = disclosePacks(budget, profile, rounding, [bodyOf(budget, unit)]);
  if (disclosure === undefined) return result(findings, sheets, { budget });
  return result([...findings, ...disclosure.findings], sheets, { budget, disclosure });
}

/** Which body of a budget is published: the unit, where it is one of the budget's, else the whole. */
export function bodyOf(budget: Budget, unit: string | undefined): string {
  return budget.units.find(({ id, name }) => id === unit || name === unit)?.id ?? DEPARTMENT;
}

export function profileIdOf(sheets: Sheets): string {
  return sheets.find(({ sheet }) => sheet === "department")?.rows[0]?.cells.profile?.trim() ?? "";
}

const NO_PROFILE: Finding = {
  rule: "entry/profile",
  level: "error",
  message: {
    zh: "部门信息中没有公开口径，或没有这个口径。",
    en: "The department sheet names no known profile.",
  },
  remedy: { zh: "请在部门信息中选择公开口径。", en: "Choose a profile in the department sheet." },
};

const ORDER: Readonly<Record<Level, number>> = { error: 0, warning: 1, notice: 2 };

function result(
  findings: readonly Finding[],
  sheets: Sheets,
  rest: Pick<CheckedEntry, "budget" | "disclosure">,
): CheckedEntry {
  const keyed = findings.map((finding) => keyedFinding(finding, sheets));
  const count = (level: Level) => keyed.filter((finding) => finding.level === level).length;
  return {
    findings: keyed.sort((a, b) => ORDER[a.level] - ORDER[b.level]),
    counts: { error: count("error"), warning: count("warning"), notice: count("notice") },
    ...rest,
  };
}

/** A finding with the entry it concerns, and a key that stays while it says the same of the same row. */
function keyedFinding(finding: Finding, sheets: Sheets): KeyedFinding {
  const place = entryOf(finding.place);
  const row =
    place?.row === undefined
      ? undefined
      : sheets.find(({ sheet }) => sheet === place.sheet)?.rows[place.row]?.id;
  const where = [row ?? "", place?.field ?? ""];
  // A row's line number, which messages begin with, changes when rows are moved.
  const said = row === undefined ? finding.message.zh : finding.message.zh.replace(/^\S*\s?第\d+行：/u, "");
  return {
    ...(finding as KeyedFinding),
    key: [finding.rule, ...where, said].join("|").slice(0, 400),
    ...(place !== undefined && { sheet: place.sheet }),
    ...(row !== undefined && { row }),
    ...(place?.field !== undefined && { field: place.field }),
  };
}
