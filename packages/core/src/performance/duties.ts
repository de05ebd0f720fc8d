import { THREE_PUBLIC_ITEMS } from "../budget/terms.ts";
import type { AdjustmentLine, PerformanceYear } from "../budget/year.ts";
import { daysBetween } from "../rules/dates/calendar.ts";
import { DAYS_ALLOWED } from "../rules/dates/days-allowed.ts";
import type { DutyMethod } from "./counting.ts";
import { type Ratio, ratio } from "./ratio.ts";
import type { PerformanceSettings } from "./settings.ts";

/** How a body did one of its duties: of what was due, what was done, and each case. */
export interface Duty {
  readonly done: number;
  readonly due: number;
  /** Absent where nothing was due: then nobody can be said to have done it. */
  readonly value?: Ratio;
  /** What was due and not done, in words. */
  readonly open: readonly string[];
}

export interface DutyContext {
  readonly year: PerformanceYear;
  readonly settings: PerformanceSettings;
  /** ISO date of the count. */
  readonly until: string;
  readonly budgetYear: number;
  /** Names of the projects. */
  readonly projects: readonly string[];
}

/** Counts a duty from the body's own records. */
export function countDuty(method: DutyMethod, context: DutyContext): Duty {
  return DUTIES[method](context);
}

interface Case {
  readonly name: string;
  readonly done: boolean;
}

const DUTIES: Readonly<Record<DutyMethod, (context: DutyContext) => Duty>> = {
  "disclosure-compliance": ({ year, until }) =>
    dutyOf(
      year.disclosures
        .filter(({ approvalDate }) => approvalDate <= until)
        .filter(({ approvalDate, publicationDate }) => !isStillRunning(approvalDate, publicationDate, until))
        .map(({ document, approvalDate, publicationDate }) => ({
          name: `${document} ${approvalDate}`,
          done: publicationDate !== undefined && daysBetween(approvalDate, publicationDate) <= DAYS_ALLOWED,
        })),
    ),
  "monitoring-rate": ({ year, settings, until, budgetYear, projects }) =>
    dutyOf(
      settings.monitoring.rounds
        .map((day) => `${budgetYear}-${day}`)
        .filter((date) => date <= until)
        .flatMap((date) =>
          projects.map((name) => ({
            name: `${name} ${date}`,
            done: year.progress.some((said) => said.project === name && said.date === date),
          })),
        ),
    ),
  // Nothing is evaluated before the year is over.
  "evaluation-coverage": ({ year, projects, until, budgetYear }) =>
    dutyOf(
      (until < `${budgetYear}-12-31` ? [] : projects).map((name) => ({
        name,
        done: year.evaluations.some((said) => said.project === name),
      })),
    ),
  "filing-timeliness": ({ year, settings, until }) =>
    dutyOf(
      threePublicReallocations(year.adjustments)
        .filter(({ date }) => date <= until)
        .map((document) => ({ name: document.name, done: isFiledInTime(document, settings.filingDays) })),
    ),
};

/** Not published yet, and the days for it are not over. */
function isStillRunning(approval: string, publication: string | undefined, until: string): boolean {
  return publication === undefined && daysBetween(approval, until) <= DAYS_ALLOWED;
}

function dutyOf(cases: readonly Case[]): Duty {
  const open = cases.filter(({ done }) => !done).map(({ name }) => name);
  const done = cases.length - open.length;
  const value = cases.length === 0 ? {} : { value: ratio(BigInt(done), BigInt(cases.length)) };
  return { done, due: cases.length, open, ...value };
}

/** A reallocation that moves 三公 money, with its filing. */
export interface Reallocation {
  readonly name: string;
  readonly date: string;
  readonly filingDate?: string;
  readonly filingNumber?: string;
}

const THREE_PUBLIC_CODES: readonly string[] = THREE_PUBLIC_ITEMS.flatMap(({ codes }) => codes);

/** The reallocations that touch three-public expenses; each must be filed. */
export function threePublicReallocations(lines: readonly AdjustmentLine[]): readonly Reallocation[] {
  const touching = lines.filter(
    ({ kind, departmentEconomic }) =>
      kind === "reallocation" && THREE_PUBLIC_CODES.includes(departmentEconomic),
  );
  return [...new Set(touching.map(({ document }) => document))].map((name) => {
    const own = lines.filter(({ document }) => document === name);
    const filed = own.find(
      ({ filingDate, filingNumber }) => filingDate !== undefined && filingNumber !== undefined,
    );
    return {
      name,
      date: own[0]?.date ?? "",
      ...(filed?.filingDate === undefined ? {} : { filingDate: filed.filingDate }),
      ...(filed?.filingNumber === undefined ? {} : { filingNumber: filed.filingNumber }),
    };
  });
}

function isFiledInTime({ date, filingDate }: Reallocation, days: number): boolean {
  return filingDate !== undefined && daysBetween(date, filingDate) <= days;
}
