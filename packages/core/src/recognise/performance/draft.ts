import type { Cell, Place } from "../../document/document.ts";
import type {
  IndicatorColumn,
  PerformanceAmount,
  PerformanceForm,
  PerformanceIndicator,
  PrintedText,
} from "../../pack/performance-form.ts";
import { plain } from "../text.ts";

export interface DraftStart {
  readonly id: string;
  readonly title: string;
  readonly document: string;
  readonly place?: Place;
}

/** A form while its rows are read. */
export class FormDraft {
  isOverall: boolean;
  project: PrintedText | undefined;
  unit: PrintedText | undefined;
  supervisor: PrintedText | undefined;
  goal: PrintedText | undefined;
  periodGoal: PrintedText | undefined;
  overview: PrintedText | undefined;
  basis: PrintedText | undefined;
  readonly amounts: PerformanceAmount[] = [];
  /** Columns of the labels of the totals: each total is a group of its own. */
  readonly groups: number[] = [];
  readonly indicators: PerformanceIndicator[] = [];
  readonly columns = new Set<IndicatorColumn>();
  weightTotal: number | undefined;
  incomplete = false;
  /** Its name is expected on the next page. */
  unnamed = false;

  constructor(readonly start: DraftStart) {
    this.isOverall = /整体/u.test(plain(start.title));
  }

  finish(): PerformanceForm {
    const goal = this.goal ?? this.periodGoal;
    const filled = [this.project, goal].some((field) => field !== undefined && field.text !== "");
    return {
      ...this.start,
      kind: this.isOverall ? "overall" : "project",
      ...optional("project", this.project),
      ...optional("unit", this.unit),
      ...optional("supervisor", this.supervisor),
      amounts: this.amounts,
      ...optional("goal", goal),
      ...optional("overview", this.overview),
      ...optional("basis", this.basis),
      indicators: this.indicators,
      columns: this.columns,
      ...(this.weightTotal === undefined ? {} : { printedWeightTotal: this.weightTotal }),
      incomplete: this.incomplete || this.unnamed,
      blank: !filled && this.indicators.length === 0,
    };
  }
}

function optional<K extends string>(key: K, value: PrintedText | undefined) {
  return value === undefined ? {} : ({ [key]: value } as { readonly [k in K]: PrintedText });
}

/** A cell's text, without blanks and with its place. */
export function printed(cell: Cell | undefined): PrintedText {
  const text = (cell?.text ?? "").replace(/\s+/gu, "");
  return { text, ...(cell?.place === undefined ? {} : { place: cell.place }) };
}
