import { roundsOf } from "@mingzhang/core";
import {
  type CheckedYear,
  checkYear,
  type EnteredRows,
  type EvaluationView,
  evaluationView,
  type KeyedFindings,
  type KnownDisclosure,
  type MonitoringView,
  monitoringView,
  type PerformanceSummary,
  performanceSummaries,
  trailOf,
  withDisclosures,
} from "../api/index.ts";
import { sheetsOfContent } from "../entry/sheets.ts";
import { type OpenAnswers, openAnswersOf } from "./open-answers.ts";

/** What can be asked of a year, each with what it needs. */
export interface YearQuestions {
  readonly check: { readonly ask: Record<never, never>; readonly answer: KeyedFindings };
  readonly monitoring: { readonly ask: { readonly at: string }; readonly answer: MonitoringView | undefined };
  readonly evaluation: { readonly ask: Record<never, never>; readonly answer: EvaluationView | undefined };
  readonly trail: {
    readonly ask: {
      readonly project?: string | undefined;
      readonly indicator: string;
      readonly until: string;
    };
    /** Ids of rows. */
    readonly answer: readonly string[];
  };
  /** What keeps a self-evaluation from being submitted; monitoring is asked for from the day of the approval on. */
  readonly open: { readonly ask: { readonly since: string }; readonly answer: OpenAnswers };
  /** On each of the dates, and on each round of the profile up to the last of them. */
  readonly summaries: {
    readonly ask: { readonly dates: readonly string[] };
    readonly answer: Readonly<Record<string, PerformanceSummary>>;
  };
}
export type YearAsk = keyof YearQuestions;
export type YearAnswer<Ask extends YearAsk> = YearQuestions[Ask]["answer"];

export interface YearTask<Ask extends YearAsk = YearAsk> {
  readonly ask: Ask;
  readonly with: YearQuestions[Ask]["ask"];
  /** Sheets of budget and year with their rows as JSON. */
  readonly content: string;
  /** The short name of a body that is a unit. */
  readonly unit: string | undefined;
  readonly disclosures: readonly KnownDisclosure[];
}

/** Answers what is asked of a year; pure, in a thread or a job. */
export function answer<Ask extends YearAsk>(task: YearTask<Ask>): YearAnswer<Ask> {
  const sheets = withDisclosures(sheetsOfContent(task.content), task.disclosures);
  const answers: { readonly [Each in YearAsk]: Answering<Each> } = ANSWERS;
  return answers[task.ask](checkYear(sheets, task.unit), task.with, sheets);
}

type Answering<Ask extends YearAsk> = (
  checked: CheckedYear,
  asked: YearQuestions[Ask]["ask"],
  sheets: EnteredRows,
) => YearAnswer<Ask>;

const ANSWERS: { readonly [Ask in YearAsk]: Answering<Ask> } = {
  check: ({ findings, counts }) => ({ findings, counts }),
  monitoring: ({ readable }, { at }) => readable && monitoringView(readable, at),
  evaluation: ({ readable }) => readable && evaluationView(readable),
  trail: ({ readable }, asked, sheets) => {
    const rows = sheets.find(({ sheet }) => sheet === "records")?.rows ?? [];
    return readable === undefined ? [] : trailOf(readable, asked).flatMap((index) => rows[index]?.id ?? []);
  },
  open: (checked, { since }) => openAnswersOf(checked, since),
  summaries: ({ readable, counts }, { dates }) => {
    if (readable === undefined) return Object.fromEntries(dates.map((date) => [date, unread(counts.error)]));
    const last = [...dates].sort().at(-1) ?? "";
    const rounds = roundsOf(readable.budget, readable.profile).filter((date) => date <= last);
    return performanceSummaries(readable, [...new Set([...rounds, ...dates])]);
  },
};

/** The summary of a year that cannot be read. */
function unread(errors: number): PerformanceSummary {
  return {
    errors,
    lights: { red: 0, yellow: 0, green: 0, blue: 0, none: 0 },
    unanswered: 0,
    overdue: 0,
    execution: { original: "0.00", adjusted: "0.00", executed: "0.00" },
    projects: 0,
    evaluated: 0,
    grades: [],
    disagreeing: 0,
    points: "0",
    grade: null,
  };
}
