import type { Level } from "@mingzhang/core";
import type { AuditedPack } from "@mingzhang/renderers";
import type { ExpectedReport } from "./expected-status.ts";
import type { PackResult, PackState } from "./pack-result.ts";
import type { PriorPack } from "./prior-packs.ts";

const STATES: Readonly<Record<PackState, string>> = {
  checked: "已核对",
  unreadable: "读不了",
  crashed: "核对中断",
  "timed-out": "超时",
};
const KINDS: Readonly<Record<string, string>> = {
  budget: "预算",
  "final-accounts": "决算",
  template: "空白样表",
  several: "几套材料",
  other: "其他",
};

/** A pack's result as a row of the summary; findings of one cause count once. */
export function summarise(result: PackResult): AuditedPack {
  const findings = [...result.reading, ...result.findings];
  const { pack, state } = result;
  return {
    name: result.name,
    state: STATES[state],
    failed: state !== "checked",
    ...(pack?.body === undefined ? {} : { body: pack.body }),
    ...(pack?.year === undefined ? {} : { year: pack.year }),
    ...(pack === undefined || state !== "checked" ? {} : { kind: KINDS[pack.kind] ?? pack.kind }),
    files: result.files.length,
    tables: result.tables.length,
    facts: result.facts,
    unread: result.unread.length,
    errors: countOf(result, "error"),
    warnings: countOf(result, "warning"),
    notices: countOf(result, "notice"),
    outcomes: result.outcomes,
    findings,
    ...(result.prior === undefined
      ? {}
      : { prior: "names" in result.prior ? result.prior.names.join("、") : `（${result.prior.reason.zh}）` }),
  };
}

function countOf({ reading, findings }: PackResult, level: Level): number {
  const causes = findings.filter((finding) => finding.level === level && !finding.consequence);
  return causes.length + reading.filter((finding) => finding.level === level).length;
}

/** One pack of an audit: its row, how it ended, its result and the file that holds it. */
export interface AuditRecord {
  readonly row: AuditedPack;
  readonly result: PackResult;
  readonly file: string;
}

/** What an audit knows beside its packs. */
export interface AuditExtras {
  readonly priors?: readonly PriorPack[];
  readonly expected?: ExpectedReport;
}

/** The summary for machines: the rows without the findings, which the packs' own files hold. */
export function summaryJson(records: readonly AuditRecord[], { priors, expected }: AuditExtras): string {
  const packs = records.map(({ row, result, file }) => {
    const { findings: _findings, state: _words, failed: _failed, prior: _prior, ...rest } = row;
    const { state, prior } = result;
    return { ...rest, state, ...(prior === undefined ? {} : { prior }), file };
  });
  const unused = priors === undefined ? undefined : unpaired(records, priors);
  const summary = {
    packs,
    ...(unused === undefined ? {} : { unpairedPriors: unused.map(({ name }) => name) }),
    ...(expected === undefined ? {} : { expected: expected.rows, unexpected: expected.unexpected }),
  };
  return `${JSON.stringify(summary, null, 2)}\n`;
}

/** Packs of last year that no pack was compared with. */
export function unpaired(
  records: readonly AuditRecord[],
  priors: readonly PriorPack[],
): readonly PriorPack[] {
  const used = new Set(
    records.flatMap(({ result: { prior } }) => (prior !== undefined && "names" in prior ? prior.names : [])),
  );
  return priors.filter(({ name }) => !used.has(name));
}
