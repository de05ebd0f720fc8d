import {
  type Budget,
  type Rounding as CoreRounding,
  compose,
  type Disclosure,
  disclosePacks,
  type Inspection,
  inspect,
  type Solver,
} from "@mingzhang/core";
import { renderFrame } from "@mingzhang/renderers/frame";
import {
  bodyOf,
  CEILING_KINDS,
  type CheckedEntry,
  checkEntry,
  enteredOf,
  type Row,
} from "@mingzhang/server/api";
import { compare } from "../flow/compare.ts";
import { YearCompute } from "../year/compute-year.ts";
import type { Answer, Entered, FigureAnswer, Question, Rounding } from "./messages.ts";

/** Answers the page's questions on one budget; everything but the loading of the solver is core's. */
export class Compute {
  private readonly sheets = new Map<string, readonly Row[]>();
  private unit: string | undefined;
  private checked: CheckedEntry | undefined;
  private shown: { readonly disclosure: Disclosure; readonly inspection: Inspection } | undefined;
  private readonly year = new YearCompute();
  private solver: Promise<Solver> | undefined;

  constructor(private readonly loadSolver: () => Promise<Solver>) {}

  async answer(question: Question): Promise<Answer> {
    const { turn } = question;
    if (question.kind === "check") {
      for (const [sheet, rows] of question.changed) this.sheets.set(sheet, rows);
      this.unit = question.unit;
      if (question.year !== undefined) {
        const checked = this.year.check(this.sheets, question.unit, question.year);
        return { kind: "check", turn, ...checked, readable: checked.year !== undefined, entered: [] };
      }
      const checked = checkEntry(
        [...this.sheets].map(([sheet, rows]) => ({ sheet, rows })),
        this.unit,
        question.rounding === "consistent" ? await this.consistent() : { mode: "conventional" },
      );
      if (question.rounding === "conventional") this.checked = checked;
      const { findings, counts, budget } = checked;
      return {
        kind: "check",
        turn,
        findings,
        counts,
        readable: budget !== undefined,
        entered: enteredIn(budget),
      };
    }
    if (question.kind === "trail") {
      const { project, indicator, until } = question;
      return { kind: "trail", turn, rows: this.year.trail(project, indicator, until) };
    }
    if (question.kind === "figure") return { kind: "figure", turn, answer: this.figure(question.ref) };
    if (question.kind === "compare") {
      const { left, right, unit } = question;
      const old = await this.published(checkEntry(left, unit), unit);
      const now = await this.published(checkEntry(right, unit), unit);
      if (old === undefined || now === undefined) return { kind: "compare", turn };
      return { kind: "compare", turn, comparison: compare(old, now) };
    }
    const disclosure = await this.disclosure(question.rounding);
    if (disclosure === undefined) return { kind: "preview", turn };
    const inspection = inspect(disclosure);
    this.shown = { disclosure, inspection };
    const frame = renderFrame(compose(disclosure), inspection);
    const differences = disclosure.receipt?.differences.length ?? 0;
    return { kind: "preview", turn, page: { ...frame, differences } };
  }

  private async disclosure(rounding: Rounding): Promise<Disclosure | undefined> {
    if (this.checked === undefined || rounding === "conventional") return this.checked?.disclosure;
    return this.published(this.checked, this.unit);
  }

  /** With figures rounded as they are published. */
  private async published(
    { budget, disclosure }: CheckedEntry,
    unit: string | undefined,
  ): Promise<Disclosure | undefined> {
    if (budget === undefined || disclosure === undefined) return undefined;
    const [first] = disclosePacks(budget, disclosure.profile, await this.consistent(), [
      bodyOf(budget, unit),
    ]);
    return first;
  }

  private async consistent(): Promise<CoreRounding> {
    this.solver ??= this.loadSolver().catch((error: unknown) => {
      // Asked again the next time: the connection may be back.
      this.solver = undefined;
      throw error;
    });
    return { mode: "consistent", solve: await this.solver };
  }

  private figure(ref: string): FigureAnswer | undefined {
    const figure = this.shown?.inspection.figures[ref];
    if (this.shown === undefined || figure === undefined) return undefined;
    const { columns, rows } = this.shown.inspection.lines;
    const { select } = figure;
    const chosen = (row: readonly string[]) =>
      columns.every(({ id, prefix }, index) => {
        const accepted = select?.[id];
        const text = row[index] ?? "";
        return accepted?.some((value) => (prefix === true ? text.startsWith(value) : text === value)) ?? true;
      });
    const kept =
      select === undefined ? [] : rows.map((row, index) => ({ row, index })).filter(({ row }) => chosen(row));
    const ledger = this.sheets.get("ledger") ?? [];
    return {
      ref,
      figure,
      columns: columns.map(({ label }) => label),
      lines: kept.slice(0, 200).map(({ row }) => row),
      rows: kept.flatMap(({ index }) => ledger[index]?.id ?? []),
    };
  }
}

/** Of the whole budget and of each of its units. */
function enteredIn(budget: Budget | undefined): readonly Entered[] {
  if (budget === undefined) return [];
  return [undefined, ...budget.units.map(({ id }) => id)].flatMap((unit) =>
    CEILING_KINDS.map((kind) => ({ unit, kind, amount: enteredOf(budget, kind, unit) })),
  );
}
