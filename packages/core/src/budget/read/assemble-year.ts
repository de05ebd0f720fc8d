import { subtractFen } from "../../money/fen.ts";
import type { OperatorId } from "../terms.ts";
import type { AdjustmentLine, EvidenceRecord, PerformanceYear } from "../year.ts";
import type { AchievementId, EvidenceKindId } from "../year-terms.ts";
import { indicatorFinder } from "./indicator-finder.ts";
import { amountOf, choiceOf, chosen, optional, type RecordSet, type SheetRecord, textOf } from "./record.ts";

/** Makes the year's records of sheets without errors. Indicators go by their names in the budget. */
export function assembleYear(set: RecordSet): PerformanceYear {
  const find = indicatorFinder(set);
  const naming = (record: SheetRecord): { readonly project?: string; readonly indicator?: string } => {
    const indicator = find(textOf(record, "project"), textOf(record, "indicator"));
    return {
      ...optional(record, "project", "project"),
      ...(indicator === undefined ? {} : optional(indicator, "indicator", "indicator")),
    };
  };
  const of = <T>(sheet: string, make: (record: SheetRecord) => T) => set(sheet).records.map(make);
  return {
    adjustments: of("adjustments", toAdjustment),
    payments: of("payments", (record) => ({
      date: textOf(record, "date"),
      unit: textOf(record, "unit"),
      ...optional(record, "project", "project"),
      departmentEconomic: textOf(record, "department_economic"),
      amount: amountOf(record, "amount_yuan"),
      ...optional(record, "voucher", "voucher"),
    })),
    records: of("records", toRecord),
    countings: of("countings", (record) => ({
      indicator: "",
      ...naming(record),
      method: choiceOf(record, "method"),
      ...chosen<"kind", EvidenceKindId>(record, "kind", "kind"),
      ...optional(record, "matter", "matter"),
      ...optional(record, "source_project", "sourceProject"),
    })),
    progress: of("progress", (record) => ({
      date: textOf(record, "date"),
      ...naming(record),
      ...attainment(record),
      ...optional(record, "forecast", "forecast"),
      ...optional(record, "measure", "measure"),
      ...optional(record, "measure_due", "measureDue"),
      ...optional(record, "measure_done", "measureDone"),
    })),
    targetChanges: of("target-changes", (record) => ({
      document: textOf(record, "document"),
      date: textOf(record, "date"),
      ...naming(record),
      ...chosen<"operator", OperatorId>(record, "operator", "operator"),
      ...optional(record, "target", "target"),
      reason: textOf(record, "reason"),
      ...optional(record, "approval", "approval"),
    })),
    evaluations: of("evaluations", (record) => ({
      ...naming(record),
      ...attainment(record),
      ...optional(record, "share", "share"),
      ...optional(record, "improvement", "improvement"),
      ...optional(record, "summary", "summary"),
    })),
    reviews: of("reviews", (record) => ({
      level: choiceOf(record, "level"),
      ...naming(record),
      score: textOf(record, "score"),
      ...optional(record, "comment", "comment"),
    })),
    disclosures: of("disclosures", (record) => ({
      document: choiceOf(record, "document"),
      approvalDate: textOf(record, "approval_date"),
      ...optional(record, "publication_date", "publicationDate"),
      ...optional(record, "address", "address"),
    })),
  };
}

function toAdjustment(record: SheetRecord): AdjustmentLine {
  return {
    document: textOf(record, "document"),
    kind: choiceOf(record, "kind"),
    date: textOf(record, "date"),
    ...optional(record, "approval", "approval"),
    unit: textOf(record, "unit"),
    ...optional(record, "project", "project"),
    departmentEconomic: textOf(record, "department_economic"),
    change: subtractFen(amountOf(record, "increase_yuan"), amountOf(record, "decrease_yuan")),
    reason: textOf(record, "reason"),
    ...optional(record, "filing_date", "filingDate"),
    ...optional(record, "filing_number", "filingNumber"),
  };
}

function toRecord(record: SheetRecord): EvidenceRecord {
  const { place } = record.spot("date");
  return {
    ...optional(record, "number", "number"),
    date: textOf(record, "date"),
    kind: choiceOf(record, "kind"),
    ...optional(record, "project", "project"),
    matter: textOf(record, "matter"),
    ...optional(record, "place", "place"),
    ...optional(record, "count", "count"),
    ...optional(record, "measure_unit", "measureUnit"),
    ...optional(record, "reached", "reached"),
    ...optional(record, "due", "due"),
    amount: amountOf(record, "amount_yuan"),
    ...optional(record, "attachment", "attachment"),
    ...optional(record, "attachment_sha256", "attachmentSha256"),
    ...optional(record, "recorded_by", "recordedBy"),
    ...(place === undefined ? {} : { source: place }),
  };
}

function attainment(record: SheetRecord) {
  return {
    ...optional(record, "actual", "actual"),
    ...chosen<"achievement", AchievementId>(record, "achievement", "achievement"),
    ...optional(record, "reason", "reason"),
  };
}
