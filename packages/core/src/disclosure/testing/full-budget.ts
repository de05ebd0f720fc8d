import type { Budget, BudgetLine, Revenue } from "../../budget/budget.ts";
import { FUNDS, KINDS } from "../../budget/terms.ts";
import { SAMPLE_BUDGET } from "../../budget/testing/sample-budget.ts";
import { fen } from "../../money/fen.ts";

const FUNCTIONAL = ["2013601", "2013602", "2080505", "2210201"] as const;

/** Amounts are powers of four, so that a sum shows how often each amount is in it. */
const amountAt = (index: number) => fen(4n ** BigInt(index));

/** A line of every source of funds and every kind, in turn of the year and carried over into it. */
const LINES = FUNDS.flatMap((fund, row) =>
  KINDS.map((kind, column): BudgetLine => {
    const index = row * KINDS.length + column;
    return {
      year: 2023,
      unit: index % 2 === 0 ? "机关" : "档案馆",
      fund: fund.id,
      carryOver: index % 3 === 0,
      functional: FUNCTIONAL[index % FUNCTIONAL.length] ?? "",
      kind: kind.id,
      departmentEconomic: { personnel: "30101", operating: "30217" }[kind.id as string] ?? "30231",
      governmentEconomic: kind.id === "personnel" ? "50101" : "50201",
      amount: amountAt(index),
    };
  }),
);

/** What is left for the next year, of money of the year and of money carried over. */
const CARRIED_OUT = (["general-public", "service", "other"] as const).map(
  (fund, index): Revenue => ({
    unit: "机关",
    fund,
    item: "carry-over-out",
    functional: FUNCTIONAL[index] ?? "",
    carryOver: index === 0,
    amount: amountAt(LINES.length + index),
  }),
);

/** Everything that a ledger can state at once: ten sources, six kinds, carry-over in and out. */
export const FULL_BUDGET: Budget = {
  ...SAMPLE_BUDGET,
  lines: LINES,
  revenues: CARRIED_OUT,
  reasons: [],
};

/** How often each amount is in a sum of them, the smallest amount first. */
export function timesInSum(sum: bigint): number[] {
  const times: number[] = [];
  for (let rest = sum; rest > 0n; rest /= 4n) times.push(Number(rest % 4n));
  return times;
}
