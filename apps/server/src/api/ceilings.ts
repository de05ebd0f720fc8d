import { type Budget, type BudgetLine, type Fen, sumFen, THREE_PUBLIC_ITEMS } from "@mingzhang/core";
import type { CEILING_KINDS } from "./routes/review.ts";

export type CeilingKind = (typeof CEILING_KINDS)[number];

const THREE_PUBLIC_CODES: ReadonlySet<string> = new Set(THREE_PUBLIC_ITEMS.flatMap(({ codes }) => codes));

const COUNTS: Readonly<Record<CeilingKind, (line: BudgetLine) => boolean>> = {
  total: () => true,
  basic: ({ kind }) => kind === "personnel" || kind === "operating",
  personnel: ({ kind }) => kind === "personnel",
  operating: ({ kind }) => kind === "operating",
  project: ({ kind }) => kind === "project",
  "three-public": ({ departmentEconomic }) => THREE_PUBLIC_CODES.has(departmentEconomic),
};

/**
 * What is entered of what a ceiling limits, of the whole budget or of one of its units by its short name; internal
 * transfers are not counted twice.
 */
export function enteredOf(budget: Budget, kind: CeilingKind, unit?: string): Fen {
  const lines = budget.lines.filter(
    (line) =>
      line.counterparty === undefined && (unit === undefined || line.unit === unit) && COUNTS[kind](line),
  );
  return sumFen(lines.map(({ amount }) => amount));
}
