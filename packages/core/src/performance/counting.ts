import { fold } from "../budget/terms.ts";
import type { Counting, EvidenceRecord, PerformanceYear } from "../budget/year.ts";
import type { CountingMethodId } from "../budget/year-terms.ts";
import { add, decimalRatio, NOTHING, type Ratio, ratio } from "./ratio.ts";
import { statedValue } from "./value.ts";

/** An actual value with the records that it was counted from. */
export interface Counted {
  /** In base units; absent where no record says anything, which is not nothing. */
  readonly value?: Ratio;
  readonly records: readonly EvidenceRecord[];
}

type RecordMethod = Exclude<CountingMethodId, DutyMethod>;
/** Methods that count how the body did its duties, not what its register holds. */
export type DutyMethod =
  | "disclosure-compliance"
  | "monitoring-rate"
  | "evaluation-coverage"
  | "filing-timeliness";

/** Whether a method counts records of the register. */
export function countsRecords(method: CountingMethodId): method is RecordMethod {
  return method in METHODS;
}

/** Counts an indicator from the register's records of the budget year up to a date (ISO). */
export function countRecords(
  counting: Counting & { readonly method: RecordMethod },
  year: Pick<PerformanceYear, "records">,
  {
    from,
    until,
    measureUnit,
  }: { readonly from: string; readonly until: string; readonly measureUnit: string },
): Counted {
  const project = counting.sourceProject ?? counting.project;
  const matter = counting.matter === undefined ? undefined : fold(counting.matter);
  const records = year.records.filter(
    (record) =>
      record.date >= from &&
      record.date <= until &&
      (project === undefined || record.project === project) &&
      (counting.kind === undefined || record.kind === counting.kind) &&
      (matter === undefined || fold(record.matter).includes(matter)),
  );
  const value = METHODS[counting.method](records, measureUnit);
  return value === undefined ? { records } : { value, records };
}

type Method = (records: readonly EvidenceRecord[], measureUnit: string) => Ratio | undefined;

/** Of no records a count is nothing; a share has no value. */
const METHODS: Readonly<Record<RecordMethod, Method>> = {
  sum: (records, measureUnit) =>
    records.reduce((total, record) => add(total, countOf(record, measureUnit)), NOTHING),
  records: (records) => ratio(BigInt(records.length)),
  days: (records) => ratio(BigInt(new Set(records.map(({ date }) => date)).size)),
  kinds: (records) => ratio(BigInt(new Set(records.map(({ matter }) => fold(matter))).size)),
  amount: (records) =>
    ratio(
      records.reduce((total, { amount }) => total + amount, 0n),
      100n,
    ),
  share: (records) => {
    const total = (key: "reached" | "due") =>
      records.reduce((sum, record) => add(sum, decimalRatio(record[key] ?? "0") ?? NOTHING), NOTHING);
    const due = total("due");
    const reached = total("reached");
    if (due.numerator === 0n) return undefined;
    return ratio(reached.numerator * due.denominator, reached.denominator * due.numerator);
  },
};

/** What a record counts; in its own unit where the indicator's can be compared with it. */
function countOf({ count = "0", measureUnit }: EvidenceRecord, indicatorUnit: string): Ratio {
  const plain = decimalRatio(count) ?? NOTHING;
  if (measureUnit === undefined) return statedValue(count, indicatorUnit) ?? plain;
  return statedValue(count, measureUnit) ?? plain;
}
