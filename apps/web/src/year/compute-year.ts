import { executionOf } from "@mingzhang/core";
import {
  checkYear,
  type EvaluationView,
  evaluationView,
  type KeyedFindings,
  type KnownDisclosure,
  type MonitoringView,
  monitoringView,
  type ReadableYear,
  type Row,
  trailOf,
  withDisclosures,
} from "@mingzhang/server/api";

/** How a scope's budget was executed in the course of the year; percent of the adjusted budget. */
export interface Pace {
  /** null: the whole body. */
  readonly project: string | null;
  /** At the end of each month up to the date; null where there is no budget. */
  readonly rates: readonly (number | null)[];
}

/** The year as of a date. */
export interface YearView {
  readonly monitoring: MonitoringView;
  readonly evaluation: EvaluationView;
  readonly pace: readonly Pace[];
}

/** What a year is looked at as of. */
export interface AsOf {
  /** ISO date. */
  readonly at: string;
  /** What the workspace knows of the body's publications. */
  readonly known: readonly KnownDisclosure[];
}

type Sheets = ReadonlyMap<string, readonly Row[]>;

/** Core's reading of a budget with its year, kept for questions about records. */
export class YearCompute {
  private readable: ReadableYear | undefined;
  private records: readonly Row[] = [];

  /** Without a view where something entered cannot be read. */
  check(
    sheets: Sheets,
    unit: string | undefined,
    { at: date, known }: AsOf,
  ): KeyedFindings & { readonly year?: YearView } {
    const entered = [...sheets].map(([sheet, rows]) => ({ sheet, rows }));
    const { readable, findings, counts } = checkYear(withDisclosures(entered, known), unit);
    this.readable = readable;
    this.records = sheets.get("records") ?? [];
    if (readable === undefined) return { findings, counts };
    const monitoring = monitoringView(readable, date);
    const pace = monitoring.scopes.map(({ project }) => paceOf(readable, project, date));
    return { findings, counts, year: { monitoring, evaluation: evaluationView(readable), pace } };
  }

  /** Ids of the rows of the register from which an indicator is counted. */
  trail(project: string | null, indicator: string, until: string): readonly string[] {
    if (this.readable === undefined) return [];
    const wanted = { project: project ?? undefined, indicator, until };
    return trailOf(this.readable, wanted).flatMap((position) => this.records[position]?.id ?? []);
  }
}

function paceOf({ book, year, budget }: ReadableYear, project: string | null, date: string): Pace {
  const months = Array.from({ length: Number(date.slice(5, 7)) }, (_, index) => index + 1);
  const rates = months.map((month) => {
    const end = `${budget.department.year}-${String(month).padStart(2, "0")}-31`;
    const { executed, adjusted } = executionOf(book, year, end < date ? end : date, project ?? undefined);
    return adjusted <= 0n ? null : Number((executed * 10_000n) / adjusted) / 100;
  });
  return { project, rates };
}
