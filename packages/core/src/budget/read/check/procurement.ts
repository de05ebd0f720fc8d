import { formatYuan } from "../../../money/fen.ts";
import { FUNDS, PROCUREMENT_CLASSES } from "../../terms.ts";
import { fault } from "../fault/fault.ts";
import { amountOf, textOf } from "../record.ts";
import { areComplete, type Check, distance, Sums, usable, wordOf } from "./check.ts";

type Key = readonly [unit: string, fund: string, procurementClass: string];

/** Where procurement is detailed, the details equal the flagged lines for each unit, source and class. */
export const checkProcurement: Check = (set, _options, report) => {
  const details = new Sums<Key>();
  const lines = new Sums<Key>();
  for (const record of usable(set, "procurement")) {
    const whole = amountOf(record, "amount_yuan");
    const part = amountOf(record, "small_business_yuan");
    const key: Key = [textOf(record, "unit"), textOf(record, "fund"), textOf(record, "class")];
    details.add(key, whole, record.spot("amount_yuan"));
    if (part <= whole) continue;
    const data = { part: formatYuan(part), whole: formatYuan(whole) };
    report(fault("small-business-exceeds", record.spot("small_business_yuan"), data));
  }
  const isGiven = set("procurement").records.length > 0;
  if (!isGiven || !areComplete(set, "ledger", "procurement")) return;
  for (const line of usable(set, "ledger")) {
    const procurementClass = textOf(line, "procurement");
    if (procurementClass === "") continue;
    const key: Key = [textOf(line, "unit"), textOf(line, "fund"), procurementClass];
    lines.add(key, amountOf(line, "amount_yuan"), line.spot("amount_yuan"));
  }
  for (const { key, spot } of details.union(lines)) {
    if (details.of(key) === lines.of(key)) continue;
    const [unit, fundId, classId] = key;
    const words = { fund: wordOf(FUNDS, fundId), class: wordOf(PROCUREMENT_CLASSES, classId) };
    const difference = distance(details.of(key), lines.of(key));
    const sums = { detail: formatYuan(details.of(key)), lines: formatYuan(lines.of(key)), difference };
    const figures = { printed: sums.detail, expected: sums.lines, difference };
    report(fault("procurement-untied", spot, { unit, fundId, classId, ...words, ...sums }, figures));
  }
};
