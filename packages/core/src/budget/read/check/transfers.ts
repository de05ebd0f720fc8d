import { formatYuan } from "../../../money/fen.ts";
import { FUNDS, KINDS, type Term } from "../../terms.ts";
import { fault, type Report } from "../fault/fault.ts";
import { amountOf, type RecordSet, type SheetRecord, textOf } from "../record.ts";
import { areComplete, type Check, distance, Sums, usable, wordOf } from "./check.ts";

/** The kinds of expenditure that another unit of the department may receive, and as which revenue. */
const RECEIVED_AS: Readonly<Record<string, string>> = {
  "subsidy-to-subordinate": "superior-subsidy",
  "remittance-to-superior": "affiliate-remittance",
};

type Key = readonly [payer: string, receiver: string, kind: string];

/** One side of transfers: its sheet, and the column and the words that say what is a transfer. */
const PAID: Side = { sheet: "ledger", column: "kind", ids: Object.keys(RECEIVED_AS), terms: KINDS };
const RECEIVED: Side = { sheet: "revenues", column: "fund", ids: Object.values(RECEIVED_AS), terms: FUNDS };
interface Side {
  readonly sheet: "ledger" | "revenues";
  readonly column: string;
  readonly ids: readonly string[];
  readonly terms: readonly Term[];
}

/** What one unit hands to another is stated by both with the same amount, so that it cancels out. */
export const checkTransfers: Check = (set, _options, report) => {
  const paid = new Sums<Key>();
  const received = new Sums<Key>();
  for (const line of transfersIn(set, PAID, report)) {
    const key: Key = [textOf(line, "unit"), textOf(line, "counterparty"), textOf(line, "kind")];
    paid.add(key, amountOf(line, "amount_yuan"), line.spot("amount_yuan"));
  }
  for (const record of transfersIn(set, RECEIVED, report)) {
    const kind = Object.keys(RECEIVED_AS).find((id) => RECEIVED_AS[id] === textOf(record, "fund")) ?? "";
    const key: Key = [textOf(record, "counterparty"), textOf(record, "unit"), kind];
    received.add(key, amountOf(record, "amount_yuan"), record.spot("amount_yuan"));
  }
  const isGiven = set("revenues").records.length > 0;
  if (isGiven && areComplete(set, "ledger", "revenues")) compare(paid, received, report);
};

function compare(paid: Sums<Key>, received: Sums<Key>, report: Report): void {
  for (const { key, spot } of paid.union(received)) {
    if (paid.of(key) === received.of(key)) continue;
    const [payer, receiver, kindId] = key;
    const fundId = RECEIVED_AS[kindId] ?? "";
    const words = { kindId, kind: wordOf(KINDS, kindId), fundId, fund: wordOf(FUNDS, fundId) };
    const difference = distance(paid.of(key), received.of(key));
    const sums = { paid: formatYuan(paid.of(key)), received: formatYuan(received.of(key)), difference };
    const figures = { printed: sums.paid, expected: sums.received, difference };
    report(fault("transfer-unmatched", spot, { payer, receiver, ...words, ...sums }, figures));
  }
}

/** The records that state a transfer. A counterparty that says nothing, or is the unit itself, is reported. */
function transfersIn(set: RecordSet, side: Side, report: Report): readonly SheetRecord[] {
  return usable(set, side.sheet).filter((record) => {
    const counterparty = textOf(record, "counterparty");
    if (counterparty === "") return false;
    const spot = record.spot("counterparty");
    if (!isTransfer(record, side)) {
      const words = side.ids.map((id) => wordOf(side.terms, id)).join("、");
      report(fault("counterparty-unused", spot, { words, ids: side.ids.join(", ") }));
      return false;
    }
    if (counterparty !== textOf(record, "unit")) return true;
    report(fault("counterparty-self", spot, { unit: counterparty }));
    return false;
  });
}

function isTransfer(record: SheetRecord, { sheet, column, ids }: Side): boolean {
  const isRevenueOfYear = sheet === "ledger" || textOf(record, "item") === "current";
  return isRevenueOfYear && ids.includes(textOf(record, column));
}
