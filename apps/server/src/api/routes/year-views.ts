import { z } from "zod";
import { Day } from "../common.ts";

/** Yuan with two decimals, "-12.50". */
const Yuan = z.string();
/** Percent with at most two decimals and no sign of percent: "97.5". null: there is nothing to compare with. */
const Percent = z.string().nullable();
/** Points with at most two decimals: "19.5". What is judged is exact; these are printed. */
const Points = z.string();

/** Original, adjusted and executed, never mixed. */
export const ExecutionView = z.object({ original: Yuan, adjusted: Yuan, executed: Yuan });

export const LIGHTS = ["red", "yellow", "green", "blue", "none"] as const;
export const ANSWERS = ["actual", "reason", "forecast", "measure"] as const;

export const ActualView = z.object({
  /** From the register, from the body's own records of a duty, typed by hand, or nowhere. */
  source: z.enum(["counted", "duty", "typed", "none"]),
  /** In the indicator's unit; null: no number. */
  value: z.string().nullable(),
  achievement: z.enum(["reached", "partly", "missed"]).nullable(),
  /** Records that were counted; which they are is in `trail`. */
  records: z.int(),
  /** Of a duty: done of due, and what is open. */
  duty: z.object({ done: z.int(), due: z.int(), open: z.array(z.string()) }).nullable(),
});

const TargetView = z.object({
  name: z.string(),
  /** INDICATOR_KINDS of core. */
  kind: z.string(),
  /** The kind was inferred from name and unit. */
  inferred: z.boolean(),
  operator: z.string(),
  target: z.string(),
  measureUnit: z.string(),
  weight: z.string(),
  /** As approved with the budget, where it was changed since. */
  approved: z.object({ operator: z.string(), target: z.string() }).nullable(),
});

const Said = z.record(z.string(), z.string()).nullable().describe("the columns that are filled in");

const Monitored = z.object({
  light: z.enum(LIGHTS),
  /** Against what is due by now. */
  progress: Percent,
  /** Against the whole year. */
  completion: Percent,
  said: Said,
  /** What the light demands and is not there: columns of the monitoring sheet. */
  missing: z.array(z.enum(ANSWERS)),
});

export const MonitoringView = z.object({
  date: Day,
  /** Rounds of the profile in this year. */
  rounds: z.array(Day),
  /** The whole body (project null) first, then each project. */
  scopes: z.array(
    Monitored.extend({
      project: z.string().nullable(),
      execution: ExecutionView,
      indicators: z.array(TargetView.extend(Monitored.shape).extend({ actual: ActualView })),
    }),
  ),
  /** Measures promised in any round and not done by the date. */
  overdue: z.array(
    z.object({
      project: z.string().nullable(),
      indicator: z.string().nullable(),
      promised: Day,
      measure: z.string(),
      due: Day,
    }),
  ),
});
export type MonitoringView = z.infer<typeof MonitoringView>;

const ReviewView = z.object({ score: Points, comment: z.string() });
const Reviews = z.object({ department: ReviewView.nullable(), bureau: ReviewView.nullable() });
const TotalView = z.object({
  points: Points,
  /** What the points are out of. */
  full: Points,
  grade: z.string().nullable(),
  arithmetic: z.string(),
});

export const EvaluationForm = z.object({
  project: z.string().nullable(),
  execution: ExecutionView,
  /** null where execution has no points. */
  executionScore: z
    .object({
      /** null where there was no budget. */
      points: Points.nullable(),
      full: Points,
      rate: Percent,
      arithmetic: z.string(),
      reviews: Reviews,
    })
    .nullable(),
  indicators: z.array(
    TargetView.extend({
      actual: ActualView,
      points: Points,
      outcome: z.enum(["met", "partly", "missed", "missing"]),
      arithmetic: z.string(),
      said: Said,
      lacksReason: z.boolean(),
      reviews: Reviews,
    }),
  ),
  said: Said,
  total: TotalView,
  /** With the scores that a reviewer gave instead; null where none was given. */
  reviewed: z.object({ department: TotalView.nullable(), bureau: TotalView.nullable() }),
  concerns: z.array(z.object({ kind: z.string(), level: z.enum(["red", "yellow"]), text: z.string() })),
});

export const EvaluationView = z.object({
  forms: z.array(EvaluationForm),
  summary: z.object({
    projects: z.int(),
    evaluated: z.int(),
    coverage: Percent,
    grades: z.array(z.object({ name: z.string(), count: z.int() })),
    /** Projects whose score and execution disagree. */
    disagreeing: z.array(z.string()),
  }),
});
export type EvaluationView = z.infer<typeof EvaluationView>;

/** What the bureau's page shows of a body, kept so that nobody waits for three hundred budgets to be read. */
export const PerformanceSummary = z.object({
  /** Errors that keep budget or year from being read; where there are any, the rest is of nothing. */
  errors: z.int(),
  lights: z.object({
    red: z.int(),
    yellow: z.int(),
    green: z.int(),
    blue: z.int(),
    none: z.int(),
  }),
  /** Lights that still lack an answer. */
  unanswered: z.int(),
  overdue: z.int(),
  execution: ExecutionView,
  projects: z.int(),
  evaluated: z.int(),
  /** Of the projects, the best first. */
  grades: z.array(z.object({ name: z.string(), count: z.int() })),
  disagreeing: z.int(),
  /** Of the body as a whole. */
  points: Points,
  grade: z.string().nullable(),
});
export type PerformanceSummary = z.infer<typeof PerformanceSummary>;
