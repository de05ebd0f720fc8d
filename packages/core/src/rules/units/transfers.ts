import type { MeasureTemplate } from "../../measure/measure.ts";
import type { Cell } from "./cells.ts";

const TRANSFER_FUNDS: readonly unknown[] = ["superior-subsidy", "affiliate-remittance"];
const TRANSFER_KINDS: readonly unknown[] = [
  "remittance-to-superior",
  "subsidy-to-subordinate",
  "other-kinds",
];
const APPROPRIATIONS: readonly unknown[] = [
  "general-public",
  "government-fund",
  "state-capital",
  "appropriation",
];
const BREAKDOWNS = [
  "functional",
  "kind",
  "departmentEconomic",
  "governmentEconomic",
  "procurement",
  "project",
  "item",
] as const satisfies readonly (keyof MeasureTemplate)[];

/** What one unit hands to another: the department leaves it out. */
export function isTransfer({ fund, kind }: MeasureTemplate): boolean {
  return TRANSFER_FUNDS.includes(fund) || TRANSFER_KINDS.includes(kind);
}

/** Whether the cells show money that may have come from, or gone to, another unit of the department. */
export function hasTransfers(cells: readonly Cell[]): boolean {
  return cells.some(({ measure, fact }) => isTransfer(measure) && fact.figure.scaled !== 0n);
}

/** Whether a unit earns what another one may have paid (事业收入). */
export function earns(cells: readonly Cell[]): boolean {
  return cells.some(({ measure, fact }) => measure.fund === "service" && fact.figure.scaled !== 0n);
}

/**
 * Whether a measure adds up over units that hand money to each other: what the treasury gives, undivided. The
 * receiver spends it under other codes and kinds than the giver.
 */
export function isFreeOfTransfers(measure: MeasureTemplate): boolean {
  return (
    APPROPRIATIONS.includes(measure.fund) && BREAKDOWNS.every((dimension) => measure[dimension] === undefined)
  );
}

/** Whether a measure is all expenditure of a body, or all of one source. */
export function isTotalExpenditure(measure: MeasureTemplate): boolean {
  return (
    measure.side === "expenditure" &&
    measure.flow === undefined &&
    BREAKDOWNS.every((dimension) => measure[dimension] === undefined)
  );
}
