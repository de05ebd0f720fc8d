import { type Comparison, compareSum } from "../../money/compare.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";

/** A total and its parts among the cells of one table. */
export interface Sum {
  /** Sums of the same pattern stand or fall together: the same columns of a table, the same level of a column. */
  readonly pattern: string;
  /** The words of the table leave no doubt about what is added: it needs no other sum to confirm it. */
  readonly sure?: boolean;
  readonly total: PackFact;
  readonly parts: readonly { readonly fact: PackFact; readonly sign: 1 | -1 }[];
}

export interface JudgedSum extends Sum {
  readonly comparison: Comparison;
  /** Whether enough other sums of the pattern hold for this one to be called a contradiction. */
  readonly confirmed: boolean;
}

/**
 * Compares sums. A pattern that fails more often than in one case of three says more about how the table was
 * understood than about its figures: its failures are not confirmed.
 */
export function judge(sums: readonly Sum[]): readonly JudgedSum[] {
  const judged = sums.map((sum) => ({
    sum,
    comparison: compareSum(
      sum.total.figure,
      sum.parts.map(({ fact, sign }) => ({ figure: fact.figure, sign })),
    ),
  }));
  const tally = new Map<string, { failed: number; all: number }>();
  for (const { sum, comparison } of judged) {
    const entry = tally.get(sum.pattern) ?? { failed: 0, all: 0 };
    entry.all++;
    if (comparison.verdict === "conflict") entry.failed++;
    tally.set(sum.pattern, entry);
  }
  return judged.map(({ sum, comparison }) => {
    const { failed, all } = tally.get(sum.pattern) ?? { failed: 1, all: 1 };
    return { ...sum, comparison, confirmed: sum.sure === true || (all >= 3 && failed * 3 <= all) };
  });
}

/** The facts of a pack by id. */
export function factsById(pack: Pack): ReadonlyMap<string, PackFact> {
  return new Map(pack.facts.map((fact) => [fact.id, fact]));
}
