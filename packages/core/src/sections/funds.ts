import { FUNDS } from "../budget/terms.ts";
import type { Member } from "../narrative/definition.ts";

/** The sources of revenue of the year as sentences list them. */
export const REVENUE_MEMBERS: readonly Member[] = FUNDS.filter(
  (fund) => fund.id !== "institutional-fund",
).map((fund) => ({
  label: fund.zh,
  measure: { side: "revenue", flow: "current", fund: fund.id },
}));
