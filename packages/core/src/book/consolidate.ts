import type { Budget, BudgetLine } from "../budget/budget.ts";
import type { FundId, KindId } from "../budget/terms.ts";
import { type Fen, fen } from "../money/fen.ts";

/** Expenditure of a body: a ledger line, or money carried over to the next year. */
export interface BookLine extends Omit<BudgetLine, "kind"> {
  readonly kind: KindId | "carry-over-out";
  /** Where it was entered: the same for all bodies that count it, and for the pieces of a line that was split. */
  readonly origin: number;
}

const TRANSFER_FUND: Partial<Record<BookLine["kind"], FundId>> = {
  "subsidy-to-subordinate": "superior-subsidy",
  "remittance-to-superior": "affiliate-remittance",
};

/** The lines of units as they are, with what they carry over to the next year. */
export function linesOfUnits(budget: Budget, units: ReadonlySet<string>): readonly BookLine[] {
  return allLines(budget).filter((line) => units.has(line.unit));
}

/**
 * The lines of the department as one body: what one of its units hands to another is left out, and the
 * receiver's spending of it is stated under the source that the giver paid from.
 */
export function linesOfDepartment(budget: Budget): readonly BookLine[] {
  let lines = allLines(budget);
  const transfers = lines.filter(
    (line) => TRANSFER_FUND[line.kind] !== undefined && line.counterparty !== undefined,
  );
  for (const transfer of transfers) lines = eliminate(lines, transfer);
  return lines;
}

const LINES = new WeakMap<Budget, readonly BookLine[]>();

/** Made once a budget: every unit's book looks at all lines. */
function allLines(budget: Budget): readonly BookLine[] {
  let lines = LINES.get(budget);
  if (lines === undefined) {
    lines = enterLines(budget);
    LINES.set(budget, lines);
  }
  return lines;
}

function enterLines(budget: Budget): readonly BookLine[] {
  const carriedOut = budget.revenues
    .filter((revenue) => revenue.item === "carry-over-out")
    .map(
      (revenue, index): BookLine => ({
        year: budget.department.year,
        unit: revenue.unit,
        fund: revenue.fund,
        carryOver: revenue.carryOver,
        functional: revenue.functional ?? "",
        kind: "carry-over-out",
        departmentEconomic: "",
        governmentEconomic: "",
        amount: revenue.amount,
        origin: budget.lines.length + index,
      }),
    );
  return [...budget.lines.map((line, origin): BookLine => ({ ...line, origin })), ...carriedOut];
}

/** Takes a transfer out and gives the receiver's lines, in ledger order and up to its amount, the giver's source. */
function eliminate(lines: readonly BookLine[], transfer: BookLine): readonly BookLine[] {
  const fund = TRANSFER_FUND[transfer.kind];
  let left: bigint = transfer.amount;
  const result: BookLine[] = [];
  for (const line of lines) {
    if (line === transfer) continue;
    if (left === 0n || line.unit !== transfer.counterparty || line.fund !== fund) {
      result.push(line);
      continue;
    }
    const moved = line.amount < left ? line.amount : (left as Fen);
    left -= moved;
    result.push({ ...line, fund: transfer.fund, carryOver: transfer.carryOver, amount: moved });
    if (moved < line.amount) result.push({ ...line, amount: fen(line.amount - moved) });
  }
  return result;
}
