import { formatYuan } from "../../../money/fen.ts";
import { FUNDS } from "../../terms.ts";
import { fault } from "../fault/fault.ts";
import { amountOf, type RecordSet, textOf } from "../record.ts";
import { areComplete, type Check, distance, Sums, usable, wordOf } from "./check.ts";

/** Unit, source of funds, and whether the money was carried over from the prior year. */
type Key = readonly [unit: string, fund: string, carriedOver: boolean];

/**
 * Where revenues are given: revenue and carry-over in equal expenditure and carry-over out, for each unit and
 * source, and separately for money of the year and money carried over.
 */
export const checkBalance: Check = (set, _options, report) => {
  const isGiven = set("revenues").records.length > 0;
  if (!isGiven || !areComplete(set, "units", "ledger", "revenues")) return;
  const { inflows, outflows } = addUp(set);
  for (const { key, spot } of inflows.union(outflows)) {
    const inflow = inflows.of(key);
    const outflow = outflows.of(key);
    if (inflow === outflow) continue;
    const [unit, fundId, carriedOver] = key;
    const difference = distance(inflow, outflow);
    const sums = { revenue: formatYuan(inflow), expenditure: formatYuan(outflow), difference };
    const rule = carriedOver ? "unbalanced-carry-over" : "unbalanced-current";
    const figures = { printed: sums.revenue, expected: sums.expenditure, difference };
    report(fault(rule, spot, { unit, fundId, fund: wordOf(FUNDS, fundId), ...sums }, figures));
  }
};

function addUp(set: RecordSet): { readonly inflows: Sums<Key>; readonly outflows: Sums<Key> } {
  const inflows = new Sums<Key>();
  const outflows = new Sums<Key>();
  for (const record of usable(set, "revenues")) {
    const item = textOf(record, "item");
    const isOut = item === "carry-over-out";
    const carriedOver = isOut ? textOf(record, "carry_over") === "yes" : item === "carry-over-in";
    const key: Key = [textOf(record, "unit"), textOf(record, "fund"), carriedOver];
    (isOut ? outflows : inflows).add(key, amountOf(record, "amount_yuan"), record.spot("amount_yuan"));
  }
  for (const line of usable(set, "ledger")) {
    const key: Key = [textOf(line, "unit"), textOf(line, "fund"), textOf(line, "carry_over") === "yes"];
    outflows.add(key, amountOf(line, "amount_yuan"), line.spot("amount_yuan"));
  }
  return { inflows, outflows };
}
