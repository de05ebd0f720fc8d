import { amountOf, type Book } from "../book/book.ts";
import type { PerformanceYear } from "../budget/year.ts";
import { addFen, type Fen, subtractFen, sumFen } from "../money/fen.ts";

/** Original, adjusted and executed amounts of a project or of a whole body; in fen, never mixed. */
export interface Execution {
  /** As approved with the budget. */
  readonly original: Fen;
  /** With the adjustments approved up to the date. */
  readonly adjusted: Fen;
  /** Paid up to the date, less what was paid back. */
  readonly executed: Fen;
}

/** The execution up to a date (ISO); without a project: of all expenditure of the body. */
export function executionOf(
  book: Book,
  year: Pick<PerformanceYear, "adjustments" | "payments">,
  until: string,
  project?: string,
): Execution {
  const first = `${book.budget.department.year}-01-01`;
  const units = new Set(book.units.map(({ id }) => id));
  const counts = (line: { readonly date: string; readonly unit: string; readonly project?: string }) =>
    line.date >= first &&
    line.date <= until &&
    units.has(line.unit) &&
    (project === undefined || line.project === project);
  const measure = { side: "expenditure", flow: "current" } as const;
  const original = amountOf(book, project === undefined ? measure : { ...measure, project }).value;
  const change = sumFen(year.adjustments.filter(counts).map((line) => line.change));
  const executed = sumFen(year.payments.filter(counts).map((payment) => payment.amount));
  return { original, adjusted: addFen(original, change), executed };
}

/** What is left of the adjusted budget. */
export function unspentOf({ adjusted, executed }: Execution): Fen {
  return subtractFen(adjusted, executed);
}
