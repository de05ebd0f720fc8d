import { type Fen, formatYuan, subtractFen, ZERO } from "../../money/fen.ts";
import type { AdjustmentLine, EvidenceRecord, Payment, PerformanceYear, Progress } from "../year.ts";
import type { TextRecord } from "./records.ts";

/** The records of a year by sheet id: the reverse of reading them. Names of persons are not in a year. */
export function yearRecordsOf(year: PerformanceYear): Readonly<Record<string, readonly TextRecord[]>> {
  return {
    adjustments: year.adjustments.map(adjustmentRecord),
    payments: year.payments.map(paymentRecord),
    records: year.records.map(evidenceRecord),
    countings: year.countings.map(({ sourceProject, ...counting }) => ({
      ...counting,
      source_project: sourceProject,
    })),
    progress: year.progress.map(progressRecord),
    "target-changes": year.targetChanges.map((change) => ({ ...change })),
    evaluations: year.evaluations.map((evaluation) => ({ ...evaluation })),
    reviews: year.reviews.map((review) => ({ ...review })),
    disclosures: year.disclosures.map(({ document, approvalDate, publicationDate, address }) => ({
      document,
      approval_date: approvalDate,
      publication_date: publicationDate,
      address,
    })),
  };
}

function adjustmentRecord(line: AdjustmentLine): TextRecord {
  return {
    document: line.document,
    kind: line.kind,
    date: line.date,
    approval: line.approval,
    unit: line.unit,
    project: line.project,
    department_economic: line.departmentEconomic,
    increase_yuan: line.change > ZERO ? formatYuan(line.change) : undefined,
    decrease_yuan: line.change < ZERO ? formatYuan(subtractFen(ZERO, line.change)) : undefined,
    reason: line.reason,
    filing_date: line.filingDate,
    filing_number: line.filingNumber,
  };
}

function paymentRecord({ date, unit, project, departmentEconomic, amount, voucher }: Payment): TextRecord {
  return {
    date,
    unit,
    project,
    department_economic: departmentEconomic,
    amount_yuan: formatYuan(amount),
    voucher,
  };
}

function evidenceRecord(record: EvidenceRecord): TextRecord {
  return {
    number: record.number,
    date: record.date,
    kind: record.kind,
    project: record.project,
    matter: record.matter,
    place: record.place,
    count: record.count,
    measure_unit: record.measureUnit,
    reached: record.reached,
    due: record.due,
    amount_yuan: yuanOrBlank(record.amount),
    attachment: record.attachment,
    attachment_sha256: record.attachmentSha256,
    recorded_by: record.recordedBy,
  };
}

function progressRecord({ measureDue, measureDone, ...progress }: Progress): TextRecord {
  return { ...progress, measure_due: measureDue, measure_done: measureDone };
}

function yuanOrBlank(amount: Fen): string | undefined {
  return amount === ZERO ? undefined : formatYuan(amount);
}
