import { addFen, type Fen, formatYuan, subtractFen } from "../../../../money/fen.ts";
import { titleOf } from "../../../sheet-schema.ts";
import { ADJUSTMENTS_SHEET } from "../../../sheets/year/adjustments.ts";
import { THREE_PUBLIC_ITEMS } from "../../../terms.ts";
import { ADJUSTMENT_KINDS, type AdjustmentKindId } from "../../../year-terms.ts";
import { fault, type Report } from "../../fault/fault.ts";
import { amountOf, choiceOf, type RecordSet, type SheetRecord, textOf } from "../../record.ts";
import { areComplete, byText, type Check, distance, Sums, usable, wordOf } from "../check.ts";

const THREE_PUBLIC_CODES: readonly string[] = THREE_PUBLIC_ITEMS.flatMap(({ codes }) => codes);

/** Adjustment documents balance, keep to their kind, leave no budget below zero, and are filed where they must be. */
export const checkAdjustments: Check = (set, _options, report) => {
  const documents = byText(usable(set, "adjustments"), "document");
  for (const [document, lines] of documents) {
    for (const line of lines) checkLine(line, report);
    checkAlike(document, lines, report);
    if (areComplete(set, "adjustments")) checkBalance(document, lines, report);
    checkFiling(document, lines, report);
  }
  checkAdjusted(set, report);
};

const INCREASE = "increase_yuan";
const DECREASE = "decrease_yuan";
/** The column that a kind of adjustment has no use for. */
const UNUSED: Readonly<Record<AdjustmentKindId, string | undefined>> = {
  reallocation: undefined,
  supplement: DECREASE,
  reduction: INCREASE,
};

function checkLine(line: SheetRecord, report: Report): void {
  const kind = choiceOf<AdjustmentKindId>(line, "kind");
  const filled = [INCREASE, DECREASE].filter((column) => amountOf(line, column) !== 0n);
  if (filled.length !== 1) {
    report(fault("adjustment-amount", line.spot(INCREASE), {}));
    return;
  }
  const unused = UNUSED[kind];
  if (unused === undefined || !filled.includes(unused)) return;
  const wrong = unused === INCREASE ? "调增" : "调减";
  const data = { kind: wordOf(ADJUSTMENT_KINDS, kind), kindId: kind, wrong };
  report(fault("adjustment-direction", line.spot(unused), data));
}

function checkAlike(document: string, lines: readonly SheetRecord[], report: Report): void {
  for (const column of ADJUSTMENTS_SHEET.columns) {
    const { id } = column;
    if (id !== "kind" && id !== "date") continue;
    const first = textOf(lines[0] as SheetRecord, id);
    const other = lines.find((line) => textOf(line, id) !== first);
    if (other === undefined) continue;
    const shown = id === "kind" ? wordOf(ADJUSTMENT_KINDS, first) : first;
    report(fault("adjustment-differs", other.spot(id), { document, title: titleOf(column), first: shown }));
  }
}

function checkBalance(document: string, lines: readonly SheetRecord[], report: Report): void {
  const [first] = lines;
  if (first === undefined || lines.some((line) => textOf(line, "kind") !== "reallocation")) return;
  const sum = (column: string) => lines.reduce((total, line) => total + amountOf(line, column), 0n) as Fen;
  const [increase, decrease] = [sum(INCREASE), sum(DECREASE)];
  if (increase === decrease) return;
  const data = {
    document,
    increase: formatYuan(increase),
    decrease: formatYuan(decrease),
    difference: distance(increase, decrease),
  };
  report(fault("adjustment-unbalanced", first.spot(INCREASE), data));
}

function checkFiling(document: string, lines: readonly SheetRecord[], report: Report): void {
  const touching = lines.find(
    (line) =>
      textOf(line, "kind") === "reallocation" &&
      THREE_PUBLIC_CODES.includes(textOf(line, "department_economic")),
  );
  if (touching === undefined) return;
  const filed = lines.find(
    (line) => textOf(line, "filing_date") !== "" && textOf(line, "filing_number") !== "",
  );
  if (filed === undefined) {
    report(fault("filing-missing", touching.spot("filing_date"), { document }));
    return;
  }
  const [filing, date] = [textOf(filed, "filing_date"), textOf(filed, "date")];
  if (filing < date) report(fault("filing-before-approval", filed.spot("filing_date"), { filing, date }));
}

/** By unit, project and code the adjusted budget is not negative. */
function checkAdjusted(set: RecordSet, report: Report): void {
  if (!areComplete(set, "ledger", "adjustments")) return;
  const keyOf = (record: SheetRecord) =>
    [textOf(record, "unit"), textOf(record, "project"), textOf(record, "department_economic")] as const;
  const budget = new Sums<ReturnType<typeof keyOf>>();
  for (const line of usable(set, "ledger"))
    budget.add(keyOf(line), amountOf(line, "amount_yuan"), line.spot("unit"));
  const changes = new Sums<ReturnType<typeof keyOf>>();
  for (const line of usable(set, "adjustments")) {
    const change = subtractFen(amountOf(line, INCREASE), amountOf(line, DECREASE));
    changes.add(keyOf(line), change, line.spot(DECREASE));
  }
  for (const { key, spot } of changes.keys()) {
    const amount = addFen(budget.of(key), changes.of(key));
    if (amount >= 0n) continue;
    const [unit, project, code] = key;
    const owner = project === "" ? unit : project;
    report(fault("adjusted-below-zero", spot, { owner, code, amount: formatYuan(amount) }));
  }
}
