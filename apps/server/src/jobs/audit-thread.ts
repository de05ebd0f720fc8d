import { check, type Finding, RULES, recognise } from "@mingzhang/core";
import { openLimitedReader } from "@mingzhang/readers/limited";
import { checkForm, writeCheckSheet } from "@mingzhang/renderers";
import type { AuditTask, PackAudit } from "./auditor.ts";

/** Of this thread; its process ends with it. */
const reader = openLimitedReader();

/**
 * What the threads of `openAuditor` do. Files are read in a process of their own with limits of time and memory; what
 * cannot be read is said.
 */
export async function audit({ files }: AuditTask): Promise<PackAudit> {
  const reading = await reader.read(files);
  const pack = recognise(reading.documents.map(({ name, document }) => ({ name, document })));
  const readingFindings = [...reading.findings, ...reading.documents.flatMap(({ findings }) => findings)];
  const report = check({ pack }, RULES);
  const count = (level: Finding["level"]) =>
    report.findings.filter((finding) => finding.level === level).length;
  return {
    counts: {
      error: count("error"),
      warning: count("warning"),
      notice: count("notice"),
      holds: report.outcomes.holds,
      unchecked: report.outcomes.couldNotCheck,
    },
    isChecked: report.rules.length > 0,
    findings: report.findings,
    readingFindings,
    form: checkForm(report),
    sheet: await writeCheckSheet(report, readingFindings),
  };
}
